using RuleGen.Model;

namespace RuleGen.Tests.TestData;

/// <summary>A source of which the table has other names for some columns, the key and a carried one among them.</summary>
internal static class RenamedColumns
{
    public const string Json = """
        {
          "from": { "schema": "dbo", "table": "Spells", "alias": "s" },
          "collation": "Latin1_General_CI_AS",
          "key": ["Spell"],
          "carry": ["Provider"],
          "columns": [
            { "name": "Spell", "column": "SpellID", "type": "bigint", "nullable": false },
            { "name": "Provider", "column": "Prov]Code", "type": "varchar(5)", "nullable": true },
            { "name": "Main", "column": "Prim Proc", "type": "varchar(4)", "nullable": true },
            { "name": "Age", "type": "int", "nullable": true }
          ]
        }
        """;

    public static Source Source { get; } = SourceFile.Parse(Json);
}
