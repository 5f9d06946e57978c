using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Statements of kinds that change no result, apart from those of them that do.</summary>
internal static class PassedOver
{
    private static readonly HashSet<string> HarmlessProcedures = new(
        [
            "sp_addextendedproperty",
            "sp_updateextendedproperty",
            "sp_dropextendedproperty",
            "sp_getapplock",
            "sp_releaseapplock",
            "sp_set_session_context",
            "sp_refreshview",
            "sp_refreshsqlmodule",
            "sp_recompile",
            "sp_updatestats",
            "sp_add_trusted_assembly",
            "sp_drop_trusted_assembly",
            "sp_help",
            "sp_helptext",
            "sp_configure",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Whether a procedure of the server's leaves what tables hold, and what names mean, as it is.</summary>
    public static bool IsHarmless(string procedure) => HarmlessProcedures.Contains(procedure);

    /// <summary>The name of the procedure that is executed, without its schema; null where a variable holds it.</summary>
    public static string? NameOf(ExecutableProcedureReference procedure) =>
        procedure.ProcedureReference?.ProcedureReference?.Name?.BaseIdentifier?.Value;

    /// <summary>
    /// Whether a statement changes nothing but the rows of a table variable: it puts none into a table, and runs no other
    /// script for them.
    /// </summary>
    public static bool IsOfVariable(DataModificationStatement statement)
    {
        DataModificationSpecification? change = statement switch
        {
            InsertStatement insert => insert.InsertSpecification,
            UpdateStatement update => update.UpdateSpecification,
            DeleteStatement delete => delete.DeleteSpecification,
            _ => null,
        };
        return change is { Target: VariableTableReference, OutputIntoClause: null }
            && change is not InsertSpecification { InsertSource: ExecuteInsertSource };
    }

    /// <summary>
    /// What to do about a statement that changes results although its kind does not; null where it changes none, or is of
    /// another kind.
    /// </summary>
    public static string? WhyNot(TSqlStatement statement, Source source) =>
        statement switch
        {
            SetRowCountStatement { NumberRows: not Literal { Value: "0" } } => "Leave it out: it keeps few rows",
            SetCommandStatement commands when commands.Commands.Any(command => command is not GeneralSetCommand) =>
                "Leave it out",
            CreateTableStatement { SelectStatement: not null } => "Give its SELECT by itself",
            CreateTableStatement table when source.IsNamed(NameOf(table.SchemaObjectName)) =>
                "Leave it out: a script that makes the source says nothing of its rows",
            DropObjectsStatement drop when drop.Objects.Any(name => source.IsNamed(NameOf(name))) =>
                "Leave it out: it removes the source",
            _ => null,
        };

    /// <summary>The name of an object, as it is written.</summary>
    public static MultiPartName NameOf(SchemaObjectName name) =>
        new(name.Identifiers.Select(part => part.Value).ToValueList());
}
