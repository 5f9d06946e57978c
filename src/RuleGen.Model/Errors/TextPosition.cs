namespace RuleGen.Model;

/// <summary>A place in a text, as an editor shows it.</summary>
/// <param name="Line">The line; the first is 1.</param>
/// <param name="Column">The character in the line; the first is 1.</param>
public readonly record struct TextPosition(int Line, int Column) : IComparable<TextPosition>
{
    /// <inheritdoc/>
    public int CompareTo(TextPosition other) => (Line, Column).CompareTo((other.Line, other.Column));

    /// <summary>Whether one place stands before another.</summary>
    public static bool operator <(TextPosition left, TextPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether one place stands after another.</summary>
    public static bool operator >(TextPosition left, TextPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether one place stands before another or is the same.</summary>
    public static bool operator <=(TextPosition left, TextPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one place stands after another or is the same.</summary>
    public static bool operator >=(TextPosition left, TextPosition right) => left.CompareTo(right) >= 0;
}
