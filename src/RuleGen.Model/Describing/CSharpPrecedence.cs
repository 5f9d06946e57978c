namespace RuleGen.Model.Describing;

/// <summary>How tightly a C# expression holds together; the loosest first.</summary>
internal enum CSharpPrecedence
{
    Or,
    And,
    Relational,
    Not,
    Primary,
}
