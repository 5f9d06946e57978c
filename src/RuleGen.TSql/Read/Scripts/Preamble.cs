using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Statements that stand before a coding by itself, such as <c>USE</c> and <c>GO</c>, and change nothing.</summary>
/// <param name="Rest">The text with blanks in their place, so that all else stays where it is.</param>
/// <param name="Notes">That they are passed over.</param>
internal sealed record Preamble(SourceText Rest, ValueList<ReadNote> Notes)
{
    /// <summary>
    /// How many tokens are looked at for the end of a preamble: each end that may be it takes a look at all before it.
    /// </summary>
    private const long MostLooks = 1_000_000;

    /// <summary>The longest preamble of a text; null where it has none, or a script follows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens, with the repairs for web pages.</param>
    /// <param name="source">What the coding reads.</param>
    public static Preamble? Find(SourceText text, List<Token> tokens, Source source)
    {
        var looks = 0L;
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (!(tokens[i].IsSymbol(";") || tokens[i].Is("GO")))
            {
                continue;
            }

            looks += i;
            if (looks > MostLooks || ScriptReader.LooksLikeScript(tokens[(i + 1)..]))
            {
                return null;
            }

            var end = tokens[i].End;
            var findings = new Findings(Part(text, text.Text[..end]));
            var found = new ScriptWalker(
                findings,
                source,
                ReadOptions.Default,
                LexerMode.Exact,
                new SessionState()
            ).Read();
            if (found.Count == 0 && !findings.HasProblems)
            {
                return new Preamble(Part(text, Blank(text.Text[..end]) + text.Text[end..]), findings.Notes);
            }
        }

        return null;
    }

    /// <summary>A text whose characters stand where those of the given text do.</summary>
    private static SourceText Part(SourceText text, string part) =>
        text.Nested(part, [.. Enumerable.Range(0, part.Length + 1)]);

    private static string Blank(string text) =>
        string.Concat(text.Select(character => Characters.IsLineBreak(character) ? character : ' '));
}
