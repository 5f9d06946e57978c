using System.Text;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>
/// Writes clr-trust.sql, which has a server trust an assembly by its hash, and clr-trust-rollback.sql, which takes that
/// away. Both are apart from the scripts of the function: trust is the server's and not a database's, it is given by
/// others than those who deploy, and no transaction undoes it (rules 9.3–9.5).
/// </summary>
internal static class ClrTrustScripts
{
    /// <summary>The file clr-trust.sql.</summary>
    public static string WriteTrust(ClrAssembly assembly, ScriptParts parts)
    {
        var shown = Show(assembly);
        return Write(
            assembly,
            parts,
            [
                $"SQLCLR trust: has the server trust assembly {shown} by its hash alone, so that clr.sql can make it. "
                    + "TRUSTWORTHY and clr strict security stay as they are. May be run again.",
                "Run it as it is, once on each server, in any database: sqlcmd -b -f 65001 -i clr-trust.sql, or open it in "
                    + "SSMS. Servers before SQL Server 2017 ask for no trust, and it does nothing there.",
                $"The hash is the SHA2_512 of the bytes in clr.sql, which are compiled from clr.cs: {assembly.Sha512}",
                "Permissions: CONTROL SERVER.",
                "Locks: none.",
                "To undo it: clr-rollback.sql in each database that has the assembly, then clr-trust-rollback.sql.",
            ],
            $"""
            IF OBJECT_ID(N'sys.sp_add_trusted_assembly') IS NULL
                PRINT N'This server asks for no trust in assemblies; nothing was done.';
            ELSE IF {AssemblySteps.IsTrusted("@hash")}
                PRINT {SqlText.Unicode($"The server trusts {shown} already; nothing was done.")};
            ELSE
            BEGIN
                EXECUTE sys.sp_add_trusted_assembly
                    @hash,
                    {SqlText.Unicode(assembly.Names.ClrName)};
                PRINT {SqlText.Unicode($"The server trusts {shown} from now on.")};
            END;

            """
        );
    }

    /// <summary>The file clr-trust-rollback.sql.</summary>
    public static string WriteRollback(ClrAssembly assembly, ScriptParts parts)
    {
        var shown = Show(assembly);
        return Write(
            assembly,
            parts,
            [
                $"SQLCLR trust rollback: takes the server's trust in assembly {shown} away. May be run again.",
                "Run it as it is: sqlcmd -b -f 65001 -i clr-trust-rollback.sql, or open it in SSMS. It refuses where this "
                    + "database still has the assembly; in other databases of the server that have the very same one, its "
                    + "function does not run any more.",
                "Permissions: CONTROL SERVER.",
                "Locks: none.",
                "To undo it: clr-trust.sql.",
            ],
            $"""
            IF OBJECT_ID(N'sys.sp_drop_trusted_assembly') IS NULL
                PRINT N'This server asks for no trust in assemblies; nothing was done.';
            ELSE IF EXISTS (SELECT 1 FROM sys.assembly_files AS f WHERE HASHBYTES('SHA2_512', f.content) = @hash)
                RAISERROR(
                    N'This database still has assembly %s. Run clr-rollback.sql first.',
                    16, 1, {SqlText.Unicode(shown)});
            ELSE IF {AssemblySteps.IsTrusted("@hash")}
            BEGIN
                EXECUTE sys.sp_drop_trusted_assembly @hash;
                PRINT {SqlText.Unicode($"The server does not trust {shown} any more.")};
            END
            ELSE
                PRINT {SqlText.Unicode($"The server does not trust {shown}; nothing was done.")};

            """
        );
    }

    private static string Show(ClrAssembly assembly) => SqlName.Bracket(assembly.Names.Assembly);

    private static string Write(ClrAssembly assembly, ScriptParts parts, string[] purpose, string statements)
    {
        var text = new StringBuilder(parts.HeaderFor(ClrSteps.Servers, purpose)).Append('\n');
        text.Append(ScriptSteps.SetOptions).Append("GO\n\n");
        text.Append(TransactionGuard.Return(assembly.Names.QualifiedFunction));
        ClrSteps.AppendBinary(text, "@hash", "64", Convert.FromHexString(assembly.Sha512));
        return text.Append(statements).Append("GO\n").ToString();
    }
}
