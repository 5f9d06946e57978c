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

    /// <summary>
    /// The property that holds the hash of the object's text as the server stored it, which is not what was sent
    /// (rule 10.12). Where the text has another hash later, somebody has changed it by hand.
    /// </summary>
    public const string ModuleHashName = "RuleGen.ModuleHash";

    /// <summary>The property that holds the description that RuleGen gave the object, see <see cref="Descriptions"/>.</summary>
    public const string DescriptionName = "RuleGen.Description";

    /// <summary>The variable that <see cref="Add(CodingObject)"/> uses.</summary>
    internal const string DeclareModule = "DECLARE @module varbinary(32);\n";

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

    /// <summary>The condition that an object's text, or a SQLCLR function's bytes, are what RuleGen deployed.</summary>
    internal static string IsAsDeployed(ObjectKind kind, string qualifiedName) =>
        $"""
            EXISTS (
                    SELECT 1
                    {FromModule(kind, qualifiedName, indent: 8)}
                        AND EXISTS (
                            SELECT 1
                            FROM sys.extended_properties AS p
                            WHERE p.class = 1
                                AND p.major_id = m.object_id
                                AND p.minor_id = 0
                                AND p.name = N'{ModuleHashName}'
                                AND CONVERT(varbinary(32), p.value) = {ModuleHash(kind)}))
            """;

    /// <summary>The condition that an object was deployed of this definition.</summary>
    internal static string IsOfDefinition(CodingObject stamped) =>
        $"""
            EXISTS (
                    SELECT 1
                    FROM sys.extended_properties AS p
                    WHERE p.class = 1
                        AND p.major_id = OBJECT_ID({SqlText.Unicode(stamped.QualifiedName)})
                        AND p.minor_id = 0
                        AND p.name = N'{DefinitionHashName}'
                        AND CONVERT(nvarchar(64), p.value) = N'{stamped.DefinitionHash}')
            """;

    /// <summary>The statements that stamp a view or function; they need <see cref="DeclareModule"/>.</summary>
    internal static string Add(CodingObject stamped) =>
        Add(stamped.Parts, stamped.Kind.Keyword(), stamped.Name)
        + $"""
            SELECT @module = {ModuleHash(stamped.Kind)}
                {FromModule(stamped.Kind, stamped.QualifiedName, indent: 4)};
            EXECUTE sys.sp_addextendedproperty
                N'{ModuleHashName}', @module,
                {Level(stamped)};

            """
        + Descriptions.Add(stamped);

    /// <summary>The hash of an object's text, or of a SQLCLR function's bytes, over <see cref="FromModule"/>.</summary>
    internal static string ModuleHash(ObjectKind kind) =>
        kind == ObjectKind.ClrFunction ? "HASHBYTES('SHA2_256', f.content)" : "HASHBYTES('SHA2_256', m.definition)";

    /// <summary>Where the text or bytes of an object are.</summary>
    internal static string FromModule(ObjectKind kind, string qualifiedName, int indent)
    {
        var margin = "\n" + new string(' ', indent);
        var where = $"{margin}WHERE m.object_id = OBJECT_ID({SqlText.Unicode(qualifiedName)})";
        return kind == ObjectKind.ClrFunction
            ? $"FROM sys.assembly_modules AS m{margin}INNER JOIN sys.assembly_files AS f{margin}"
                + $"    ON f.assembly_id = m.assembly_id AND f.file_id = 1{where}"
            : $"FROM sys.sql_modules AS m{where}";
    }

    /// <summary>The statements that stamp an object, but for the hash of its text.</summary>
    /// <param name="parts">The coding's or catalogue's scripts.</param>
    /// <param name="kind"><c>VIEW</c> or <c>FUNCTION</c>.</param>
    /// <param name="name">The object's name, without brackets.</param>
    internal static string Add(IObjectParts parts, string kind, string name)
    {
        (string Name, string Value)[] stamps =
        [
            (DefinitionHashName, parts.Hash),
            (CodingName, parts.Id),
            (PublicationName, Shorten(parts.Publication)),
            (EditionName, Shorten(parts.Edition)),
            (GeneratorVersionName, GeneratorVersion.Text),
        ];
        return string.Concat(
            stamps.Select(stamp =>
                $"""
                    EXECUTE sys.sp_addextendedproperty
                        N'{stamp.Name}', {SqlText.Unicode(stamp.Value)},
                        {Level(parts.Schema, kind, name)};

                    """
            )
        );
    }

    /// <summary>The statements that take the stamps of an earlier deployment from an object.</summary>
    internal static string Remove(CodingObject stamped)
    {
        var mine = $"""
            FROM sys.extended_properties AS p
                    WHERE p.class = 1
                        AND p.major_id = OBJECT_ID({SqlText.Unicode(stamped.QualifiedName)})
                        AND p.minor_id = 0
                        AND p.name LIKE N'RuleGen.%'
            """;
        return $"""
            {Descriptions.Remove(stamped)}DECLARE @stamp sysname;
            WHILE EXISTS (
                    SELECT 1
                    {mine})
            BEGIN
                SELECT @stamp = MIN(p.name)
                    {mine};
                EXECUTE sys.sp_dropextendedproperty
                    @stamp,
                    {Level(stamped)};
            END;

            """;
    }

    /// <summary>An object, as procedures for extended properties take it.</summary>
    internal static string Level(CodingObject stamped) => Level(stamped.Schema, stamped.Kind.Keyword(), stamped.Name);

    /// <summary>An object, as procedures for extended properties take it.</summary>
    internal static string Level(string schema, string kind, string name) =>
        $"N'SCHEMA', {SqlText.Unicode(schema)}, N'{kind}', {SqlText.Unicode(name)}";

    /// <summary>Prose in one line that a property holds.</summary>
    /// <param name="prose">The prose.</param>
    /// <param name="reserved">How many characters are to come after it.</param>
    internal static string Shorten(string prose, int reserved = 0)
    {
        var text = SqlText.OneLine(prose);
        var longest = MaximumLength - reserved;
        return text.Length <= longest ? text : SqlText.OneLine(text[..longest]);
    }
}
