using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>Which of a collation's rules compare two scalars (rules 6.2, 6.6).</summary>
internal static class Comparing
{
    public static CharacterRules Rules(Scalar operand, StringLiteral literal)
    {
        var type = (CharacterType)operand.Type;
        return type.Collation!.Rules(type.IsUnicode || literal.IsUnicode);
    }
}
