using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>A predicate in its place in a coding, and how its condition depends on it.</summary>
internal sealed class Site
{
    private Site(CodingPath path, Predicate predicate, Site? parent, bool needsTrue)
    {
        Path = path;
        Predicate = predicate;
        Parent = parent;
        NeedsTrue = needsTrue;
        var childNeedsTrue = predicate is Not ? !needsTrue : needsTrue;
        Children = predicate
            .Children.Select(
                (child, index) => new Site(path with { Steps = path.Steps.Add(index) }, child, this, childNeedsTrue)
            )
            .ToList();
    }

    public CodingPath Path { get; }

    public Predicate Predicate { get; }

    /// <summary>What it is an operand of; null for a condition as a whole.</summary>
    public Site? Parent { get; }

    public IReadOnlyList<Site> Children { get; }

    /// <summary>
    /// Whether the condition comes nearer to TRUE where this is TRUE; else it does where this is FALSE, for an odd
    /// number of NOTs stands around it.
    /// </summary>
    public bool NeedsTrue { get; }

    /// <summary>
    /// Whether it has what it needs only where all its operands do: an AND that is to be TRUE, an OR that is to be
    /// FALSE.
    /// </summary>
    public bool NeedsAll => Predicate is Not || Predicate is And == NeedsTrue;

    /// <summary>In words: <c>arm 1, clause 3</c>, <c>exclusions, clauses 2 to 5</c>, <c>arm 1</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The numbers of its first clause and its last, from 1 in its condition.</summary>
    public (int First, int Last) Numbers { get; private set; }

    /// <summary>The condition that it is in.</summary>
    public Site Root => Parent?.Root ?? this;

    public IEnumerable<Site> SelfAndDescendants => Children.SelectMany(child => child.SelfAndDescendants).Prepend(this);

    /// <summary>Its simple predicates.</summary>
    public IEnumerable<Site> Clauses => SelfAndDescendants.Where(site => site.Children.Count == 0);

    /// <summary>The sites of every condition of a coding: each arm's, then the exclusions'.</summary>
    public static IReadOnlyList<Site> RootsOf(Coding coding)
    {
        var roots = coding
            .Arms.Select((arm, index) => new Site(new CodingPath(index, []), arm.When, parent: null, needsTrue: true))
            .ToList();
        if (coding.Exclusions is not null)
        {
            roots.Add(new Site(new CodingPath(Arm: null, []), coding.Exclusions, parent: null, needsTrue: true));
        }

        foreach (var root in roots)
        {
            root.Number(1);
        }

        return roots;
    }

    /// <summary>Names it and what is below it; gives the number of the clause after it.</summary>
    private int Number(int first)
    {
        var next = Children.Count == 0 ? first + 1 : Children.Aggregate(first, (number, child) => child.Number(number));
        Numbers = (first, next - 1);
        Name =
            Children.Count == 0 ? new Clause(Path, first, Predicate).ToString()
            : Parent is null ? Path.ToString()
            : next == first + 1 ? new Clause(Path, first, Predicate).ToString()
            : FormattableString.Invariant($"{Path}, clauses {first} to {next - 1}");
        return next;
    }
}
