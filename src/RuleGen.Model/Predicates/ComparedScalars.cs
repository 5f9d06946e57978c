namespace RuleGen.Model;

/// <summary>
/// The scalars whose characters a simple predicate looks at, with the rules that compare them. BETWEEN and IN are
/// several comparisons (rules 5.7, 5.10): each is Unicode or not by its own literal (rule 6.2).
/// </summary>
internal sealed class ComparedScalars
    : IPredicateVisitor<IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)>>
{
    private ComparedScalars() { }

    public static ComparedScalars Instance { get; } = new();

    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(Like like) =>
        [(like.Operand, like.IsUnicode, CharacterUse.Pattern)];

    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(Comparison comparison) =>
        Pair(
            comparison.Operand,
            comparison.Literal,
            comparison.Operator.NeedsOrder() ? CharacterUse.Order : CharacterUse.Equality
        );

    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(ColumnComparison comparison) =>
        Pair(comparison.Left, comparison.Right, CharacterUse.Equality);

    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(Between between) =>
        [
            .. Pair(between.Operand, between.Low, CharacterUse.Order),
            .. Pair(between.Operand, between.High, CharacterUse.Order),
        ];

    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(In membership) =>
        membership.Items.SelectMany(item => Pair(membership.Operand, item, CharacterUse.Equality));

    /// <summary>None: a test for NULL looks at no character.</summary>
    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(NullTest test) => [];

    /// <summary>None: what looks at characters are the conditions on its items.</summary>
    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(Any any) => [];

    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(ConstantComparison constant) => [];

    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(And and) => [];

    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(Or or) => [];

    public IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Visit(Not not) => [];

    private static IEnumerable<(Scalar Scalar, bool IsUnicode, CharacterUse Use)> Pair(
        Scalar operand,
        Scalar literal,
        CharacterUse use
    )
    {
        var isUnicode =
            operand.Type is CharacterType { IsUnicode: true } || literal.Type is CharacterType { IsUnicode: true };
        return [(operand, isUnicode, use), (literal, isUnicode, use)];
    }
}
