namespace RuleGen.Model;

/// <summary><c>'…'</c> or <c>N'…'</c>. It takes the collation of what it meets (rule 6.6).</summary>
public sealed record StringLiteral : Scalar
{
    private StringLiteral(string value, bool isUnicode)
    {
        Value = value;
        IsUnicode = isUnicode;
    }

    /// <summary>The text; quotes within it are single.</summary>
    public string Value { get; }

    /// <summary>Whether <c>N</c> stands before it; one such operand turns a comparison to Unicode rules (rule 1.27).</summary>
    public bool IsUnicode { get; }

    /// <inheritdoc/>
    public override SqlType Type =>
        CharacterType.Create(IsUnicode, isFixedLength: false, Math.Max(Value.Length, 1), collation: null);

    /// <inheritdoc/>
    public override bool MayBeNull => false;

    /// <inheritdoc/>
    public override ValueList<Scalar> Operands => [];

    /// <summary>A literal.</summary>
    /// <exception cref="RuleGenException">RG0005: it is longer than a literal can be.</exception>
    public static StringLiteral Of(string value, bool isUnicode = false) =>
        value.Length * (isUnicode ? 2 : 1) <= LikePattern.MaximumBytes
            ? new(value, isUnicode)
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"A string literal has {value.Length} characters, and more than {LikePattern.MaximumBytes} bytes",
                "Make it shorter"
            );

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IScalarVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(StringLiteral? other) =>
        base.Equals(other) && Value == other.Value && IsUnicode == other.IsUnicode;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Value, IsUnicode);
}
