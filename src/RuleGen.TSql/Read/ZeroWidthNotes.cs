using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// Notes the characters without a shape that were taken out of the text: all but those in literals and comments.
/// </summary>
internal static class ZeroWidthNotes
{
    public static void Add(List<Token> tokens, Findings findings)
    {
        var given = findings.Source.Text;
        var token = 0;
        for (var i = 0; i < given.Length; i++)
        {
            if (!Characters.IsZeroWidth(given[i]))
            {
                continue;
            }

            while (token < tokens.Count && tokens[token].End <= i)
            {
                token++;
            }

            var isInside = token < tokens.Count && tokens[token].Start < i;
            var start = i;
            while (i + 1 < given.Length && Characters.IsZeroWidth(given[i + 1]))
            {
                i++;
            }

            if (!isInside || tokens[token].Kind is not (TokenKind.String or TokenKind.Comment))
            {
                findings.Note(start, $"{MessageText.CodePoint(given[start])}, which has no shape, is taken out");
            }
        }
    }
}
