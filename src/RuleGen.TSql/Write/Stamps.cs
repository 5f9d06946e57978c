namespace RuleGen.TSql;

/// <summary>
/// The extended properties by which RuleGen knows the objects that it made (rule 10.10). An object without
/// <see cref="DefinitionHashName"/> is somebody else's.
/// </summary>
public static class Stamps
{
    /// <summary>The property that holds the definition hash.</summary>
    public const string DefinitionHashName = "RuleGen.DefinitionHash";

    /// <summary>The property that holds the coding's id.</summary>
    public const string CodingName = "RuleGen.Coding";

    /// <summary>The property that holds the publication.</summary>
    public const string PublicationName = "RuleGen.Publication";

    /// <summary>The property that holds the edition.</summary>
    public const string EditionName = "RuleGen.Edition";

    /// <summary>The property that holds the version of RuleGen; on a schema, it says that RuleGen made it.</summary>
    public const string GeneratorVersionName = "RuleGen.GeneratorVersion";

    /// <summary>The property of a SQLCLR assembly that holds its SHA2_512.</summary>
    public const string AssemblyHashName = "RuleGen.AssemblyHash";

    /// <summary>A value holds 7500 bytes (rule 10.10); texts are cut well below.</summary>
    private const int MaximumLength = 3000;

    /// <summary>The condition that an object carries RuleGen's stamp.</summary>
    internal static string Exists(string qualifiedName) =>
        $"""
            EXISTS (
                    SELECT 1
                    FROM sys.extended_properties AS p
                    WHERE p.class = 1
                        AND p.major_id = OBJECT_ID({SqlText.Unicode(qualifiedName)})
                        AND p.minor_id = 0
                        AND p.name = N'{DefinitionHashName}')
            """;

    /// <summary>The statements that stamp an object.</summary>
    /// <param name="parts">The coding's scripts.</param>
    /// <param name="kind"><c>VIEW</c> or <c>FUNCTION</c>.</param>
    /// <param name="name">The object's name, without brackets.</param>
    internal static string Add(ScriptParts parts, string kind, string name)
    {
        (string Name, string Value)[] stamps =
        [
            (DefinitionHashName, parts.Hash),
            (CodingName, parts.Published.Id),
            (PublicationName, Shorten(parts.Published.Publication)),
            (EditionName, Shorten(parts.Published.Edition)),
            (GeneratorVersionName, GeneratorVersion.Text),
        ];
        return string.Concat(
            stamps.Select(stamp =>
                $"""
                    EXECUTE sys.sp_addextendedproperty
                        N'{stamp.Name}', {SqlText.Unicode(stamp.Value)},
                        {Level(parts, kind, name)};

                    """
            )
        );
    }

    /// <summary>The statements that take the stamps of an earlier deployment from an object.</summary>
    /// <param name="parts">The coding's scripts.</param>
    /// <param name="kind"><c>VIEW</c> or <c>FUNCTION</c>.</param>
    /// <param name="name">The object's name, without brackets.</param>
    internal static string Remove(ScriptParts parts, string kind, string name)
    {
        var mine = $"""
            FROM sys.extended_properties AS p
                    WHERE p.class = 1
                        AND p.major_id = OBJECT_ID({SqlText.Unicode(SqlText.TwoPart(parts.Names.Schema, name))})
                        AND p.minor_id = 0
                        AND p.name LIKE N'RuleGen.%'
            """;
        return $"""
            DECLARE @stamp sysname;
            WHILE EXISTS (
                    SELECT 1
                    {mine})
            BEGIN
                SELECT @stamp = MIN(p.name)
                    {mine};
                EXECUTE sys.sp_dropextendedproperty
                    @stamp,
                    {Level(parts, kind, name)};
            END;

            """;
    }

    private static string Level(ScriptParts parts, string kind, string name) =>
        $"N'SCHEMA', {SqlText.Unicode(parts.Names.Schema)}, N'{kind}', {SqlText.Unicode(name)}";

    private static string Shorten(string prose)
    {
        var text = SqlText.OneLine(prose);
        return text.Length <= MaximumLength ? text : SqlText.OneLine(text[..MaximumLength]);
    }
}
