using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes the files of a coding for a target (design §8).</summary>
public static class ScriptGenerator
{
    /// <summary>
    /// case.sql, from.sql and where.sql (each where the coding has that part, or needs it), view.sql, function.sql, deploy.sql, rollback.sql; the
    /// same objects as SQL projects take them, where the target is of that family; the view's query for dbt. All are
    /// validated for the target; the same arguments give the same bytes everywhere.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0009, RG0402, RG0403, RG0204: a name or literal cannot be written, or joined items. RG0010: the source lacks a column. RG0401: a
    /// script does not hold.
    /// </exception>
    public static ValueList<GeneratedFile> Generate(
        PublishedCoding published,
        Source source,
        Target target,
        ObjectNaming? naming = null
    )
    {
        naming ??= ObjectNaming.Default;
        ScriptSafety.Check(published.Coding, source, naming.For(published.Id), target);
        ListColumns.Check(CodingBinder.Bind(published.Coding, source), target);
        var parts = new ScriptParts(published, source, target, naming);
        var files = Write(parts).ToValueList();
        ScriptValidator.Validate(files, parts);
        return files;
    }

    private static IEnumerable<GeneratedFile> Write(ScriptParts parts)
    {
        if (parts.Fragments.WriteCase() is { } arms)
        {
            yield return new GeneratedFile(FileNames.Case, arms);
        }

        if (parts.Fragments.WriteFrom() is { } from)
        {
            yield return new GeneratedFile(FileNames.From, from);
        }

        if (parts.Fragments.WriteWhere() is { } exclusions)
        {
            yield return new GeneratedFile(FileNames.Where, exclusions);
        }

        yield return new GeneratedFile(FileNames.View, parts.ViewScript);
        yield return new GeneratedFile(FileNames.Function, parts.FunctionScript);
        yield return new GeneratedFile(FileNames.Deploy, Deployment.Of(parts).Write());
        yield return new GeneratedFile(FileNames.Rollback, Removal.Of(parts).Write());
        if (parts.Target.HasSqlProjects)
        {
            yield return new GeneratedFile(FileNames.ProjectView, parts.ProjectViewScript);
            yield return new GeneratedFile(FileNames.ProjectFunction, parts.ProjectFunctionScript);
        }

        yield return new GeneratedFile(FileNames.DbtModel(parts.Published.Id), parts.ModelScript);
    }
}
