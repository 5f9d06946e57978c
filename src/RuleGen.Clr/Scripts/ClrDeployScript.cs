using System.Security.Cryptography;
using System.Text;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>
/// Writes clr.sql: drops and creates function and assembly in one transaction, and gives the function's grants again. Where
/// the server asks for trust in the assembly, clr-trust.sql has given it before.
/// </summary>
internal static class ClrDeployScript
{
    private const string DeclareGrants = """
        DECLARE @statement nvarchar(max);
        DECLARE @grants TABLE (Position int IDENTITY(1, 1) NOT NULL, Statement nvarchar(max) NOT NULL);

        """;

    private const string GiveGrants = """
        WHILE EXISTS (SELECT 1 FROM @grants)
        BEGIN
            SELECT TOP (1) @statement = g.Statement FROM @grants AS g ORDER BY g.Position;
            EXECUTE (@statement);
            DELETE FROM @grants WHERE Position = (SELECT MIN(g.Position) FROM @grants AS g);
        END;

        """;

    /// <summary>The whole file.</summary>
    public static string Write(ClrAssembly assembly, ScriptParts parts)
    {
        var names = assembly.Names;
        var text = new StringBuilder(Header(assembly, parts)).Append('\n');
        var function = ToObject(assembly, parts);
        text.Append(ScriptSteps.DeploymentOptions).Append("GO\n\n");
        text.Append("-- It has a transaction of its own, and neither joins nor ends one that is open.\n");
        text.Append(TransactionGuard.Return(names.QualifiedFunction)).Append('\n');
        text.Append("-- The assembly, compiled from clr.cs, and its SHA2_512.\n");
        ClrSteps.AppendBinary(text, "@assembly", "max", assembly.Bytes.AsSpan());
        ClrSteps.AppendBinary(text, "@hash", "64", Convert.FromHexString(assembly.Sha512));
        text.Append(DeclareGrants).Append(Descriptions.Declare).Append(Stamps.DeclareModule).Append("BEGIN TRY\n");
        Append(text, CheckBytes(names));
        text.Append("    BEGIN TRANSACTION;\n\n");
        Append(text, ScriptSteps.TakeLock(parts.Names.QualifiedView));
        Append(text, ScriptSteps.RefuseChanged(ObjectKind.ClrFunction, names.QualifiedFunction, seen: null));
        Append(text, ScriptSteps.RefuseForeign(names.QualifiedFunction));
        Append(text, ClrSteps.RefuseForeignAssembly(names));
        Append(text, EndWhereCurrent(function));
        Append(text, ScriptSteps.CreateSchema(parts.Names.Schema));
        AppendCreate(text, assembly);
        Append(text, Stamps.Add(function));
        Append(text, StampAssembly(assembly));
        return text.Append(Finish(names)).ToString();
    }

    /// <summary>The function as an object that is deployed together with others.</summary>
    public static CodingObject ToObject(ClrAssembly assembly, ScriptParts parts)
    {
        var names = assembly.Names;
        return new CodingObject(
            parts,
            new AssemblyPart(
                names.Function,
                names.Assembly,
                Convert.ToHexStringLower(SHA256.HashData(assembly.Bytes.AsSpan())),
                TrustBatch(assembly),
                ClrSteps.RefuseForeignAssembly(names),
                CreateBatch(assembly),
                StampAssembly(assembly)
            )
        );
    }

    private static string TrustBatch(ClrAssembly assembly)
    {
        var text = new StringBuilder();
        ClrSteps.AppendBinary(text, "@hash", "64", Convert.FromHexString(assembly.Sha512));
        return text.Append(Trust(assembly.Names)).ToString();
    }

    private static string CreateBatch(ClrAssembly assembly)
    {
        var text = new StringBuilder();
        ClrSteps.AppendBinary(text, "@assembly", "max", assembly.Bytes.AsSpan());
        ClrSteps.AppendBinary(text, "@hash", "64", Convert.FromHexString(assembly.Sha512));
        text.Append(DeclareGrants).Append(Descriptions.Declare).Append("BEGIN TRY\n");
        Append(text, CheckBytes(assembly.Names));
        AppendCreate(text, assembly);
        return text.Append("END TRY\nBEGIN CATCH\n    THROW;\nEND CATCH;\n").ToString();
    }

    private static void AppendCreate(StringBuilder text, ClrAssembly assembly)
    {
        var names = assembly.Names;
        text.Append("    -- The function loses its grants, and what somebody wrote of it, when it is dropped.\n");
        Append(text, KeepGrants(names));
        Append(text, Descriptions.Keep(names.QualifiedFunction));
        Append(text, DropAndCreate(names));
        text.Append("    EXECUTE (").Append(SqlText.Unicode(ClrSteps.FunctionDefinition(assembly))).Append(");\n\n");
        Append(text, GiveGrants);
        Append(
            text,
            Descriptions.GiveBack(names.QualifiedFunction, Stamps.Level(names.Schema, "FUNCTION", names.Function))
        );
    }

