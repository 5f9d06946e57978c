using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>What is compared, and what a description of a region is made of.</summary>
internal sealed class DifferenceContext
{
    public DifferenceContext(
        RowSpace space,
        Coding old,
        Coding @new,
        IReadOnlyList<Predicate> assumed,
        IReadOnlyList<Predicate> derived
    )
    {
        List<Predicate> predicates = [.. old.Predicates, .. @new.Predicates, .. assumed];
        Assumed = [.. assumed.Select(predicate => space.Not(space.Translate(predicate).IsFalse))];
        var type = old.ResultType ?? @new.ResultType ?? LabelType.Text;
        Names = new NamedFormulas(space, new CodingFormulas(space, old, type), new CodingFormulas(space, @new, type));
        Vocabulary = new Vocabulary(space, predicates, derived);
        Dimensions = Dimension.Of(space, predicates);
        var (onlyOld, onlyNew) = DerivedClauses.Edits(old, @new);
        var edits = onlyOld.Concat(onlyNew).ToList();
        FreeFirst = [.. Enumerable.Range(0, Dimensions.Count).OrderBy(place => edits.Exists(Dimensions[place].Reads))];
    }

    /// <summary>What is so for every row.</summary>
    public IReadOnlyList<Formula> Assumed { get; }

    /// <summary>The codings' conditions.</summary>
    public NamedFormulas Names { get; }

    /// <summary>The words of descriptions.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>What a region has conditions on.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>The places of the dimensions, those that edited clauses are about last.</summary>
    public IReadOnlyList<int> FreeFirst { get; }

    /// <summary>The conditions that some dimensions have.</summary>
    public ValueList<ColumnCondition> Conditions(IEnumerable<Description?> sides) =>
        Dimensions
            .Zip(sides)
            .Where(pair => pair.Second is not null)
            .Select(pair => new ColumnCondition(pair.First.Columns, pair.Second!.Predicate))
            .ToValueList();
}
