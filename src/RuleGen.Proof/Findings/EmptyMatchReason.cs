using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>Says why no value matches, once that is proven.</summary>
internal static class EmptyMatchReason
{
    /// <summary>The reason, a sentence without a full stop.</summary>
    public static string Of(Predicate predicate) =>
        predicate switch
        {
            Like { Pattern.MatchesNothing: true } like =>
                $"The pattern {Quote(like.PatternText)} is malformed, so that it matches nothing (rules 1.10, 1.16)",
            Like like when Places(like) > Length(like.Operand) =>
                $"The pattern {Quote(like.PatternText)} takes {Count(Places(like))} or more, and "
                    + $"{Describe(like.Operand)} holds {Length(like.Operand)}",
            Like { IsUnicode: true, Operand.Type: CharacterType { IsFixedLength: true, Length: { } length } } like
                when Places(like) < length && !like.Pattern.Elements.OfType<AnyRun>().Any() =>
                $"The pattern {Quote(like.PatternText)} takes {Count(Places(like))}, and {Describe(like.Operand)} holds "
                    + $"{Number(length)} with the blanks that fill it up, which LIKE sees there (rules 1.25, 1.26)",
            Comparison { Literal: StringLiteral text } comparison when IsTooLong(text, comparison.Operand) =>
                $"{Quote(text)} has {Count(text.Value.TrimEnd(' ').Length)}, and {Describe(comparison.Operand)} holds "
                    + Number(Length(comparison.Operand)),
            Comparison { Literal: IntegerLiteral number, Operand.Type: IntegerType type } comparison
                when !type.Holds(number.Value) =>
                $"{Number(number.Value)} is not among what {Describe(comparison.Operand)} holds, {Range(type)}",
            Between { Low: IntegerLiteral low, High: IntegerLiteral high } when low.Value > high.Value =>
                $"{Number(low.Value)} is above {Number(high.Value)}, so that nothing is between (rule 5.7)",
            Between { Low: TypedLiteral low, High: TypedLiteral high } when low.Units > high.Units =>
                $"{low.Value} is above {high.Value}, so that nothing is between (rule 5.7)",
            Between { Low: IntegerLiteral, High: IntegerLiteral, Operand.Type: IntegerType type } between =>
                $"Nothing between is among what {Describe(between.Operand)} holds, {Range(type)}",
            ColumnComparison columns =>
                $"No values that {Describe(columns.Left)} and {Describe(columns.Right)} hold stand to each other so",
            Between between => $"No text that {Describe(between.Operand)} holds is between (rules 5.7, 5.9)",
            _ => $"No value that {Describe(Positive.Operand(predicate)!)} holds matches",
        };

    /// <summary>The reason where it is what is assumed about the rows, a sentence without a full stop.</summary>
    public static string Of(Predicate predicate, ValueList<Assumption> assumptions) =>
        $"No value that {Describe(Positive.Operand(predicate)!)} holds matches, because of what is assumed: "
        + AssumedReason.Write(assumptions);

    private static int Places(Like like) => like.Pattern.Elements.Count(element => element is not AnyRun);

    private static int Length(Scalar operand) => (operand.Type as CharacterType)?.Length ?? int.MaxValue;

    private static bool IsTooLong(StringLiteral text, Scalar operand) =>
        text.Value.TrimEnd(' ').Length > Length(operand);

    private static string Range(IntegerType type) => $"{Number(type.Minimum)} to {Number(type.Maximum)}";

    private static string Count(int characters) => characters == 1 ? "1 character" : $"{Number(characters)} characters";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quote(StringLiteral text) => $"'{MessageText.OneLine(text.Value)}'";

    private static string Describe(Scalar operand) =>
        operand is ColumnReference column ? $"{column.Column.Name} {operand.Type}" : $"the expression's {operand.Type}";
}
