using RuleGen.Model;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.TSql;

namespace RuleGen.SqlServer.Tests.Deploying;

/// <summary>What people do to objects by hand.</summary>
internal static class Hand
{
    /// <summary>Changes a view and keeps its stamps, as ALTER VIEW does.</summary>
    public static void Change(Place place, string view)
    {
        var select = $"SELECT s.[APCS_Ident], 'by hand' AS [Outcome] FROM {place.Source.Table} AS s";
        if (LiveServer.Target.HasCreateOrAlter)
        {
            place.Session.Execute($"ALTER VIEW {view}\nAS\n{select};");
            return;
        }

        // No ALTER VIEW: the object is made anew, and its stamps are put back.
        var stamps = place.Session.Query(
            $"""
            SELECT
                p.name,
                CASE WHEN p.name <> N'{Stamps.ModuleHashName}' THEN CONVERT(nvarchar(3000), p.value) END,
                CONVERT(varbinary(32), p.value)
            FROM sys.extended_properties AS p
            WHERE p.class = 1 AND p.major_id = OBJECT_ID({Quote(view)});
            """
        );
        place.Session.Execute($"DROP VIEW {view};");
        place.Session.Execute($"CREATE VIEW {view}\nAS\n{select};");
        var name = Rules.BackPainFusion.Coding.Id;
        foreach (var stamp in stamps)
        {
            var isHash = stamp.Text(0) == Stamps.ModuleHashName;
            var value = isHash ? $"0x{stamp.Hex(2)}" : Quote(stamp.Text(1)!);
            place.Session.Execute(
                $"""
                DECLARE @value {(isHash ? "varbinary(32)" : "nvarchar(3000)")};
                SET @value = {value};
                EXECUTE sys.sp_addextendedproperty {Quote(stamp.Text(0)!)}, @value,
                    N'SCHEMA', {Quote(place.Schema)}, N'VIEW', {Quote(name)};
                """
            );
        }
    }

    /// <summary>Everybody who may do something with an object, such as <c>SELECT public</c>.</summary>
    public static string[] Grants(Place place, string qualifiedName)
    {
        var id = $"OBJECT_ID({Quote(qualifiedName)})";
        var query = LiveServer.Target.HasCreateOrAlter
            ? $"""
                SELECT g.permission_name, u.name
                FROM sys.database_permissions AS g
                INNER JOIN sys.database_principals AS u ON u.principal_id = g.grantee_principal_id
                WHERE g.class = 1 AND g.major_id = {id};
                """
            : $"""
                SELECT g.privilege_type, CASE g.grantee WHEN 0 THEN 'public' ELSE u.name END
                FROM pg_catalog.pg_class AS o
                CROSS APPLY pg_catalog.aclexplode(o.relacl) AS g
                LEFT JOIN sys.database_principals AS u ON u.principal_id = g.grantee
                WHERE o.oid = {id} AND g.grantee <> o.relowner;
                """;
        return
        [
            .. place.Session.Query(query).Select(row => $"{row.Text(0)} {row.Text(1)}").Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>What tells one making of an object from the next.</summary>
    public static string Making(Place place, string qualifiedName)
    {
        var row = place
            .Session.Query(
                $"""
                SELECT o.object_id, CONVERT(nvarchar(40), o.modify_date, 121) FROM sys.objects AS o
                WHERE o.object_id = OBJECT_ID({Quote(qualifiedName)});
                """
            )
            .Single();
        // Where there is no CREATE OR ALTER the id alone tells; modify_date is the time of the question.
        return LiveServer.Target.HasCreateOrAlter ? $"{row.Number(0)} {row.Text(1)}" : $"{row.Number(0)}";
    }

    /// <summary>The description that tools show of an object; null where there is none.</summary>
    public static string? Description(Place place, string name) =>
        place
            .Session.Query(
                $"""
                SELECT CONVERT(nvarchar(4000), p.value) FROM sys.extended_properties AS p
                WHERE p.class = 1 AND p.major_id = OBJECT_ID({Quote(place.Name(name))}) AND p.minor_id = 0
                    AND p.name = N'MS_Description';
                """
            )
            .SingleOrDefault()
            ?.Text(0);

    /// <summary>Writes another description over an object's.</summary>
    public static void Describe(Place place, string kind, string name, string description)
    {
        var level = $"N'SCHEMA', {Quote(place.Schema)}, N'{kind}', {Quote(name)}";
        place.Session.Execute($"EXECUTE sys.sp_dropextendedproperty N'MS_Description', {level};");
        place.Session.Execute($"EXECUTE sys.sp_addextendedproperty N'MS_Description', {Quote(description)}, {level};");
    }

    public static string Quote(string text) => $"N'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The name without brackets, in them.</summary>
    public static string Bracket(string name) => SqlName.Bracket(name);
}
