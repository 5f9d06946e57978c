using System.Globalization;

namespace RuleGen.Model;

/// <summary>
/// What an arm or an ELSE gives: <c>'text'</c>, <c>N'text'</c>, a whole number, <c>CAST(1 AS bit)</c> or NULL.
/// </summary>
public sealed record Label
{
    private Label(LabelType type, string? text, bool isUnicode)
    {
        Type = type;
        Text = text;
        IsUnicode = isUnicode;
    }

    /// <summary><c>NULL</c>, which takes the type of the coding's other labels.</summary>
    public static Label Null { get; } = new(LabelType.Text, null, isUnicode: false);

    /// <summary>The type; that of NULL is <see cref="LabelType.Text"/>, and says nothing.</summary>
    public LabelType Type { get; }

    /// <summary>The text, or the number's digits with its sign; null is NULL.</summary>
    public string? Text { get; }

    /// <summary>Whether <c>N</c> stands before a text.</summary>
    public bool IsUnicode { get; }

    /// <summary>Whether it is NULL.</summary>
    public bool IsNull => Text is null;

    /// <summary>How many pairs of parentheses the published text puts around it; no part of equality.</summary>
    public int Parentheses { get; init; }

    /// <summary>
    /// Where the text that it was read from has it; null where it was not read. No part of equality.
    /// </summary>
    public TextPosition? Position { get; init; }

    /// <summary>A text.</summary>
    /// <exception cref="RuleGenException">RG0005: it is longer than 4000 characters.</exception>
    public static Label Of(string text, bool isUnicode = false) =>
        text.Length <= 4000
            ? new(LabelType.Text, text, isUnicode)
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"A label has {text.Length} characters",
                "Use 4000 characters or fewer"
            );

    /// <summary>A whole number.</summary>
    /// <exception cref="RuleGenException">
    /// RG0005: it does not fit an int: such a constant is of type numeric in SQL Server, whose scale and precision
    /// depend on every other label (rule 6.17).
    /// </exception>
    public static Label Of(long number) =>
        IntegerType.Int.Holds(number)
            ? new(LabelType.Integer, number.ToString(CultureInfo.InvariantCulture), isUnicode: false)
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                FormattableString.Invariant($"The label {number} does not fit an int"),
                "Use a number from -2147483648 to 2147483647, or text"
            );

    /// <summary><c>CAST(1 AS bit)</c> or <c>CAST(0 AS bit)</c>.</summary>
    public static Label OfBit(bool isSet) => new(LabelType.Bit, isSet ? "1" : "0", isUnicode: false);

    /// <summary>The label in a pair of parentheses that the published text has.</summary>
    public Label Parenthesized() => this with { Parentheses = Parentheses + 1 };

    /// <inheritdoc/>
    public bool Equals(Label? other) =>
        other is not null && Type == other.Type && Text == other.Text && IsUnicode == other.IsUnicode;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Text, IsUnicode);

    /// <summary>The text or number, or <c>NULL</c>.</summary>
    public override string ToString() => Text ?? "NULL";
}
