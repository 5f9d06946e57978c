namespace RuleGen.Model;

/// <summary>The type of a label; those of one coding are of one (rule 6.3).</summary>
public enum LabelType
{
    /// <summary><c>'text'</c> or <c>N'text'</c>.</summary>
    Text,

    /// <summary>A whole number, an int: <c>1</c>.</summary>
    Integer,

    /// <summary><c>CAST(1 AS bit)</c> or <c>CAST(0 AS bit)</c>.</summary>
    Bit,
}

/// <summary>Questions about <see cref="LabelType"/>.</summary>
public static class LabelTypes
{
    /// <summary>The type as messages name it.</summary>
    public static string Name(this LabelType type) =>
        type switch
        {
            LabelType.Text => "text",
            LabelType.Integer => "int",
            LabelType.Bit => "bit",
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    /// <summary>A label's text as T-SQL shows a value of the type: text in quotes, a number, or <c>NULL</c>.</summary>
    /// <param name="type">The type.</param>
    /// <param name="text">The text, or the number's digits; null is NULL.</param>
    public static string Show(this LabelType type, string? text) =>
        text is null ? "NULL"
        : type == LabelType.Text ? $"'{text}'"
        : text;
}
