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

    /// <summary>A name that nobody has used.</summary>
    public static string NewName() => Prefix + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];

    /// <summary>Makes a schema, stamped from the start, so that none is left that nobody knows.</summary>
    public static void Create(ISqlSession session, string schema)
    {
        if (!TryLock(session, schema))
        {
            throw new InvalidOperationException("A name that nobody has used cannot be locked.");
        }

        session.Execute(ScriptSteps.SetOptions);
        session.Execute(
            $"""
            BEGIN TRANSACTION;
            EXECUTE ({SqlText.Unicode($"CREATE SCHEMA {SqlName.Bracket(schema)};")});
            EXECUTE sys.sp_addextendedproperty N'{StampName}', N'1', N'SCHEMA', {SqlText.Unicode(schema)};
            COMMIT TRANSACTION;

            """
        );
    }

    /// <summary>Removes the schemas of processes that are no more.</summary>
    /// <param name="session">A session in the database.</param>
    /// <param name="target">The server.</param>
    /// <param name="progress">Takes what was removed, and what could not be, which is in nobody's way.</param>
    public static void RemoveLeftovers(ISqlSession session, Target target, Action<string> progress)
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
        foreach (var schema in found.Select(row => row.Text(0)!).Where(schema => TryLock(session, schema)))
        {
            try
            {
                Remove(session, schema, target);
                progress($"removed schema {SqlName.Bracket(schema)}, which an earlier run had left");
            }
            catch (RuleGenException exception) when (exception.Problems[0].Code != ErrorCodes.Unreachable)
            {
                progress(
                    $"schema {SqlName.Bracket(schema)}, which an earlier run had left, could not be removed: "
                        + exception.Problems[0].Message
                );
            }
        }
    }

    /// <summary>Drops a schema with everything that verification makes in one, and for one.</summary>
    public static void Remove(ISqlSession session, string schema, Target target)
    {
        if (target.HasClr)
        {
            ScratchAssemblies.Remove(session, schema, target);
        }

        var id = $"SCHEMA_ID({SqlText.Unicode(schema)})";
        var objects = session.Query(
            $"""
            -- rulegen: what is in the schema
            SELECT o.name, o.type FROM sys.objects AS o
            WHERE o.schema_id = {id} AND o.type IN ('V', 'IF', 'FN', 'TF', 'U')
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
                -- rulegen: the lock of a schema
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