    private static string Header(ClrAssembly assembly, ScriptParts parts) =>
        parts.HeaderFor(
            ClrSteps.Servers,
            $"SQLCLR: creates or replaces {assembly.Names.QualifiedFunction} and its assembly "
                + $"{SqlName.Bracket(assembly.Names.Assembly)}, both or neither. May be run again.",
            "Run it as it is: sqlcmd -b -f 65001 -i clr.sql, or open it in SSMS. From SQL Server 2017 on the server must "
                + "trust the assembly: clr-trust.sql, before. It refuses, and changes nothing, where a transaction is open, "
                + "and where somebody has changed the assembly; it does nothing where nothing has changed.",
            "The assembly is SAFE and compiled from clr.cs.",
            $"Permissions: CREATE FUNCTION, ALTER ANY ASSEMBLY and REFERENCES in the database, IMPERSONATE on dbo, ALTER on "
                + $"schema {SqlName.Bracket(parts.Names.Schema)} (where it is not there yet: ALTER ANY SCHEMA).",
            DeploymentNotes.Locks(parts.Target, "creates or replaces"),
            "To undo it: clr-rollback.sql; or, to return to an earlier edition, that edition's clr.sql."
        );

    private static string CheckBytes(ClrNames names) =>
        ScriptSteps.RaiseIf(
            "HASHBYTES('SHA2_512', @assembly) <> @hash",
            "%s: the bytes of the assembly are not those that RuleGen wrote.",
            names.QualifiedFunction
        );

    /// <summary>The list of trusted hashes is the server's, and is there from SQL Server 2017 on (rules 9.3, 9.5).</summary>
    private static string Trust(ClrNames names) =>
        $"""
            IF OBJECT_ID(N'sys.sp_add_trusted_assembly') IS NOT NULL
            BEGIN
                IF NOT EXISTS (SELECT 1 FROM sys.trusted_assemblies AS t WHERE t.hash = @hash)
                    EXECUTE sys.sp_add_trusted_assembly
                        @hash,
                        {SqlText.Unicode(names.ClrName)};
            END;

            """;

    private static string EndWhereCurrent(CodingObject function) =>
        $"""
            IF {Stamps.IsOfDefinition(function)}
                AND EXISTS (
                    SELECT 1
                    {Stamps.FromModule(ObjectKind.ClrFunction, function.QualifiedName, indent: 8)}
                        AND {Stamps.ModuleHash(ObjectKind.ClrFunction)} = 0x{function.Assembly!.ContentHash})
            BEGIN
                COMMIT TRANSACTION;
                PRINT {SqlText.Unicode(
            $"{function.QualifiedName}: nothing has changed since it was deployed, and nothing was done."
        )};
                RETURN;
            END;

            """;

    private static string KeepGrants(ClrNames names) =>
        $"""
            INSERT INTO @grants (Statement)
            SELECT
                CASE g.state WHEN 'W' THEN N'GRANT' ELSE g.state_desc COLLATE DATABASE_DEFAULT END
                    + N' ' + g.permission_name COLLATE DATABASE_DEFAULT
                    + CASE g.minor_id
                        WHEN 0 THEN N''
                        ELSE N' (' + QUOTENAME(COL_NAME(g.major_id, g.minor_id)) + N')'
                    END
                    + {SqlText.Unicode($" ON {names.QualifiedFunction} TO ")}
                    + QUOTENAME(p.name)
                    + CASE g.state WHEN 'W' THEN N' WITH GRANT OPTION;' ELSE N';' END
            FROM sys.database_permissions AS g
            INNER JOIN sys.database_principals AS p
                ON p.principal_id = g.grantee_principal_id
            WHERE g.class = 1
                AND g.major_id = OBJECT_ID({SqlText.Unicode(names.QualifiedFunction)})
            ORDER BY g.minor_id;

            """;

    private static string DropAndCreate(ClrNames names)
    {
        var assembly = SqlName.Bracket(names.Assembly);
        return $"""
            DROP FUNCTION IF EXISTS {names.QualifiedFunction};
            DROP ASSEMBLY IF EXISTS {assembly};
            CREATE ASSEMBLY {assembly}
                AUTHORIZATION [dbo]
                FROM @assembly
                WITH PERMISSION_SET = SAFE;

            """;
    }

    private static string StampAssembly(ClrAssembly assembly) =>
        $"""
            EXECUTE sys.sp_addextendedproperty
                N'{Stamps.AssemblyHashName}',
                N'{assembly.Sha512}',
                N'ASSEMBLY', {SqlText.Unicode(assembly.Names.Assembly)};

            """;

    private static string Finish(ClrNames names) =>
        $"""
                COMMIT TRANSACTION;
                PRINT {SqlText.Unicode($"Deployed {names.QualifiedFunction}.")};
                IF EXISTS (SELECT 1 FROM sys.configurations AS c WHERE c.name = N'clr enabled' AND c.value_in_use = 0)
                    PRINT N'This server does not run SQLCLR functions yet: its option clr enabled is 0.';
            END TRY
            BEGIN CATCH
                IF @@TRANCOUNT > 0
                    ROLLBACK TRANSACTION;
                PRINT {SqlText.Unicode(
                $"{names.QualifiedFunction}: not deployed, nothing was changed in this database."
            )};
                IF ERROR_NUMBER() = 10343
                    PRINT N'The server does not trust the assembly: run clr-trust.sql first.';
                THROW;
            END CATCH;
            GO

            """;

    private static void Append(StringBuilder text, string step) =>
        text.Append(ScriptSteps.Indent(step, 4)).Append('\n');
}
