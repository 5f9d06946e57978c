using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Checks the scripts of a catalogue as <see cref="ScriptValidator"/> does those of a coding: each parses for its target, each
/// name is one that is meant, and what is read back are the codings as they were folded together.
/// </summary>
/// <param name="scripts">Reads what is written.</param>
/// <param name="parts">What is written for one target.</param>
internal sealed class CatalogueValidator(CatalogueScripts scripts, CatalogueParts parts)
{
    /// <summary>Checks the files.</summary>
    /// <exception cref="RuleGenException">RG0401: one of them does not hold.</exception>
    public void Validate(ValueList<GeneratedFile> files)
    {
        var problems = new List<Problem>();
        foreach (var file in files)
        {
            var report = new ScriptReport(file, parts.Target);
            TextCheck.Run(file.Text, report);
            if (scripts.FindView(file.Name) is { } view)
            {
                CheckView(file, view, report);
            }
            else
            {
                StatementsCheck.Run(file, ScriptScope.Of(parts), report);
            }

            problems.AddRange(report.Problems);
        }

        if (problems.Count > 0)
        {
            throw new RuleGenException(problems.ToValueList());
        }
    }

    private void CheckView(GeneratedFile file, CatalogueView view, ScriptReport report)
    {
        if (report.Parse(file.Text) is not { } script)
        {
            return;
        }

        if (FileNames.IsDbtModel(file.Name))
        {
            report.RequireFabric(file.Text);
        }
        else if (script.Batches is [{ Statements: [ViewStatementBody created] }])
        {
            report.Require(
                created is CreateOrAlterViewStatement
                    == (parts.Target.HasCreateOrAlter && file.Name == FileNames.CatalogueView(view)),
                "its verb is not the target's",
                created
            );
            report.RequireName(created.SchemaObjectName, parts.Schema, parts.NameOf(view));
        }

        CheckNames(script, report);
        CheckReadBack(file, view, report);
    }

    /// <summary>The tables that it reads are the source's, and it reads no variable.</summary>
    private void CheckNames(TSqlScript script, ScriptReport report)
    {
        report.Require(References.Of(script).Variables.Count == 0, "it reads a variable", script);
        var tables = new NamedTables();
        script.Accept(tables);
        foreach (var table in tables.Found)
        {
            report.Require(
                parts.Source.Tables.Any(known =>
                    table.SchemaObject is { Identifiers.Count: 2 } name
                    && name.SchemaIdentifier.Value == known.Schema
                    && name.BaseIdentifier.Value == known.Name
                ),
                "it reads another table",
                table
            );
        }
    }

    private void CheckReadBack(GeneratedFile file, CatalogueView view, ScriptReport report)
    {
        try
        {
            var read = scripts.Read(file, view);
            report.Require(
                read.Columns.SequenceEqual(
                    parts.Source.Key.Concat(parts.Source.Carried).Select(column => (column.StoredName, column.Name))
                ),
                "it does not show the key and the carried columns"
            );
            report.Require(read.Ids.Equals(parts.Writer.IdsOf(view)), "it does not name the codings in their order");
            report.Require(read.Found.Equals(parts.Writer.CodingsOf(view)), "read back, it is not the codings");
        }
        catch (RuleGenException exception)
        {
            foreach (var problem in exception.Problems)
            {
                report.Add($"read back, it is refused: {problem.Message}");
            }
        }
    }

    private sealed class NamedTables : TSqlFragmentVisitor
    {
        public List<NamedTableReference> Found { get; } = [];

        public override void Visit(NamedTableReference node) => Found.Add(node);
    }
}
