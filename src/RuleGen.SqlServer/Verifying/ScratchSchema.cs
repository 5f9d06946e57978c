using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>
/// Schemas for a while. Each is stamped, and its maker holds a lock of its name while it lives: one whose lock is free
/// was left by a process that was killed.
/// </summary>
internal static class ScratchSchema
{
    /// <summary>The extended property that marks such a schema.</summary>
    public const string StampName = "RuleGen.Scratch";

    private const string Prefix = "rulegen_scratch_";

    /// <summary>Makes a schema, and gives its name.</summary>
    public static string Create(ISqlSession session)
    {
        var schema = Prefix + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];
        var name = SqlText.Unicode(schema);
        if (!TryLock(session, schema))
        {
            throw new InvalidOperationException("A name that nobody has used cannot be locked.");
        }

        session.Execute(ScriptSteps.SetOptions);
        session.Execute($"CREATE SCHEMA {SqlName.Bracket(schema)};\n");
        session.Execute($"EXECUTE sys.sp_addextendedproperty N'{StampName}', N'1', N'SCHEMA', {name};\n");
        return schema;
    }

    /// <summary>Removes the schemas of processes that are no more, and gives their names.</summary>
    public static IReadOnlyList<string> RemoveLeftovers(ISqlSession session)
    {
        var found = session.Query(
            $"""
            -- rulegen: schemas that were meant for a while
            SELECT s.name
            FROM sys.schemas AS s
            INNER JOIN sys.extended_properties AS p
                ON p.class = 3 AND p.major_id = s.schema_id AND p.name = N'{StampName}'
            ORDER BY s.name;

            """
        );
        var removed = new List<string>();
        foreach (var schema in found.Select(row => row.Text(0)!).Where(schema => TryLock(session, schema)))
        {
            Remove(session, schema);
            removed.Add(schema);
        }

        return removed;
    }

    /// <summary>Drops a schema with everything that verification makes in one.</summary>
    public static void Remove(ISqlSession session, string schema)
    {
        var id = $"SCHEMA_ID({SqlText.Unicode(schema)})";
        var objects = session.Query(
            $"""
            -- rulegen: what is in the schema
            SELECT o.name, o.type FROM sys.objects AS o
            WHERE o.schema_id = {id} AND o.type IN ('V', 'IF', 'FN', 'FS', 'TF', 'U')
            ORDER BY CASE o.type WHEN 'U' THEN 1 ELSE 0 END, o.name;

            """
        );
        foreach (var each in objects)
        {
            var kind = each.Text(1)!.TrimEnd() switch
            {
                "V" => "VIEW",
                "U" => "TABLE",
                _ => "FUNCTION",
            };
            session.Execute($"DROP {kind} {SqlText.TwoPart(schema, each.Text(0)!)};\n");
        }

        session.Execute($"IF {id} IS NOT NULL DROP SCHEMA {SqlName.Bracket(schema)};\n");
    }

    private static bool TryLock(ISqlSession session, string schema)
    {
        // Names come back in the letter case that the server keeps; locks tell it apart (rule 10.9).
        var resource = SqlText.Unicode($"{StampName}.{schema.ToUpperInvariant()}");
        var result = session
            .Query(
                $"""
                DECLARE @lock int;
                EXECUTE @lock = sys.sp_getapplock
                    @Resource = {resource}, @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 0;
                SELECT @lock;

                """
            )
            .Single()
            .Number(0);
        return result >= 0;
    }
}
