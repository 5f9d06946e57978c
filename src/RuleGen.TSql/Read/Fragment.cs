using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>A coding by itself, as the reader understands its text.</summary>
/// <param name="Tokens">The tokens, comments among them, without headings.</param>
/// <param name="Coding">The coding; null where something is wrong.</param>
/// <param name="Findings">What was noted and what is wrong.</param>
internal sealed record Fragment(List<Token> Tokens, Coding? Coding, Findings Findings)
{
    /// <summary>The text, with the fewest repairs that make it a coding; else the reading with the fewest problems.</summary>
    public static Fragment Read(SourceText text, Source source, ReadOptions options)
    {
        var best = Read(text, source, options, LexerMode.Repairing);
        if (!best.Findings.HasProblems)
        {
            return best;
        }

        var mixed = Read(text, source, options, LexerMode.RepairingMixedQuotes);
        if (mixed.Findings.ProblemCount < best.Findings.ProblemCount)
        {
            best = mixed;
        }

        if (!best.Findings.HasProblem(ErrorCodes.UnclosedQuote))
        {
            return best;
        }

        // Either a quote is missing, or the literal goes on over the end of its line: the latter if that is T-SQL.
        var across = Read(text, source, options, LexerMode.RepairingAcrossLines);
        return across.Findings.HasSyntaxProblem ? best : across;
    }

    private static Fragment Read(SourceText text, Source source, ReadOptions options, LexerMode mode)
    {
        var findings = new Findings(text);
        var tokens = NameRepair.Join(Lexer.Read(findings, mode), source, findings);
        tokens = Headings.Remove(tokens, source, findings);
        var chosen = CaseColumns.Choose(tokens, options.Case, findings);
        return new Fragment(
            tokens,
            chosen is null
                ? null
                : CodingAssembler.Assemble(
                    chosen,
                    source,
                    NameScope.None with
                    {
                        IsLenient = options.IsLenient,
                    },
                    findings
                ),
            findings
        );
    }
}
