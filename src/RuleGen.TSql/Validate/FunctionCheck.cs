using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Checks the files of the function: its name, its parameters' types, and the collation at each use of one.</summary>
internal static class FunctionCheck
{
    /// <summary>Checks a file that creates the function.</summary>
    public static void Run(GeneratedFile file, ScriptParts parts, ScriptReport report)
    {
        if (report.Parse(file.Text) is not { } script)
        {
            return;
        }

        if (
            script.Batches is not [{ Statements: [FunctionStatementBody function] }]
            || function.ReturnType is not SelectFunctionReturnType { SelectStatement: { } select }
            || select.QueryExpression is not QuerySpecification query
        )
        {
            report.Add("it is not the one statement that creates an inline table-valued function");
            return;
        }

        report.Require(
            function is CreateOrAlterFunctionStatement
                == (parts.Target.HasCreateOrAlter && file.Name != FileNames.ProjectFunction),
            "its verb is not the target's",
            function
        );
        report.RequireName(function.Name, parts.Names.Schema, parts.Names.Function);
        report.Require(
            function.Options.Any(option => option.OptionKind == FunctionOptionKind.SchemaBinding),
            "it is not bound to the schema",
            function
        );
        report.Require(
            query.SelectElements is [SelectScalarExpression { ColumnName.Value: { } name }]
                && name == parts.Names.OutcomeColumn,
            "it does not return the outcome",
            query
        );
        report.Require(
            (query.FromClause is null || parts.Source.Lists.Count > 0)
                && query.WhereClause is null == parts.Coding.Exclusions is null,
            "it reads a table, or its WHERE and the exclusions do not agree",
            query
        );
        CheckParameters(function, query, parts, report);
    }

    private static void CheckParameters(
        FunctionStatementBody function,
        QuerySpecification query,
        ScriptParts parts,
        ScriptReport report
    )
    {
        var columns = parts.Source.StoredFor(parts.Coding.NamedColumns);
        var names = ParameterNames.For(columns);
        report.RequireSame(
            columns.Select(column => $"{names[column]} {column.Type}"),
            function.Parameters.Select(parameter => $"{parameter.VariableName.Value} {Describe(parameter.DataType)}"),
            "parameter"
        );

        var collations = names.ToDictionary(
            pair => pair.Value,
            pair => (pair.Key.Type as CharacterType)?.Collation?.Name,
            SqlName.Comparer
        );
        var references = References.Of(query);
        var lists = parts.ListColumns;
        var made = parts
            .Coding.NamedColumns.Where(column => column.Derivation is not null)
            .Select(column => (lists.QualifierOf(column), lists.NameOf(column)))
            .ToHashSet();
        report.Require(
            references.Columns.TrueForAll(column =>
                column.MultiPartIdentifier.Identifiers is [var alias, var name]
                && made.Contains((alias.Value, name.Value))
            ),
            "it reads a column",
            query
        );
        foreach (var variable in references.Variables)
        {
            report.Require(
                collations.TryGetValue(variable.Name, out var collation) && variable.Collation?.Value == collation,
                $"'{variable.Name}' is no parameter, or not under its column's collation",
                variable
            );
        }
    }

    /// <summary>A type as <see cref="SqlType"/> writes it.</summary>
    private static string Describe(DataTypeReference type)
    {
        var name = string.Join('.', type.Name.Identifiers.Select(identifier => identifier.Value));
        return type is ParameterizedDataTypeReference { Parameters: { Count: > 0 } parameters }
            ? $"{name}({string.Join(", ", parameters.Select(parameter => parameter.Value))})"
            : name;
    }
}
