using static RuleGen.Model.Describing.EnglishText;

namespace RuleGen.Model.Describing;

/// <summary>Says when a predicate is TRUE, or, negated, when it is FALSE; in both cases not UNKNOWN.</summary>
internal sealed class EnglishPredicates : IPredicateVisitor<EnglishClause>
{
    private static readonly EnglishPredicates Plain = new(isNegated: false);
    private static readonly EnglishPredicates Negated = new(isNegated: true);

    private readonly bool _isNegated;

    private EnglishPredicates(bool isNegated) => _isNegated = isNegated;

    public static EnglishClause Of(Predicate predicate) => predicate.Accept(Plain);

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(Like like) =>
        Clause(EnglishPattern.Describe(like, like.IsNegated != _isNegated));

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(Comparison comparison)
    {
        var subject = EnglishScalars.Of(comparison.Operand);
        var literal = EnglishScalars.Of(comparison.Literal).Text;
        var relation = _isNegated ? Opposite(comparison.OperandOperator) : comparison.OperandOperator;
        var isNumber = comparison.Operand.Type is IntegerType or DecimalType;
        return Clause(
            relation switch
            {
                ComparisonOperator.Equal => Is(subject, comparison.Literal, isNegated: false),
                ComparisonOperator.NotEqual => Is(subject, comparison.Literal, isNegated: true),
                _ when isNumber => $"{subject.With(EnglishVerb.Be, isNegated: false)} {OfNumbers(relation)} {literal}",
                _ when comparison.Operand.Type is TemporalType =>
                    $"{subject.With(EnglishVerb.Be, isNegated: false)} {OfDates(relation)} {literal}",
                ComparisonOperator.LessThan => $"{subject.With(EnglishVerb.Come, isNegated: false)} before {literal}",
                ComparisonOperator.GreaterThan => $"{subject.With(EnglishVerb.Come, isNegated: false)} after {literal}",
                ComparisonOperator.LessThanOrEqual => Both(subject, literal, "before"),
                _ => Both(subject, literal, "after"),
            }
        );
    }

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(ColumnComparison comparison)
    {
        var (subject, other) = (EnglishScalars.Of(comparison.Left), EnglishScalars.Of(comparison.Right).Text);
        var relation = _isNegated ? Opposite(comparison.Operator) : comparison.Operator;
        var isDate = comparison.Left.Type is TemporalType;
        return Clause(
            relation switch
            {
                ComparisonOperator.Equal => $"{subject.With(EnglishVerb.Be, isNegated: false)} the same as {other}",
                ComparisonOperator.NotEqual => $"{subject.With(EnglishVerb.Be, isNegated: true)} the same as {other}",
                ComparisonOperator.LessThanOrEqual when isDate =>
                    $"{subject.With(EnglishVerb.Be, isNegated: true)} after {other}",
                ComparisonOperator.GreaterThanOrEqual when isDate =>
                    $"{subject.With(EnglishVerb.Be, isNegated: true)} before {other}",
                _ =>
                    $"{subject.With(EnglishVerb.Be, isNegated: false)} {(isDate ? OfDates(relation) : OfNumbers(relation))} {other}",
            }
        );
    }

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(Between between)
    {
        var isNegated = between.IsNegated != _isNegated;
        var subject = EnglishScalars.Of(between.Operand);
        var (low, high) = (EnglishScalars.Of(between.Low).Text, EnglishScalars.Of(between.High).Text);
        var isNone = (between.Low, between.High) switch
        {
            (IntegerLiteral first, IntegerLiteral last) => first.Value > last.Value,
            (TypedLiteral first, TypedLiteral last) => first.Units > last.Units,
            _ => false,
        };
        var what = between.Operand.Type is TemporalType ? "date" : "number";
        var none = isNegated ? $", which no {what} is (true unless it is NULL)" : $", which no {what} is (never true)";
        return Clause(
            $"{subject.With(EnglishVerb.Be, isNegated)} from {low} to {high}"
                + (isNone ? none : "")
                + (between.Operand.Type is CharacterType ? " in the order of text" : "")
        );
    }

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(In membership)
    {
        var subject = EnglishScalars.Of(membership.Operand);
        var isNegated = membership.IsNegated != _isNegated;
        var items = membership.Items.Select(item => EnglishScalars.Of(item).Text).ToList();
        return Clause(
            items.Count == 1
                ? Is(subject, membership.Items[0], isNegated)
                : $"{subject.With(EnglishVerb.Be, isNegated: false)} {(isNegated ? "none" : "one")} of "
                    + string.Join(", ", items)
        );
    }

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(NullTest test) =>
        Clause($"{EnglishScalars.Of(test.Operand).With(EnglishVerb.Be, test.IsNegated != _isNegated)} NULL");

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(Any any)
    {
        var noun = EnglishItem.Noun(any.List.Name);
        if (any.Condition is not { } condition)
        {
            return Clause(_isNegated ? $"there is no {noun}" : $"there is {EnglishItem.WithArticle(noun)}");
        }

        var item = Of(condition);
        var subject = _isNegated ? $"no {noun}" : EnglishItem.WithArticle(noun);
        var about = ((ListType)any.List.Type).Columns[0].Name + " ";
        return item.Parts.Count > 0 ? new($"{subject} is such that {item.Text}", item.Parts)
            : item.Text.StartsWith(about, StringComparison.Ordinal) ? Clause($"{subject} {item.Text[about.Length..]}")
            : Clause($"{subject} is such that {item.Text}");
    }

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(ConstantComparison constant) =>
        Clause(
            $"{(constant.Value != _isNegated ? "always true" : "never true")} ({(_isNegated ? "NOT " : "")}"
                + $"{Digits(constant.Left.Value)} {constant.Operator.ToSql()} {Digits(constant.Right.Value)})"
        );

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(And and) =>
        new(_isNegated ? "at least one of these is false" : "all of these are true", and.Children);

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(Or or) =>
        new(_isNegated ? "each of these is false" : "at least one of these is true", or.Children);

