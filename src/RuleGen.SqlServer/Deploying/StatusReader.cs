using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Finds out what a server has of some objects, by RuleGen's stamps and the hashes of their texts.</summary>
internal static class StatusReader
{
    private const string AssemblyOf = """
        FROM sys.assembly_modules AS am
                    INNER JOIN sys.assemblies AS a
                        ON a.assembly_id = am.assembly_id
                    INNER JOIN sys.assembly_files AS f
                        ON f.assembly_id = am.assembly_id AND f.file_id = 1
                    WHERE am.object_id = o.object_id
        """;

    private static readonly string[] ClrTypes = ["FS", "FT"];
    private static readonly string[] ViewTypes = ["V"];
    private static readonly string[] FunctionTypes = ["IF", "FN", "TF"];

    /// <summary>The status of each object that is wanted, in their order, then of others that RuleGen made.</summary>
    /// <param name="session">A session in the database.</param>
    /// <param name="schema">The schema, without brackets.</param>
    /// <param name="wanted">The objects, all in it.</param>
    /// <param name="info">The server.</param>
    /// <param name="target">The kind of server.</param>
    public static ValueList<ObjectStatus> Read(
        ISqlSession session,
        string schema,
        ValueList<CodingObject> wanted,
        ServerInfo info,
        Target target
    )
    {
        var found = session.Query(Query(schema, wanted, target.HasClr)).Select(Found.Of).ToList();
        var statuses = new List<ObjectStatus>();
        foreach (var each in wanted)
        {
            var match = found.Find(other => other.Name == each.Name);
            if (match is null && info.IgnoresCase)
            {
                match = found.Find(other => SqlName.Comparer.Equals(other.Name, each.Name));
            }

            statuses.Add(Judge(session, each, match));
            if (match is not null)
            {
                found.Remove(match);
            }
        }

        return statuses
            .Concat(found.Where(each => each.Kind is not null).Select(each => Surplus(schema, each, wanted)))
            .ToValueList();
    }

    private static string Query(string schema, ValueList<CodingObject> wanted, bool hasClr)
    {
        var content = hasClr
            ? $"(SELECT HASHBYTES('SHA2_256', f.content) {AssemblyOf})"
            : "CONVERT(varbinary(32), NULL)";
        var assembly = hasClr ? $"(SELECT a.name {AssemblyOf})" : "CONVERT(nvarchar(128), NULL)";
        var names = string.Concat(wanted.Select(each => SqlText.Unicode(each.Name) + ", "));
        return $"""
            -- rulegen: the objects
            SELECT
                o.name,
                o.type,
                HASHBYTES('SHA2_256', m.definition) AS ModuleHash,
                {Stamp("varbinary(32)", Stamps.ModuleHashName)},
                {Stamp("nvarchar(64)", Stamps.DefinitionHashName)},
                {Stamp("nvarchar(3000)", Stamps.EditionName)},
                {Stamp("nvarchar(128)", Stamps.GeneratorVersionName)},
                {Stamp("nvarchar(128)", Stamps.CodingName)},
                {content} AS AssemblyContentHash,
                {assembly} AS Assembly
            FROM sys.objects AS o
            LEFT JOIN sys.sql_modules AS m
                ON m.object_id = o.object_id
            WHERE o.schema_id = SCHEMA_ID({SqlText.Unicode(schema)})
                AND (
                    o.name IN ({names}N'')
                    OR EXISTS (
                        SELECT 1
                        FROM sys.extended_properties AS p
                        WHERE p.class = 1
                            AND p.major_id = o.object_id
                            AND p.minor_id = 0
                            AND p.name = N'{Stamps.DefinitionHashName}'))
            ORDER BY o.name;

            """;
    }

    private static string Stamp(string type, string name) =>
        $"""
            (SELECT CONVERT({type}, p.value) FROM sys.extended_properties AS p
                    WHERE p.class = 1 AND p.major_id = o.object_id AND p.minor_id = 0 AND p.name = N'{name}')
            """;

    private static ObjectStatus Judge(ISqlSession session, CodingObject wanted, Found? found)
    {
        var seen = found?.Seen ?? SeenModule.Missing;
        var condition =
            found is null ? ObjectCondition.Missing
            : found.DefinitionHash is null || found.Kind != wanted.Kind ? ObjectCondition.Foreign
            : !found.IsAsDeployed ? ObjectCondition.Changed
            : found.DefinitionHash == wanted.DefinitionHash
            && (wanted.Assembly is null || wanted.Assembly.ContentHash == seen.Hash)
                ? ObjectCondition.Current
            : ObjectCondition.Older;
        return new ObjectStatus(wanted.Schema, wanted.Name, wanted.Kind, condition, seen)
        {
            Wanted = wanted,
            Coding = wanted.CodingId,
            Edition = found?.Edition,
            GeneratorVersion = found?.GeneratorVersion,
            Assembly = found?.Assembly,
            Remark = condition switch
            {
                ObjectCondition.Foreign => found!.DefinitionHash is null ? "" : "it is of another kind",
                ObjectCondition.Changed when wanted.Assembly is not null => "its assembly is another",
                ObjectCondition.Changed => ModuleDifference.Describe(session, wanted, found!.DefinitionHash!, seen),
                _ => "",
            },
        };
    }

    private static ObjectStatus Surplus(string schema, Found found, ValueList<CodingObject> wanted) =>
        new(
            schema,
            found.Name,
            found.Kind!.Value,
            found.IsAsDeployed ? ObjectCondition.Surplus : ObjectCondition.Changed,
            found.Seen
        )
        {
            Coding = found.Coding,
            Edition = found.Edition,
            GeneratorVersion = found.GeneratorVersion,
            Assembly = found.Assembly,
            Remark =
                wanted.Any(each => each.CodingId == found.Coding && each.Kind == found.Kind)
                    ? "its coding makes one of another name"
                : found.IsAsDeployed ? ""
                : "no coding makes it any more",
        };

    /// <summary>An object that the server has.</summary>
    private sealed record Found(string Name, ObjectKind? Kind, SeenModule Seen)
    {
        public string? DeployedHash { get; init; }

        public string? DefinitionHash { get; init; }

        public string? Edition { get; init; }

        public string? GeneratorVersion { get; init; }

        public string? Coding { get; init; }

        public string? Assembly { get; init; }

        public bool IsAsDeployed => Seen.Hash is not null && Seen.Hash == DeployedHash;

        public static Found Of(SqlRow row)
        {
            var type = row.Text(1)!.TrimEnd();
            ObjectKind? kind =
                ViewTypes.Contains(type) ? ObjectKind.View
                : ClrTypes.Contains(type) ? ObjectKind.ClrFunction
                : FunctionTypes.Contains(type) ? ObjectKind.Function
                : null;
            var seen = (row.Hex(2) ?? row.Hex(8)) is { } hash ? SeenModule.WithHash(hash) : SeenModule.Unreadable;
            return new Found(row.Text(0)!, kind, seen)
            {
                DeployedHash = row.Hex(3),
                DefinitionHash = row.Text(4),
                Edition = row.Text(5),
                GeneratorVersion = row.Text(6),
                Coding = row.Text(7),
                Assembly = row.Text(9),
            };
        }
    }
}
