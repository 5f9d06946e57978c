using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>The kinds of mistakes that fixtures catch.</summary>
internal static class MutationOperators
{
    /// <summary>All of them, in the order in which mutants are made.</summary>
    public static ValueList<IMutationOperator> All { get; } =
    [
        new DropClause(),
        new NegateClause(),
        new SwapConnective(),
        new LoseParentheses(),
        new SplitItem(),
        new DropSetCharacter(),
        new AddSetCharacter(),
        new ShiftRange(),
        new NegateSet(),
        new MoveAnchor(),
        new ChangePatternCharacter(),
        new DropPatternCharacter(),
        new WidenCharacter(),
        new AskForDigit(),
        new ChangeText(),
        new ShiftNumber(),
        new ChangeComparison(),
        new ChangeList(),
        new ChangeFunction(),
        new DropFunction(),
        new SwapNullArguments(),
        new LetNullThrough(),
        new SwapArms(),
        new DropArm(),
        new ChangeLabel(),
        new ChangeElse(),
    ];

    /// <summary>
    /// Every mutant of a coding, each once: where two mistakes give the same coding, the first is kept. The coding
    /// itself is none.
    /// </summary>
    public static IEnumerable<Mutant> Apply(Coding coding)
    {
        var seen = new HashSet<(CodingPath? Condition, object Made)>();
        foreach (var mutant in All.SelectMany(each => each.Apply(coding)))
        {
            // Conditions are compared one by one: a coding has hundreds, and a mutant changes one of them.
            var condition = mutant.Path is { } path ? path with { Steps = [] } : null;
            object made = condition is null ? mutant.Coding : (object?)Condition(mutant.Coding, condition) ?? "none";
            if (seen.Add((condition, made)) && !IsSame(coding, condition, made))
            {
                yield return mutant;
            }
        }
    }

    private static bool IsSame(Coding coding, CodingPath? condition, object made) =>
        condition is null ? coding.Equals(made) : Condition(coding, condition) is { } old && old.Equals(made);

    private static Predicate? Condition(Coding coding, CodingPath root) =>
        root.Arm is { } arm ? coding.Arms[arm].When : coding.Exclusions;
}
