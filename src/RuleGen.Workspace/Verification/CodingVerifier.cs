using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Sqlite;
using RuleGen.TSql;
using RuleGen.Workspaces.Building;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Workspaces.Verification;

/// <summary>Brings every embedded engine to bear on a coding.</summary>
internal static class CodingVerifier
{
    /// <summary>
    /// Verifies a coding, with the scripts and the assembly made for it, on its fixtures and on sampled rows.
    /// </summary>
    /// <exception cref="RuleGenException">The interpreter does not run the scripts.</exception>
    public static VerificationResult Verify(
        CodingFixtures fixtures,
        FormedCoding formed,
        ValueList<GeneratedFile> files,
        ClrAssembly? assembly,
        int rows
    )
    {
        var (coding, source) = (fixtures.Coding, fixtures.Source);
        using var verification = Start(
            coding.Id,
            coding.Coding,
            formed.Written.Coding,
            source,
            files,
            assembly,
            SqliteEngine.Translate(coding.Coding, source)
        );
        verification.Add(fixtures.ToChunk());
        foreach (var chunk in RowChunks.Sample(source, coding.Coding, rows, VerificationOptions.DefaultSeed))
        {
            verification.Add(chunk.Among(formed.Assumptions));
        }

        return verification.Result;
    }

    /// <summary>A verification by every engine that can decide the coding exactly.</summary>
    /// <param name="name">What messages call the coding.</param>
    /// <param name="coding">The coding, over the source's columns.</param>
    /// <param name="source">The source.</param>
    /// <param name="files">The scripts made for it; the interpreter runs the view and the function.</param>
    /// <param name="assembly">Its SQLCLR assembly; null where it has none.</param>
    /// <param name="others">Engines beside the embedded ones.</param>
    /// <exception cref="RuleGenException">The interpreter does not run the scripts.</exception>
    public static CodingVerification Start(
        string name,
        Coding coding,
        Source source,
        ValueList<GeneratedFile> files,
        ClrAssembly? assembly,
        params IEnumerable<IVerificationEngine> others
    ) => Start(name, coding, coding, source, files, assembly, SqliteEngine.Translate(coding, source), others);

    /// <summary>A verification of scripts in another form, without SQLite where it cannot decide every clause exactly.</summary>
    internal static CodingVerification Start(
        string name,
        Coding coding,
        Coding written,
        Source source,
        ValueList<GeneratedFile> files,
        ClrAssembly? assembly,
        SqliteTranslation translation,
        params IEnumerable<IVerificationEngine> others
    )
    {
        var engines = new List<IVerificationEngine>
        {
            new MemoryEngine(coding),
            InterpreterEngine.OfView(TextOf(files, FileNames.View), source),
            InterpreterEngine.OfFunction(TextOf(files, FileNames.Function), source, written),
        };
        if (assembly is not null)
        {
            engines.Add(new ClrEngine(assembly));
        }

        if (translation.Sql is not null)
        {
            engines.Add(new SqliteEngine(translation));
        }

        engines.AddRange(others);

        var excluded = translation.Untranslatable.Select(each => new ExcludedEngine(
            SqliteEngine.EngineName,
            ClauseText.Write(each.Predicate),
            each.Reason
        ));
        if (ClrGenerator.WhyNone(coding) is { } problem)
        {
            var clause = coding.Clauses.First(each => each.Predicate is Any).Predicate;
            excluded = excluded.Append(
                new ExcludedEngine(ClrEngine.EngineName, ClauseText.Write(clause), problem.Message)
            );
        }

        return new CodingVerification(name, coding, source, engines, excluded.ToValueList());
    }

    private static string TextOf(ValueList<GeneratedFile> files, string name) =>
        files.Single(file => file.Name == name).Text;
}
