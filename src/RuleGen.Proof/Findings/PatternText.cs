using System.Text;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>Writes parts of LIKE patterns as patterns again.</summary>
internal static class PatternText
{
    private const string Escapes = "!\\~|#$";
    private const string SpecialInSet = "]^-";

    /// <summary>
    /// <c>operand LIKE pattern</c> for a list of parts; null where it cannot be written, or the model refuses it.
    /// </summary>
    public static Like? ToLike(Scalar operand, IEnumerable<LikeElement> elements, Like model, bool isNegated)
    {
        var parts = elements.ToList();
        var needsEscape = parts
            .OfType<CharacterSet>()
            .SelectMany(set => set.Members)
            .Any(member => SpecialInSet.Contains(member.First, StringComparison.Ordinal));
        var escape = needsEscape ? Escapes.FirstOrDefault(candidate => !Mentions(parts, candidate)) : '\0';
        if (needsEscape && escape == '\0')
        {
            return null;
        }

        var text = string.Concat(parts.Select(part => Write(part, escape)));
        try
        {
            return Like.Of(
                operand,
                StringLiteral.Of(text, model.PatternText.IsUnicode),
                needsEscape ? StringLiteral.Of(escape.ToString()) : null,
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

    private static bool Mentions(List<LikeElement> parts, char character) =>
        parts.Any(part =>
            part switch
            {
                LiteralCharacter literal => literal.Character == character,
                CharacterSet set => set.Members.Any(member => member.First == character || member.Last == character),
                _ => false,
            }
        );

    private static string Write(LikeElement element, char escape) =>
        element switch
        {
            AnyRun => "%",
            AnyCharacter => "_",
            LiteralCharacter { Character: '%' or '_' or '[' } special => $"[{special.Character}]",
            LiteralCharacter literal => literal.Character.ToString(),
            CharacterSet set => Write(set, escape),
            _ => throw new ArgumentException("No such part of a pattern.", nameof(element)),
        };

    private static string Write(CharacterSet set, char escape)
    {
        var text = new StringBuilder(set.IsNegated ? "[^" : "[");
        foreach (var member in set.Members)
        {
            if (SpecialInSet.Contains(member.First, StringComparison.Ordinal))
            {
                text.Append(escape);
            }

            text.Append(member.First);
            if (member.Last is { } last)
            {
                text.Append('-').Append(last);
            }
        }

        return text.Append(']').ToString();
    }
}
