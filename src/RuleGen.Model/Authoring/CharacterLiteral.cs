namespace RuleGen.Model.Authoring;

/// <summary>A string literal, as rules are written in C#; a C# string is one.</summary>
public sealed class CharacterLiteral
{
    private CharacterLiteral(StringLiteral scalar) => Scalar = scalar;

    /// <summary>The literal.</summary>
    public StringLiteral Scalar { get; }

    /// <summary><c>'value'</c>.</summary>
    public static implicit operator CharacterLiteral(string value) => FromString(value);

    /// <summary><c>'value'</c>.</summary>
    public static CharacterLiteral FromString(string value) => new(StringLiteral.Of(value));

    /// <summary><c>N'value'</c>: turns the comparison to Unicode rules (rule 1.27).</summary>
    public static CharacterLiteral Unicode(string value) => new(StringLiteral.Of(value, isUnicode: true));

    /// <summary>The literal in a pair of parentheses that the published text has: <c>('2%')</c>.</summary>
    public CharacterLiteral Parenthesized() => new(Scalar with { Parentheses = Scalar.Parentheses + 1 });

    /// <summary>The literal as an expression, for <c>ISNULL</c> and <c>COALESCE</c> or the left of a comparison.</summary>
    public CharacterOperand AsOperand() => new(Scalar);
}
