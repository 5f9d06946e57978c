namespace RuleGen.Model;

// The places of a coding's predicates, and codings that differ at one of them.
public sealed partial record Coding
{
    /// <summary>
    /// Its simple predicates, in their places: of each arm in order, then of the exclusions.
    /// </summary>
    public IEnumerable<Clause> Clauses =>
        Conditions.SelectMany(condition =>
            Below(condition.Path, condition.Predicate)
                .Where(each => each.Predicate.Children.Count == 0)
                .Select((each, index) => new Clause(each.Path, index + 1, each.Predicate))
        );

    /// <summary>
    /// The places of all its predicates, each connective before its operands: of each arm in order, then of the
    /// exclusions.
    /// </summary>
    public IEnumerable<CodingPath> Paths =>
        Conditions.SelectMany(condition => Below(condition.Path, condition.Predicate)).Select(each => each.Path);

    private IEnumerable<(CodingPath Path, Predicate Predicate)> Conditions
    {
        get
        {
            var arms = Arms.Select((arm, index) => (new CodingPath(index, []), arm.When));
            return Exclusions is null ? arms : arms.Append((new CodingPath(Arm: null, []), Exclusions));
        }
    }

    /// <summary>The predicate at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The coding has no such place.</exception>
    public Predicate At(CodingPath path) =>
        path.Steps.Aggregate(Condition(path), (predicate, step) => Child(predicate, step));

    /// <summary>The coding with another predicate at a place.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The coding has no such place.</exception>
    public Coding With(CodingPath path, Predicate predicate) =>
        WithCondition(path, Edit(Condition(path), path.Steps.AsSpan(), predicate));

    /// <summary>
    /// The coding without the predicate at a place. A connective with one operand left becomes that operand, and a NOT
    /// goes with its operand. Exclusions of which nothing is left are no exclusions; an arm's condition, and exclusions
    /// where there is no arm, become <c>1 = 1</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The coding has no such place.</exception>
    public Coding Without(CodingPath path) =>
        WithCondition(path, Edit(Condition(path), path.Steps.AsSpan(), replacement: null));

    /// <summary>The coding with the same arms and exclusions, of which other things are said.</summary>
    internal Coding Redocumented(ValueList<CaseArm> arms, Predicate? exclusions) =>
        this with
        {
            Arms = arms,
            Exclusions = exclusions,
        };

    private static IEnumerable<(CodingPath Path, Predicate Predicate)> Below(CodingPath path, Predicate predicate) =>
        predicate
            .Children.SelectMany((child, index) => Below(path with { Steps = path.Steps.Add(index) }, child))
            .Prepend((path, predicate));

    private Predicate Condition(CodingPath path) =>
        path.Arm switch
        {
            null when Exclusions is not null => Exclusions,
            { } arm when arm >= 0 && arm < Arms.Count => Arms[arm].When,
            _ => throw new ArgumentOutOfRangeException(nameof(path), path, "The coding has no such condition."),
        };

    private Coding WithCondition(CodingPath path, Predicate? condition) =>
        path.Arm is { } place
            ? this with
            {
                Arms = Arms.Select(
                        (arm, index) => index == place ? arm.With(condition ?? ConstantComparison.AlwaysTrue) : arm
                    )
                    .ToValueList(),
            }
            : this with
            {
                Exclusions = condition ?? (Arms.Count == 0 ? ConstantComparison.AlwaysTrue : null),
            };

    /// <summary>The predicate with another at the end of the steps; null where nothing is left of it.</summary>
    private static Predicate? Edit(Predicate predicate, ReadOnlySpan<int> steps, Predicate? replacement)
    {
        if (steps.IsEmpty)
        {
            return replacement;
        }

        var edited = Edit(Child(predicate, steps[0]), steps[1..], replacement);
        var children = predicate.Children.ToList();
        children.RemoveAt(steps[0]);
        if (edited is not null)
        {
            children.Insert(steps[0], edited);
        }

        return children switch
        {
            [] => null,
            [var single] when predicate is not Not => single,
            _ => predicate.With(children.ToValueList()),
        };
    }

    private static Predicate Child(Predicate predicate, int step) =>
        step >= 0 && step < predicate.Children.Count
            ? predicate.Children[step]
            : throw new ArgumentOutOfRangeException(nameof(step), step, $"There is no such operand of {predicate}.");
}
