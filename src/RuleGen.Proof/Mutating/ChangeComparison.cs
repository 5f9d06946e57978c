using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>
/// <c>&lt;</c> ⇔ <c>&lt;=</c>, <c>&gt;</c> ⇔ <c>&gt;=</c>, <c>=</c> ⇔ <c>&lt;&gt;</c>, <c>&lt;</c> ⇔ <c>&gt;</c>;
/// <c>&lt;&gt; '02'</c> ⇒ <c>= '01'</c>.
/// </summary>
internal sealed class ChangeComparison : PredicateOperator
{
    public override string Name => "change a comparison";

    protected override IEnumerable<Edit<Predicate>> Edits(Predicate predicate) =>
        predicate switch
        {
            Comparison comparison => Mistaken(comparison.Operator)
                .SelectMany(made =>
                    Edit<Predicate>.Try(
                        () => Comparison.Of(comparison.Left, made, comparison.Right),
                        Describe(comparison.Operator, made)
                    )
                )
                .Concat(Usual(comparison)),
            ColumnComparison comparison => Mistaken(comparison.Operator)
                .Select(made => new Edit<Predicate>(
                    ColumnComparison.Of(comparison.Left, made, comparison.Right),
                    Describe(comparison.Operator, made)
                )),
            ConstantComparison constant => Mistaken(constant.Operator)
                .Select(made => new Edit<Predicate>(
                    ConstantComparison.Of(constant.Left, made, constant.Right),
                    Describe(constant.Operator, made)
                )),
            _ => [],
        };

    /// <summary>The value that is usual in place of all but one: the one before or after.</summary>
    private static IEnumerable<Edit<Predicate>> Usual(Comparison comparison) =>
        comparison
            is { OperandOperator: ComparisonOperator.NotEqual, Literal: StringLiteral { Value: [.., var last] } text }
            ? Neighbours
                .Of(last)
                .Select(other => StringLiteral.Of(text.Value[..^1] + other, text.IsUnicode))
                .SelectMany(other =>
                    Edit<Predicate>.Try(
                        () => Comparison.Of(comparison.Operand, ComparisonOperator.Equal, other),
                        $"= '{other.Value}' in place of <> '{text.Value}'"
                    )
                )
            : [];

    private static ComparisonOperator[] Mistaken(ComparisonOperator comparison) =>
        comparison switch
        {
            ComparisonOperator.Equal => [ComparisonOperator.NotEqual],
            ComparisonOperator.NotEqual => [ComparisonOperator.Equal],
            ComparisonOperator.LessThan => [ComparisonOperator.LessThanOrEqual, ComparisonOperator.GreaterThan],
            ComparisonOperator.LessThanOrEqual => [ComparisonOperator.LessThan, ComparisonOperator.GreaterThanOrEqual],
            ComparisonOperator.GreaterThan => [ComparisonOperator.GreaterThanOrEqual, ComparisonOperator.LessThan],
            ComparisonOperator.GreaterThanOrEqual =>
            [
                ComparisonOperator.GreaterThan,
                ComparisonOperator.LessThanOrEqual,
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };

    private static string Describe(ComparisonOperator old, ComparisonOperator made) =>
        $"{made.ToSql()} in place of {old.ToSql()}";
}
