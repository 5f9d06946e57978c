namespace RuleGen.Model;

/// <summary>
/// <c>'literal' + x</c> or <c>x + 'literal'</c>: a text with another before or after it. NULL when x is NULL (rule 3.11).
/// </summary>
public sealed record ConcatFunction : Scalar
{
    private ConcatFunction(Scalar left, Scalar right, CharacterType type)
    {
        Left = left;
        Right = right;
        Type = type;
    }

    /// <summary>What stands first.</summary>
    public Scalar Left { get; }

    /// <summary>What stands last.</summary>
    public Scalar Right { get; }

    /// <summary>The side that reads columns.</summary>
    public Scalar Operand => IsLiteralFirst ? Right : Left;

    /// <summary>The other side.</summary>
    public StringLiteral Literal => (StringLiteral)(IsLiteralFirst ? Left : Right);

    /// <summary>Whether the literal stands first.</summary>
    public bool IsLiteralFirst => Left is StringLiteral;

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool MayBeNull => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [Left, Right];

    /// <inheritdoc/>
    internal override int? LongestText => Operand.LongestText + Literal.Value.Length;

    /// <summary>
    /// An expression with a literal before or after it. <c>+</c> joins from the left: what is joined on the right stands in a
    /// pair of parentheses, and gets one where it has none.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0001: not one side is a literal and the other an expression over columns, or the literal is Unicode where that is
    /// not. RG0003: the literal holds a character that LIKE may look past. RG0005: the result may be longer than its type.
    /// </exception>
    public static ConcatFunction Of(Scalar left, Scalar right)
    {
        right = right is ConcatFunction { Parentheses: 0 } ? right with { Parentheses = 1 } : right;
        var (operand, other) = left is StringLiteral ? (right, left) : (left, right);
        var type = Typing.RequireCharacter(operand, "'+'");
        if (other is not StringLiteral literal)
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"'+' joins {Typing.Describe(operand)} and {Typing.Describe(other)}; a coding joins one column with literals",
                "Ask for each column by itself"
            );
        }

        Typing.RequireColumn(operand, "'+'");
        Typing.RequireSameWidth(type, literal, "'+'");
        Typing.RequireCertain(type, literal, "'+'");
        var longest = CharacterType.LongestLength(type.IsUnicode);
        int? length = type.Length is { } own ? Math.Min(own + Math.Max(literal.Value.Length, 1), longest) : null;
        var function = new ConcatFunction(
            left,
            right,
            CharacterType.Create(type.IsUnicode, isFixedLength: false, length, type.Collation)
        );
        return !(function.LongestText > longest)
            ? function
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                "'+' may make a text longer than its type holds, which would be cut",
                "Give it a shorter literal"
            );
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(ConcatFunction? other) => base.Equals(other) && Left == other.Left && Right == other.Right;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Left, Right);
}
