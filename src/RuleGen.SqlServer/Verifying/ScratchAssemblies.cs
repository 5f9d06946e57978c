using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>The SQLCLR functions of a schema that was made for a while.</summary>
internal static class ScratchAssemblies
{
    /// <summary>
    /// Removes the functions with their assemblies, and the server's trust in these. The names of the assemblies have
    /// the schema's in them, and so has what the list of trusted assemblies says of each: trust that a killed process
    /// left is found by it, also where there is no assembly any more, or not yet.
    /// </summary>
    public static void Remove(ISqlSession session, string schema, Target target)
    {
        var functions = session
            .Query(Functions(schema))
            .Select(row => new RemovedObject(ObjectKind.ClrFunction, row.Text(0)!, SeenModule.Unreadable)
            {
                Assembly = row.Text(1),
            })
            .ToValueList();
        if (functions.Count > 0)
        {
            SessionScript.Run(session, Removal.Of(target, schema, functions, takesTrust: true).Write());
        }

        foreach (var row in session.Query(Trusted(schema)))
        {
            session.Execute($"DECLARE @hash varbinary(64) = 0x{row.Hex(0)};\n{AssemblySteps.Distrust("@hash")}");
        }
    }

    private static string Functions(string schema) =>
        $"""
            -- rulegen: the SQLCLR functions in the schema
            SELECT o.name, a.name
            FROM sys.objects AS o
            INNER JOIN sys.assembly_modules AS m
                ON m.object_id = o.object_id
            INNER JOIN sys.assemblies AS a
                ON a.assembly_id = m.assembly_id
            WHERE o.schema_id = SCHEMA_ID({SqlText.Unicode(schema)})
            ORDER BY o.name;

            """;

    // The list is there from SQL Server 2017 on (rule 9.5).
    private static string Trusted(string schema)
    {
        var beginning = AssemblySteps.BeginningOfNames(schema).ToLowerInvariant();
        var length = beginning.Length.ToString(CultureInfo.InvariantCulture);
        return $"""
            -- rulegen: the trusted assemblies of the schema
            IF OBJECT_ID(N'sys.trusted_assemblies') IS NOT NULL
                SELECT t.hash
                FROM sys.trusted_assemblies AS t
                WHERE LEFT(t.description, {length}) = {SqlText.Unicode(beginning)};

            """;
    }
}
