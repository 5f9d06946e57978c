using System.Text;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>The T-SQL that a published text means, for comparison with what RuleGen writes.</summary>
public static class PublishedText
{
    /// <summary>
    /// The text with the reader's repairs, and blanks for headings and comments: every token on the line and, as far as
    /// no repair made a token before it longer, in the column of the text as it was given.
    /// </summary>
    /// <param name="text">A text that <see cref="CodingReader.Read"/> takes, and no script.</param>
    /// <param name="source">The table or view whose columns it names.</param>
    public static string ToSql(string text, Source source) =>
        Place(Fragment.Read(PageSource.Show(new SourceText(text)).Text, source, ReadOptions.Default));

    private static string Place(Fragment fragment)
    {
        var given = fragment.Findings.Source.Text;
        var text = new StringBuilder();
        var end = 0;
        foreach (var token in fragment.Tokens.Where(token => token.Kind != TokenKind.Comment))
        {
            foreach (var passedOver in given.AsSpan(end, token.Start - end))
            {
                text.Append(passedOver is '\n' or '\r' ? passedOver : ' ');
            }

            text.Append(token.Text).Append(' ', Math.Max(token.End - token.Start - token.Text.Length, 0));
            end = token.End;
        }

        return text.ToString();
    }
}
