using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Reads whole scripts: the codings of their views, inline table-valued functions and queries.</summary>
public static class ScriptReader
{
    /// <summary>
    /// The codings of a script, in order: the CASE of each select list, or its one constant text, and its WHERE. Scripts
    /// within <c>EXEC (N'…')</c> and <c>sp_executesql</c> are read too. In a function without a table, parameters stand
    /// for the columns, each with COLLATE and its column's collation (rule 6.10). Statements that change no result, by
    /// <see cref="NodeRules"/>, are passed over; all others are refused.
    /// </summary>
    /// <param name="script">The script; GO separates its batches.</param>
    /// <param name="source">The table or view whose columns it names.</param>
    /// <returns>The codings; none where the script has no view, function or query of that kind.</returns>
    /// <exception cref="RuleGenException">
    /// Everything that is wrong with the script, in its order: RG0101, RG0105, RG0106, RG0108, or what the factories
    /// refuse.
    /// </exception>
    public static ValueList<ScriptObject> Read(string script, Source source)
    {
        var findings = new Findings(new SourceText(script));
        var objects = Walk(findings, source, ReadOptions.Default, LexerMode.Exact).Read();
        findings.ThrowProblems();
        return objects;
    }

    /// <summary>Whether a text starts as a script does, not as a coding.</summary>
    /// <param name="given">Its tokens, with the repairs for web pages.</param>
    internal static bool LooksLikeScript(List<Token> given)
    {
        var tokens = SqlcmdLines.Remove(given);
        var first = tokens.FindIndex(token => token.Kind != TokenKind.Comment && !token.IsSymbol(";"));
        while (first >= 0 && first + 1 < tokens.Count && tokens[first].IsSymbol("("))
        {
            first++;
        }

        return first >= 0 && tokens[first].IsOneOf(Keywords.StartingScripts);
    }

    /// <summary>
    /// The one coding of a script, as it is or, where that is no T-SQL, with the repairs for web pages.
    /// </summary>
    internal static ReadResult ReadOne(SourceText text, Source source, ReadOptions options)
    {
        var findings = new Findings(text);
        var walker = Walk(findings, source, options, LexerMode.Exact);
        var objects = walker.Read();
        if (findings.HasSyntaxProblem)
        {
            findings = new Findings(text);
            walker = Walk(findings, source, options, LexerMode.RepairingMixedQuotes);
            objects = walker.Read();
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
            {
                AssumedTables = walker.Assumed.ToValueList(),
                AssumedShapes = findings.AssumedShapes,
                Conversions = findings.Conversions,
            }
            : throw new RuleGenException(
                ErrorCodes.UnsupportedConstruct,
                $"The script holds {string.Join(", ", objects)}, and their codings differ",
                "Give one of them"
            ).At(text.PositionOf(0));
    }

    private static ScriptWalker Walk(Findings findings, Source source, ReadOptions options, LexerMode mode) =>
        new(findings, source, options, mode, new SessionState());
}
