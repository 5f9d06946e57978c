namespace RuleGen.Model;

/// <summary>What an arm or an ELSE gives: <c>'text'</c>, <c>N'text'</c> or NULL.</summary>
public sealed record Label
{
    private Label(string? text, bool isUnicode)
    {
        Text = text;
        IsUnicode = isUnicode;
    }

    /// <summary><c>NULL</c>.</summary>
    public static Label Null { get; } = new(null, isUnicode: false);

    /// <summary>The text; null is NULL.</summary>
    public string? Text { get; }

    /// <summary>Whether <c>N</c> stands before it.</summary>
    public bool IsUnicode { get; }

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
            ? new(text, isUnicode)
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"A label has {text.Length} characters",
                "Use 4000 characters or fewer"
            );

    /// <summary>The label in a pair of parentheses that the published text has.</summary>
    public Label Parenthesized() => this with { Parentheses = Parentheses + 1 };

    /// <inheritdoc/>
    public bool Equals(Label? other) => other is not null && Text == other.Text && IsUnicode == other.IsUnicode;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Text, IsUnicode);

    /// <summary>The text, or <c>NULL</c>.</summary>
    public override string ToString() => Text ?? "NULL";
}
