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
    /// <param name="options">What is taken for granted; null for nothing.</param>
    /// <exception cref="RuleGenException">
    /// Everything that is wrong with the text, in its order: RG0101 to RG0116, or what the factories of the model
    /// refuse.
    /// </exception>
    public static ReadResult Read(string text, Source source, ReadOptions? options = null)
    {
        var (shown, tokens, note) = PageSource.Show(new SourceText(text));
        var read = ReadShown(shown, tokens, source, options ?? ReadOptions.Default);
        return note is null ? read : read with { Notes = [note, .. read.Notes] };
    }

    private static ReadResult ReadShown(SourceText given, List<Token> tokens, Source source, ReadOptions options)
    {
        if (!ScriptReader.LooksLikeScript(tokens))
        {
            return Result(Fragment.Read(given, source, options));
        }

        try
        {
            return ScriptReader.ReadOne(given, source, options);
        }
        catch (RuleGenException exception) when (exception.Problems.All(MayBeHeading))
        {
            // A heading can start like a script: "Select codes".
            var fragment = Fragment.Read(given, source, options);
            if (!fragment.Findings.HasProblems)
            {
                return Result(fragment);
            }

            if (Preamble.Find(given, tokens, source) is { } preamble)
            {
                var read = Result(Fragment.Read(preamble.Rest, source, options));
                return read with { Notes = [.. preamble.Notes, .. read.Notes] };
            }

            throw;
        }
    }

    /// <summary>Whether a text may be no script at all: it is no T-SQL, or holds no coding.</summary>
    private static bool MayBeHeading(Problem problem) =>
        Findings.IsSyntaxProblem(problem.Code) || problem.Code == ErrorCodes.NoCoding;

    private static ReadResult Result(Fragment fragment)
    {
        fragment.Findings.ThrowProblems();
        return new ReadResult(fragment.Coding!, fragment.Findings.Notes)
        {
            AssumedShapes = fragment.Findings.AssumedShapes,
            Conversions = fragment.Findings.Conversions,
        };
    }
}
