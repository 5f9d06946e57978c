namespace RuleGen.TSql;

/// <summary>
/// The statements that describe an object where tools show it: SSMS, catalogues of data, dacpacs read
/// <c>MS_Description</c>. The property is anybody's. What RuleGen wrote stands in a stamp of its own, too; where the two
/// differ, somebody has written another description, which stays.
/// </summary>
internal static class Descriptions
{
    /// <summary>What keeps descriptions that are not RuleGen's while objects are dropped and created.</summary>
    public const string Declare = """
        DECLARE @description nvarchar(4000);
        DECLARE @descriptions TABLE (ObjectName nvarchar(300) NOT NULL, Description nvarchar(4000) NOT NULL);

        """;

    private const string Name = "MS_Description";

    private const string End = ". Made by RuleGen.";

    /// <summary>One line: what the object is of, and who made it.</summary>
    public static string Of(IObjectParts parts) =>
        Stamps.Shorten($"{parts.Title}; {parts.Publication}, {parts.Edition}", End.Length) + End;

    /// <summary>Describes an object that is not described.</summary>
    public static string Add(CodingObject described)
    {
        var level = Stamps.Level(described);
        var text = SqlText.Unicode(Of(described.Parts));
        return $"""
            IF NOT EXISTS (
                    SELECT 1
                    {From(described.QualifiedName, indent: 8)})
            BEGIN
                EXECUTE sys.sp_addextendedproperty
                    N'{Name}', {text},
                    {level};
                EXECUTE sys.sp_addextendedproperty
                    N'{Stamps.DescriptionName}', {text},
                    {level};
            END;

            """;
    }

    /// <summary>Takes RuleGen's description from an object that has it; before its stamps are taken.</summary>
    public static string Remove(CodingObject described) =>
        $"""
            IF EXISTS (
                    SELECT 1
                    {From(described.QualifiedName, indent: 8)}
                        AND {IsOwn(indent: 12)})
                EXECUTE sys.sp_dropextendedproperty
                    N'{Name}',
                    {Stamps.Level(described)};

            """;

    /// <summary>Keeps the description of an object that is to be dropped, unless it is RuleGen's.</summary>
    public static string Keep(string qualifiedName) =>
        $"""
            INSERT INTO @descriptions (ObjectName, Description)
            SELECT {SqlText.Unicode(qualifiedName)}, CONVERT(nvarchar(4000), p.value)
            {From(qualifiedName, indent: 0)}
                AND NOT {IsOwn(indent: 4)};

            """;

    /// <summary>Gives an object that was created the description that was kept.</summary>
    /// <param name="qualifiedName">The object.</param>
    /// <param name="level">It, as <see cref="Stamps.Level(string, string, string)"/> writes it.</param>
    public static string GiveBack(string qualifiedName, string level)
    {
        var kept = $"FROM @descriptions WHERE ObjectName = {SqlText.Unicode(qualifiedName)}";
        return $"""
            IF EXISTS (SELECT 1 {kept})
            BEGIN
                SELECT @description = Description {kept};
                EXECUTE sys.sp_addextendedproperty
                    N'{Name}', @description,
                    {level};
            END;

            """;
    }

    private static string From(string qualifiedName, int indent)
    {
        var margin = "\n" + new string(' ', indent);
        return $"FROM sys.extended_properties AS p{margin}WHERE p.class = 1"
            + $"{margin}    AND p.major_id = OBJECT_ID({SqlText.Unicode(qualifiedName)})"
            + $"{margin}    AND p.minor_id = 0{margin}    AND p.name = N'{Name}'";
    }

    /// <summary>Whether a description is the one in the stamp, to the byte: letter case is a change, too.</summary>
    private static string IsOwn(int indent)
    {
        var margin = "\n" + new string(' ', indent);
        return $"EXISTS ({margin}    SELECT 1{margin}    FROM sys.extended_properties AS s"
            + $"{margin}    WHERE s.class = 1{margin}        AND s.major_id = p.major_id{margin}        AND s.minor_id = 0"
            + $"{margin}        AND s.name = N'{Stamps.DescriptionName}'"
            + $"{margin}        AND CONVERT(varbinary(8000), CONVERT(nvarchar(4000), s.value))"
            + $"{margin}            = CONVERT(varbinary(8000), CONVERT(nvarchar(4000), p.value)))";
    }
}
