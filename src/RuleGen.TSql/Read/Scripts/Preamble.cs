using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Statements that stand before a coding by itself, such as <c>USE</c> and <c>GO</c>, and change nothing.</summary>
/// <param name="Rest">The text with blanks in their place, so that all else stays where it is.</param>
/// <param name="Notes">That they are passed over.</param>
internal sealed record Preamble(SourceText Rest, ValueList<ReadNote> Notes)
{
    /// <summary>The longest preamble of a text; null where it has none, or a script follows.</summary>
    public static Preamble? Find(SourceText text, Source source)
    {
        var tokens = Lexer.Read(new Findings(text), LexerMode.Repairing);
        for (var i = tokens.Count - 1; i >= 0; i--)
        {
            if (!(tokens[i].IsSymbol(";") || tokens[i].Is("GO")))
            {
                continue;
            }

            var end = tokens[i].End;
            var rest = new SourceText(Blank(text.Text[..end]) + text.Text[end..]);
            if (ScriptReader.LooksLikeScript(rest))
            {
                return null;
            }

            var findings = new Findings(new SourceText(text.Text[..end]));
            var found = new ScriptWalker(
                findings,
                source,
                ReadOptions.Default,
                LexerMode.Exact,
                new SessionState()
            ).Read();
            if (found.Count == 0 && !findings.HasProblems)
            {
                return new Preamble(rest, findings.Notes);
            }
        }

        return null;
    }

    private static string Blank(string text) =>
        string.Concat(text.Select(character => Characters.IsLineBreak(character) ? character : ' '));
}
