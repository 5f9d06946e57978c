using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Checks generated scripts with ScriptDom before anybody writes them to disk: each parses for its target, each name is
/// one that is meant, with type and collation, and what is read back is the coding.
/// </summary>
public static class ScriptValidator
{
    /// <summary>Checks the files of a coding, as <see cref="ScriptGenerator.Generate"/> gives them.</summary>
    /// <exception cref="RuleGenException">RG0401: one of them does not hold. RG0009, RG0010: as Generate.</exception>
    public static void Validate(
        ValueList<GeneratedFile> files,
        PublishedCoding published,
        Source source,
        Target target,
        ObjectNaming? naming = null
    ) => Validate(files, new ScriptParts(published, source, target, naming));

    internal static void Validate(ValueList<GeneratedFile> files, ScriptParts parts)
    {
        var problems = new List<Problem>();
        foreach (var file in files)
        {
            var report = new ScriptReport(file, parts.Target);
            Validate(file, parts, report);
            problems.AddRange(report.Problems);
        }

        problems.AddRange(ReadBackFragments(files, parts));
        if (problems.Count > 0)
        {
            throw new RuleGenException(problems.ToValueList());
        }
    }

    /// <summary>Checks fixtures.sql, as <see cref="FixtureScript.Generate"/> gives it, against the rows that it inserts.</summary>
    /// <exception cref="RuleGenException">RG0401: it does not hold. RG0009, RG0010: as Generate.</exception>
    public static void ValidateFixtures(
        GeneratedFile file,
        IReadOnlyList<ScriptFixture> inserted,
        PublishedCoding published,
        Source source,
        Target target,
        ObjectNaming? naming = null
    ) => ValidateFixtures(file, new ScriptParts(published, source, target, naming), inserted);

    internal static void ValidateFixtures(GeneratedFile file, ScriptParts parts, IReadOnlyList<ScriptFixture> inserted)
    {
        var report = new ScriptReport(file, parts.Target);
        TextCheck.Run(file.Text, report);
        FixturesCheck.Run(file.Text, parts, inserted, report);
        if (report.Problems.Count > 0)
        {
            throw new RuleGenException(report.Problems.ToValueList());
        }
    }

    private static IEnumerable<Problem> ReadBackFragments(ValueList<GeneratedFile> files, ScriptParts parts)
    {
        var arms = files.FirstOrDefault(file => file.Name == FileNames.Case);
        var from = files.FirstOrDefault(file => file.Name == FileNames.From);
        var exclusions = files.FirstOrDefault(file => file.Name == FileNames.Where);
        if ((arms ?? exclusions) is not { } either)
        {
            return [];
        }

        var report = new ScriptReport(either, parts.Target);
        ReadBackCheck.RunFragments(arms?.Text, from?.Text, exclusions?.Text, parts, report);
        return report.Problems;
    }

    private static void Validate(GeneratedFile file, ScriptParts parts, ScriptReport report)
    {
        TextCheck.Run(file.Text, report);
        switch (file.Name)
        {
            case FileNames.Case:
                FragmentCheck.RunCase(file.Text, parts, report);
                break;
            case FileNames.From:
                FragmentCheck.RunFrom(file.Text, parts, report);
                break;
            case FileNames.Where:
                FragmentCheck.RunWhere(file.Text, parts, report);
                break;
            case FileNames.View or FileNames.ProjectView:
                ViewCheck.Run(file, parts, report);
                ReadBackCheck.RunView(file.Text, parts, report);
                break;
            case FileNames.Function or FileNames.ProjectFunction:
                FunctionCheck.Run(file, parts, report);
                ReadBackCheck.RunFunction(file.Text, parts, report);
                break;
            case var name when FileNames.IsDbtModel(name):
                ViewCheck.RunQuery(file, parts, report);
                ReadBackCheck.RunQuery(file, parts, report);
                break;
            default:
                StatementsCheck.Run(file, ScriptScope.Of(parts), report);
                break;
        }
    }
}
