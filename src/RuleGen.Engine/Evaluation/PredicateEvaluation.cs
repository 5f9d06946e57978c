using RuleGen.Model;

namespace RuleGen.Engine.Evaluation;

/// <summary>Computes predicates over one row whose characters are all modelled.</summary>
internal sealed class PredicateEvaluation(Row row) : IPredicateVisitor<Truth>
{
    private readonly ScalarEvaluation _scalars = new(row);

    public Truth Visit(Like like)
    {
        if (_scalars.Evaluate(like.Operand).Text is not { } text)
        {
            return Truth.Unknown;
        }

        var read = like.Reading == LikeReading.Absent ? Without(text, like.Rules.UncertainInLike) : text;
        return (LikeMatcher.Matches(like.Pattern, read, like.Rules, like.IsUnicode) != like.IsNegated).ToTruth();
    }

    public Truth Visit(Comparison comparison) =>
        Compare(comparison.Operand, comparison.OperandOperator, comparison.Literal);

    /// <summary><c>x &gt;= low AND x &lt;= high</c> (rule 5.7).</summary>
    public Truth Visit(Between between)
    {
        var isBetween = Compare(between.Operand, ComparisonOperator.GreaterThanOrEqual, between.Low)
            .And(Compare(between.Operand, ComparisonOperator.LessThanOrEqual, between.High));
        return between.IsNegated ? isBetween.Not() : isBetween;
    }

    /// <summary><c>x = item OR x = item OR …</c> (rule 5.10).</summary>
    public Truth Visit(In membership)
    {
        var isIn = Truth.False;
        foreach (var item in membership.Items.AsSpan())
        {
            isIn = isIn.Or(Compare(membership.Operand, ComparisonOperator.Equal, item));
        }

        return membership.IsNegated ? isIn.Not() : isIn;
    }

    public Truth Visit(NullTest test) => (_scalars.Evaluate(test.Operand).IsNull != test.IsNegated).ToTruth();

    /// <summary>EXISTS: TRUE where the condition is TRUE for an item, else FALSE (rule 5.18).</summary>
    public Truth Visit(Any any) =>
        row[any.List]
            .Items!.Rows.Any(item =>
                any.Condition is not { } condition || new PredicateEvaluation(item).Evaluate(condition) == Truth.True
            )
            .ToTruth();

    public Truth Visit(ConstantComparison constant) => constant.Value.ToTruth();

    public Truth Visit(And and)
    {
        var truth = Truth.True;
        foreach (var child in and.Children.AsSpan())
        {
            truth = truth.And(Evaluate(child));
            if (truth == Truth.False)
            {
                break;
            }
        }

        return truth;
    }

    public Truth Visit(ColumnComparison comparison)
    {
        var (left, right) = (_scalars.Evaluate(comparison.Left), _scalars.Evaluate(comparison.Right));
        if (left.IsNull || right.IsNull)
        {
            return Truth.Unknown;
        }

        return left.IsInteger
            ? comparison.Operator.Holds(left.Integer.CompareTo(right.Integer)).ToTruth()
            : Holds(
                    left.Text!,
                    comparison.Operator,
                    right.Text!,
                    ((CharacterType)comparison.Left.Type).Collation!.Rules(comparison.IsUnicode)
                )
                .ToTruth();
    }

    public Truth Visit(Or or)
    {
        var truth = Truth.False;
        foreach (var child in or.Children.AsSpan())
        {
            truth = truth.Or(Evaluate(child));
            if (truth == Truth.True)
            {
                break;
            }
        }

        return truth;
    }

    public Truth Visit(Not not) => Evaluate(not.Operand).Not();

    public Truth Evaluate(Predicate predicate) => predicate.Accept(this);

    private Truth Compare(Scalar operand, ComparisonOperator comparison, Scalar literal)
    {
        var value = _scalars.Evaluate(operand);
        if (value.IsNull)
        {
            return Truth.Unknown;
        }

        var other = _scalars.Evaluate(literal);
        return value.IsInteger
            ? comparison.Holds(value.Integer.CompareTo(other.Integer)).ToTruth()
            : Holds(value.Text!, comparison, other.Text!, Rules(operand, literal)).ToTruth();
    }

    private static string Without(string text, string characters) =>
        text.AsSpan().ContainsAny(characters)
            ? string.Concat(text.Where(character => !characters.Contains(character, StringComparison.Ordinal)))
            : text;

    private static bool Holds(string value, ComparisonOperator comparison, string other, CharacterRules rules) =>
        comparison switch
        {
            ComparisonOperator.Equal => TextComparer.AreEqual(value, other, rules),
            ComparisonOperator.NotEqual => !TextComparer.AreEqual(value, other, rules),
            _ => comparison.Holds(TextComparer.Compare(value, other, rules)),
        };

    /// <summary>One Unicode side makes the comparison Unicode (rule 6.2); the collation is the column's (rule 6.6).</summary>
    private static CharacterRules Rules(Scalar operand, Scalar literal)
    {
        var type = (CharacterType)operand.Type;
        return type.Collation!.Rules(type.IsUnicode || literal is StringLiteral { IsUnicode: true });
    }
}
