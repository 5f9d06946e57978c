namespace RuleGen.Model.Describing;

/// <summary>
/// Which truths a predicate may have when some columns are NULL (rules 5.1, 5.14). Clauses are taken to be independent,
/// so a truth that is missing is impossible, and one that is there need not be possible.
/// </summary>
internal sealed class NullBehaviour : IPredicateVisitor<PossibleTruths>
{
    private readonly IReadOnlyCollection<Column> _nulls;

    private NullBehaviour(IReadOnlyCollection<Column> nulls) => _nulls = nulls;

    public static PossibleTruths Of(Predicate predicate, IReadOnlyCollection<Column> nulls) =>
        predicate.Accept(new NullBehaviour(nulls));

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(Like like)
    {
        var missing = like.IsNegated ? PossibleTruths.False : PossibleTruths.True;
        return Compare(like.Operand) & (EnglishPattern.NothingFits(like) ? ~missing : PossibleTruths.Any);
    }

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(Comparison comparison) => Compare(comparison.Operand);

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(ColumnComparison comparison) =>
        IsNull(comparison.Left) || IsNull(comparison.Right) ? PossibleTruths.Unknown
        : comparison.MayBeUnknown ? PossibleTruths.Any
        : PossibleTruths.True | PossibleTruths.False;

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(Between between) => Compare(between.Operand);

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(In membership) => Compare(membership.Operand);

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(NullTest test)
    {
        var (isNull, isNotNull) = test.IsNegated
            ? (PossibleTruths.False, PossibleTruths.True)
            : (PossibleTruths.True, PossibleTruths.False);
        return IsNull(test.Operand) ? isNull
            : test.Operand.MayBeNull ? isNull | isNotNull
            : isNotNull;
    }

    /// <summary>It is never UNKNOWN, and no column of it is NULL: items are there or not.</summary>
    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(Any any) => PossibleTruths.True | PossibleTruths.False;

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(ConstantComparison constant) =>
        Bit(constant.Value.ToTruth());

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(And and) => Combine(and, TruthTables.And);

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(Or or) => Combine(or, TruthTables.Or);

    PossibleTruths IPredicateVisitor<PossibleTruths>.Visit(Not not) =>
        Truths(not.Operand.Accept(this)).Aggregate(PossibleTruths.None, (all, truth) => all | Bit(truth.Not()));

    private static PossibleTruths Bit(Truth truth) => (PossibleTruths)(1 << (int)truth);

    private static IEnumerable<Truth> Truths(PossibleTruths possible) =>
        Enum.GetValues<Truth>().Where(truth => possible.HasFlag(Bit(truth)));

    private PossibleTruths Combine(Predicate connective, Func<Truth, Truth, Truth> combine) =>
        connective
            .Children.Select(child => child.Accept(this))
            .Aggregate(
                (left, right) =>
                    Truths(left)
                        .SelectMany(_ => Truths(right), combine)
                        .Aggregate(PossibleTruths.None, (all, truth) => all | Bit(truth))
            );

    private PossibleTruths Compare(Scalar operand) =>
        IsNull(operand) ? PossibleTruths.Unknown
        : operand.MayBeNull ? PossibleTruths.Any
        : PossibleTruths.True | PossibleTruths.False;

    /// <summary>Whether NULL in these columns makes it NULL; for ISNULL and COALESCE, every operand must be.</summary>
    private bool IsNull(Scalar scalar) =>
        scalar switch
        {
            ColumnReference reference => _nulls.Contains(reference.Column),
            ReplaceFunction replace => IsNull(replace.Operand),
            ConcatFunction concat => IsNull(concat.Operand),
            _ => scalar.Operands.Count > 0 && scalar.Operands.All(IsNull),
        };
}
