using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Reads whole scripts: the codings of their views, inline table-valued functions and queries.</summary>
public static class ScriptReader
{
    /// <summary>
    /// The codings of a script, in order: the CASE of each select list, and its WHERE. Other statements are passed
    /// over; scripts within <c>EXEC (N'…')</c> and <c>sp_executesql</c> are read too. In a function, parameters stand
    /// for the columns, each with COLLATE and its column's collation (rule 6.10).
    /// </summary>
    /// <param name="script">The script; GO separates its batches.</param>
    /// <param name="source">The table or view whose columns it names.</param>
    /// <returns>The codings; none where the script has no view, function or query of that kind.</returns>
    /// <exception cref="RuleGenException">
    /// Everything that is wrong with the script, in its order: RG0101, RG0105, RG0106, or what the factories refuse.
    /// </exception>
    public static ValueList<ScriptObject> Read(string script, Source source)
    {
        var findings = new Findings(new SourceText(script));
        var objects = ReadAll(findings, source, LexerMode.Exact);
        findings.ThrowProblems();
        return objects;
    }

    /// <summary>Whether a text starts as a script does, not as a coding.</summary>
    internal static bool LooksLikeScript(SourceText text)
    {
        var tokens = ScriptWalker.WithoutSqlcmd(Lexer.Read(new Findings(text), LexerMode.Repairing));
        return tokens.Find(token => token.Kind != TokenKind.Comment) is { } first
            && first.IsOneOf(Keywords.StartingScripts);
    }

    /// <summary>
    /// The one coding of a script, as it is or, where that is no T-SQL, with the repairs for web pages.
    /// </summary>
    internal static ReadResult ReadOne(SourceText text, Source source)
    {
        var findings = new Findings(text);
        var objects = ReadAll(findings, source, LexerMode.Exact);
        if (findings.HasSyntaxProblem)
        {
            findings = new Findings(text);
            objects = ReadAll(findings, source, LexerMode.RepairingMixedQuotes);
        }

        findings.ThrowProblems();
        if (objects.Count == 0)
        {
            throw new RuleGenException(
                ErrorCodes.NoCoding,
                "The script holds no view, function or query with a CASE or a WHERE",
                "Give a script with one of them, or the coding by itself"
            ).At(text.PositionOf(0));
        }

        return objects.Select(found => found.Coding).Distinct().Count() == 1
            ? new ReadResult(objects[0].Coding, findings.Notes)
            : throw new RuleGenException(
                ErrorCodes.UnsupportedConstruct,
                $"The script holds {string.Join(", ", objects)}, and their codings differ",
                "Give one of them"
            ).At(text.PositionOf(0));
    }

    private static ValueList<ScriptObject> ReadAll(Findings findings, Source source, LexerMode mode) =>
        new ScriptWalker(findings, source, mode).Read();
}