    EnglishClause IPredicateVisitor<EnglishClause>.Visit(Not not) => not.Operand.Accept(_isNegated ? Plain : Negated);

    private static EnglishClause Clause(string text) => new(text, []);

    private static string Is(EnglishSubject subject, Scalar literal, bool isNegated) =>
        $"{subject.With(EnglishVerb.Be, isNegated)} "
        + (literal is StringLiteral { Value: "" } ? "empty" : EnglishScalars.Of(literal).Text);

    private static string Both(EnglishSubject subject, string literal, string side)
    {
        var comes = EnglishVerb.Come.Form(subject.IsPlural, isNegated: false);
        return $"{subject.With(EnglishVerb.Be, isNegated: false)} {literal} or {comes} {side} it";
    }

    private static string OfDates(ComparisonOperator relation) =>
        relation switch
        {
            ComparisonOperator.LessThan => "before",
            ComparisonOperator.LessThanOrEqual => "on or before",
            ComparisonOperator.GreaterThan => "after",
            _ => "on or after",
        };

    private static string OfNumbers(ComparisonOperator relation) =>
        relation switch
        {
            ComparisonOperator.LessThan => "less than",
            ComparisonOperator.LessThanOrEqual => "at most",
            ComparisonOperator.GreaterThan => "more than",
            _ => "at least",
        };

    /// <summary>The operator that is TRUE where this one is FALSE.</summary>
    private static ComparisonOperator Opposite(ComparisonOperator comparison) =>
        comparison switch
        {
            ComparisonOperator.Equal => ComparisonOperator.NotEqual,
            ComparisonOperator.NotEqual => ComparisonOperator.Equal,
            ComparisonOperator.LessThan => ComparisonOperator.GreaterThanOrEqual,
            ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThan,
            ComparisonOperator.GreaterThan => ComparisonOperator.LessThanOrEqual,
            _ => ComparisonOperator.LessThan,
        };
}
