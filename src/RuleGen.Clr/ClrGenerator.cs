using System.Security.Cryptography;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>Makes SQLCLR assemblies and their scripts (section 9).</summary>
public static class ClrGenerator
{
    /// <summary>
    /// Writes a coding in C# and compiles it. The same arguments give the same bytes on every machine; the schema is
    /// among them.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// RG0009: a name that SQL Server does not take. RG0010: the source lacks a column. RG0404: the assembly is not SAFE.
    /// </exception>
    public static ClrAssembly Compile(
        PublishedCoding published,
        Source source,
        string objectSchema = ScriptGenerator.DefaultObjectSchema
    )
    {
        var names = new ClrNames(objectSchema, published.Id);
        var coding = CodingBinder.Bind(published.Coding, source);
        var code = ClrSource.Write(
            published with
            {
                Coding = coding,
            },
            DefinitionHash.Of(published, source, objectSchema)
        );
        var bytes = ClrCompiler.Compile(names.Assembly, code);
        SafeAssembly.Check(names.Assembly, bytes);
        return new ClrAssembly(names, coding, code, bytes, Convert.ToHexString(SHA512.HashData(bytes.AsSpan())));
    }
}
