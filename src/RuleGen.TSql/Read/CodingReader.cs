using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Reads published text: what a web page or a file holds, to a coding.</summary>
public static class CodingReader
{
    /// <summary>
    /// The coding that a text holds: arms with or without CASE and END, and a WHERE or a condition by itself. Repairs
    /// what web pages do to T-SQL, and notes each repair. A script is read too, if it holds one view, function or
    /// query.
    /// </summary>
    /// <param name="text">The text, as it was published.</param>
    /// <param name="source">The table or view whose columns it names.</param>
    /// <exception cref="RuleGenException">
    /// Everything that is wrong with the text, in its order: RG0101 to RG0107, or what the factories of the model
    /// refuse.
    /// </exception>
    public static ReadResult Read(string text, Source source)
    {
        var given = new SourceText(text);
        if (!ScriptReader.LooksLikeScript(given))
        {
            return ReadFragment(given, source);
        }

        try
        {
            return ScriptReader.ReadOne(given, source);
        }
        catch (RuleGenException)
        {
            // A heading can start like a script: "Select codes".
            var findings = new Findings(given);
            if (TryReadFragment(findings, source, LexerMode.Repairing) is { } coding)
            {
                return new ReadResult(coding, findings.Notes);
            }

            throw;
        }
    }

    private static ReadResult ReadFragment(SourceText text, Source source)
    {
        var findings = new Findings(text);
        var coding = TryReadFragment(findings, source, LexerMode.Repairing);
        if (findings.HasProblem(ErrorCodes.UnclosedQuote))
        {
            // Either a quote is missing, or the literal goes on over the end of its line: the latter if that is T-SQL.
            var across = new Findings(text);
            var codingAcross = TryReadFragment(across, source, LexerMode.RepairingAcrossLines);
            if (!across.HasSyntaxProblem)
            {
                (findings, coding) = (across, codingAcross);
            }
        }

        findings.ThrowProblems();
        return new ReadResult(coding!, findings.Notes);
    }

    private static Coding? TryReadFragment(Findings findings, Source source, LexerMode mode)
    {
        var tokens = NameRepair.Join(Lexer.Read(findings, mode), source, findings);
        return CodingAssembler.Assemble(Headings.Remove(tokens, source, findings), source, parameters: null, findings);
    }
}
