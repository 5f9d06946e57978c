using System.Security.Cryptography;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>Makes SQLCLR assemblies and their scripts (section 9).</summary>
public static class ClrGenerator
{
    /// <summary>
    /// Why a coding has no SQLCLR function: it asks for items of a list, and a function takes values. Null where it has one.
    /// </summary>
    public static Problem? WhyNone(Coding coding) =>
        coding.NamedColumns.FirstOrDefault(column => column.Type is ListType) is { } list
            ? new Problem(
                ErrorCodes.UnsupportedByTarget,
                $"A SQLCLR function takes values of columns, and the coding asks for items of the list '{list.Name}'",
                "Use the view or the inline function, which give the same rows; or ask a column that is made of the list"
            )
            : null;

    /// <summary>
    /// Writes a coding in C# and compiles it. The same arguments give the same bytes on every machine; the names are
    /// among them.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0009: a name that SQL Server does not take. RG0010: the source lacks a column. RG0402: it asks for items of a list.
    /// RG0404: the assembly is not SAFE.
    /// </exception>
    public static ClrAssembly Compile(PublishedCoding published, Source source, ObjectNaming? naming = null)
    {
        var names = new ClrNames(naming ?? ObjectNaming.Default, published.Id);
        var bound = published with { Coding = CodingBinder.Bind(published.Coding, source) };
        if (WhyNone(bound.Coding) is { } problem)
        {
            throw new RuleGenException(problem);
        }

        var code = ClrSource.Write(
            bound,
            names.Naming.OutcomeColumn,
            DefinitionHash.Of(published, source, names.Naming)
        );
        var bytes = ClrCompiler.Compile(names.Assembly, code);
        SafeAssembly.Check(names.Assembly, bytes);
        return new ClrAssembly(names, bound, source, code, bytes, Convert.ToHexString(SHA512.HashData(bytes.AsSpan())));
    }

    /// <summary>
    /// clr.cs; clr.sql and clr-rollback.sql; clr-trust.sql and clr-trust-rollback.sql. The scripts are validated for the
    /// target; the same arguments give the same bytes everywhere.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0402: the target runs no SQLCLR code, or does not take a name. RG0403, RG0204: a name or literal cannot be
    /// written. RG0401: a script does not hold.
    /// </exception>
    public static ValueList<GeneratedFile> WriteFiles(ClrAssembly assembly, Target target)
    {
        if (!target.HasClr)
        {
            throw new RuleGenException(
                ErrorCodes.UnsupportedByTarget,
                $"{target} runs no SQLCLR function, and '{assembly.Names.QualifiedFunction}' is one",
                "Use the view or the inline function, which give the same rows"
            );
        }

        var (published, source, naming) = (assembly.Published, assembly.Table, assembly.Names.Naming);
        ScriptSafety.Check(published.Coding, source, naming.For(published.Id), target);
        var parts = new ScriptParts(published, source, target, naming);
        ValueList<GeneratedFile> scripts =
        [
            new GeneratedFile(FileNames.Clr, ClrDeployScript.Write(assembly, parts)),
            new GeneratedFile(FileNames.ClrRollback, ClrRollbackScript.Write(assembly.Names, parts)),
            new GeneratedFile(FileNames.ClrTrust, ClrTrustScripts.WriteTrust(assembly, parts)),
            new GeneratedFile(FileNames.ClrTrustRollback, ClrTrustScripts.WriteRollback(assembly, parts)),
        ];
        ClrScriptCheck.Run(scripts, assembly, target);
        return [new GeneratedFile(FileNames.ClrSource, assembly.Source), .. scripts];
    }

    /// <summary>The function as an object that is deployed together with others; its scripts are validated.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Compile"/> and <see cref="WriteFiles"/>.</exception>
    public static CodingObject MakeObject(PublishedCoding published, Source source, ObjectNaming naming, Target target)
    {
        var assembly = Compile(published, source, naming);
        _ = WriteFiles(assembly, target);
        var parts = new ScriptParts(assembly.Published, assembly.Table, target, assembly.Names.Naming);
        return ClrDeployScript.ToObject(assembly, parts);
    }
}
