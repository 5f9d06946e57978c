using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Asks whether a schema is there.</summary>
internal static class SchemaCheck
{
    /// <summary>Whether the database has the schema.</summary>
    public static bool Exists(ISqlSession session, string schema) =>
        session
            .Query($"-- rulegen: the schema\nSELECT SCHEMA_ID({SqlText.Unicode(schema)}) AS SchemaId;\n")
            .Single()
            .Number(0)
            is not null;
}
