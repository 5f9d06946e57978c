using System.Text;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>Writes parts of LIKE patterns as patterns again.</summary>
internal static class PatternText
{
    private const string Escapes = "!\\~|#$";
    private const string SpecialInSet = "]^-";

    /// <summary>
    /// The text that means these parts with the escape character that a pattern has; null where no text does, or none
    /// whose meaning has a source.
    /// </summary>
    public static string? Write(IReadOnlyList<LikeElement> elements, char? escape)
    {
        var text = Compose(elements, escape);
        return IsMeant(text, elements, escape) ? text : null;
    }

    /// <summary>
    /// <c>operand LIKE pattern</c> for a list of parts, with an escape character of its own where it needs one; null where
    /// it cannot be written, or the model refuses it.
    /// </summary>
    public static Like? ToLike(Scalar operand, IEnumerable<LikeElement> elements, Like model, bool isNegated)
    {
        var parts = elements.Select(WithoutSpecial).ToList();
        var needsEscape = parts
            .OfType<CharacterSet>()
            .SelectMany(set => set.Members)
            .Any(member => SpecialInSet.Contains(member.First, StringComparison.Ordinal));
        char? escape = needsEscape ? Escapes.FirstOrDefault(candidate => !Mentions(parts, candidate)) : null;
        if (escape == '\0')
        {
            return null;
        }

        try
        {
            return Like.Of(
                operand,
                StringLiteral.Of(Compose(parts, escape), model.PatternText.IsUnicode),
                escape is { } used ? StringLiteral.Of(used.ToString()) : null,
                isNegated
            );
        }
        catch (RuleGenException)
        {
            // The column's collation or the pattern's length does not allow it.
            return null;
        }
    }

    /// <summary>A set as findings show it.</summary>
    public static string Show(CharacterSet set) =>
        $"[{(set.IsNegated ? "^" : "")}{string.Concat(set.Members.Select(Show))}]";

    /// <summary>A member of a set as findings show it, on one line.</summary>
    public static string Show(SetMember member) =>
        MessageText.OneLine(member.Last is { } last ? $"{member.First}-{last}" : member.First.ToString());

    private static string Compose(IEnumerable<LikeElement> elements, char? escape)
    {
        var text = new StringBuilder();
        foreach (var element in elements)
        {
            switch (element)
            {
                case AnyRun:
                    text.Append('%');
                    break;
                case AnyCharacter:
                    text.Append('_');
                    break;
                case LiteralCharacter literal:
                    Append(text, literal.Character, escape, IsSpecial(literal));
                    break;
                case CharacterSet set:
                    Append(text, set, escape);
                    break;
                default:
                    throw new ArgumentException("No such part of a pattern.", nameof(elements));
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char character, char? escape, bool isSpecial)
    {
        if (escape is not null && (isSpecial || character == escape))
        {
            text.Append(escape);
        }

        text.Append(character);
    }

    private static void Append(StringBuilder text, CharacterSet set, char? escape)
    {
        text.Append(set.IsNegated ? "[^" : "[");
        foreach (var member in set.Members)
        {
            Append(text, member.First, escape, SpecialInSet.Contains(member.First, StringComparison.Ordinal));
            if (member.Last is { } last)
            {
                text.Append('-').Append(last);
            }
        }

        text.Append(']');
    }

    private static bool IsSpecial(LiteralCharacter literal) => literal.Character is '%' or '_' or '[';

    /// <summary>What means itself in a set needs no escape character there.</summary>
    private static LikeElement WithoutSpecial(LikeElement element) =>
        element is LiteralCharacter literal && IsSpecial(literal)
            ? new CharacterSet(false, [new SetMember(literal.Character, null)])
            : element;

    private static bool Mentions(List<LikeElement> parts, char character) =>
        parts.Any(part =>
            part switch
            {
                LiteralCharacter literal => literal.Character == character,
                CharacterSet set => set.Members.Any(member => member.First == character || member.Last == character),
                _ => false,
            }
        );

    private static bool IsMeant(string text, IReadOnlyList<LikeElement> elements, char? escape)
    {
        try
        {
            var parsed = LikePattern.Parse(text, escape);
            return !parsed.MatchesNothing && parsed.Elements.Equals(elements.ToValueList());
        }
        catch (RuleGenException)
        {
            return false;
        }
    }
}
