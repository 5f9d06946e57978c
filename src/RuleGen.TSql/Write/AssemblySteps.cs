using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>The statements about assemblies of SQLCLR functions (section 9).</summary>
internal static class AssemblySteps
{
    /// <summary>What the names of all assemblies begin with.</summary>
    public const string Prefix = "RuleGen.";

    /// <summary>What the names of the assemblies for a schema begin with, whose name is of plain characters.</summary>
    public static string BeginningOfNames(string schema) => $"{Prefix}{schema}.";

    /// <summary>The condition that the database has an assembly of the name.</summary>
    public static string Exists(string assembly) =>
        $"EXISTS (SELECT 1 FROM sys.assemblies AS a WHERE a.name = {SqlText.Unicode(assembly)})";

    /// <summary>The condition that the assembly of the name carries RuleGen's stamp.</summary>
    public static string IsMine(string assembly) =>
        $"""
            EXISTS (
                    SELECT 1
                    FROM sys.extended_properties AS p
                    INNER JOIN sys.assemblies AS a
                        ON a.assembly_id = p.major_id
                    WHERE p.class = 5
                        AND a.name = {SqlText.Unicode(assembly)}
                        AND p.name = N'{Stamps.AssemblyHashName}')
            """;

    /// <summary>The condition that the server trusts the assembly of a hash; the list is there from 2017 on.</summary>
    /// <param name="hash">The variable that holds the hash.</param>
    public static string IsTrusted(string hash) =>
        $"EXISTS (SELECT 1 FROM sys.trusted_assemblies AS t WHERE t.hash = {hash})";

    /// <summary>
    /// Notes the hash of an assembly that RuleGen made: of the bytes that the database has, whatever edition they are of.
    /// </summary>
    /// <param name="assembly">The assembly, without brackets.</param>
    /// <param name="hash">The variable that takes its SHA2_512.</param>
    public static string NoteHash(string assembly, string hash) =>
        $"""
            SELECT {hash} = HASHBYTES('SHA2_512', f.content)
            FROM sys.assembly_files AS f
            INNER JOIN sys.assemblies AS a
                ON a.assembly_id = f.assembly_id
            WHERE a.name = {SqlText.Unicode(assembly)}
                AND f.file_id = 1
                AND {IsMine(assembly)};

            """;

    /// <summary>Drops an assembly that RuleGen made.</summary>
    /// <param name="assembly">The assembly, without brackets.</param>
    public static string Drop(string assembly)
    {
        var name = SqlName.Bracket(assembly);
        return $"""
            IF {IsMine(assembly)}
                DROP ASSEMBLY {name};
            ELSE IF {Exists(assembly)}
                PRINT {SqlText.Unicode($"Assembly {name} was not made by RuleGen, and stays.")};

            """;
    }

    /// <summary>Takes a hash from those that the server trusts; a list that is there from SQL Server 2017 on.</summary>
    /// <param name="hash">The variable that holds it; where it is NULL there is nothing to do.</param>
    public static string Distrust(string hash) =>
        $"""
            IF {hash} IS NOT NULL AND OBJECT_ID(N'sys.sp_drop_trusted_assembly') IS NOT NULL
            BEGIN
                IF {IsTrusted(hash)}
                    EXECUTE sys.sp_drop_trusted_assembly {hash};
            END;

            """;
}
