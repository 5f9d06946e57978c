namespace RuleGen.Model;

/// <summary>
/// <c>REPLACE(x, sought, replacement)</c> of one character that equals no other: a blank, or punctuation. NULL when x is
/// NULL (rule 3.10).
/// </summary>
public sealed record ReplaceFunction : Scalar
{
    private ReplaceFunction(Scalar operand, StringLiteral sought, StringLiteral replacement, CharacterType type)
    {
        Operand = operand;
        Sought = sought;
        Replacement = replacement;
        Type = type;
    }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <summary>The character that is replaced.</summary>
    public StringLiteral Sought { get; }

    /// <summary>What stands for each, perhaps nothing.</summary>
    public StringLiteral Replacement { get; }

    /// <inheritdoc/>
    public override SqlType Type { get; }

    /// <inheritdoc/>
    public override bool MayBeNull => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [Operand, Sought, Replacement];

    /// <inheritdoc/>
    internal override int? LongestText => Operand.LongestText * Math.Max(Replacement.Value.Length, 1);

    /// <summary>An expression with one character replaced.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: the expression is not character data, or a literal is Unicode where it is not. RG0003: the sought text is not
    /// one character that equals no other, or the replacement holds one that LIKE may look past. RG0005: the result may be
    /// longer than its type.
    /// </exception>
    public static ReplaceFunction Of(Scalar operand, StringLiteral sought, StringLiteral replacement)
    {
        var type = Typing.RequireCharacter(operand, "REPLACE");
        Typing.RequireColumn(operand, "REPLACE");
        if (sought.Value is not [var character] || !EqualsNoOther(character))
        {
            throw new RuleGenException(
                ErrorCodes.UnmodelledCharacter,
                $"REPLACE seeks '{MessageText.OneLine(sought.Value)}', and which texts equal it under a collation is not modelled",
                "Seek one blank or one punctuation mark other than ' and -, such as '.'; or use LIKE"
            );
        }

        Typing.RequireSameWidth(type, sought, "REPLACE");
        Typing.RequireSameWidth(type, replacement, "REPLACE");
        Typing.RequireCertain(type, replacement, "REPLACE");
        var longest = CharacterType.LongestLength(type.IsUnicode);
        var function = new ReplaceFunction(
            operand,
            sought,
            replacement,
            CharacterType.Create(
                type.IsUnicode,
                isFixedLength: false,
                type.Length is null ? null : longest,
                type.Collation
            )
        );
        return !(function.LongestText > longest)
            ? function
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                "REPLACE may make a text longer than its type holds, which would be cut",
                "Give it a shorter replacement"
            );
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(ReplaceFunction? other) =>
        base.Equals(other) && Operand == other.Operand && Sought == other.Sought && Replacement == other.Replacement;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Operand, Sought, Replacement);

    /// <summary>Blank and ASCII's punctuation without <c>'</c> and <c>-</c> (rules 0.10, 1.41).</summary>
    private static bool EqualsNoOther(char character) =>
        character is >= ' ' and <= '~' && !char.IsAsciiLetterOrDigit(character) && character is not ('\'' or '-');
}
