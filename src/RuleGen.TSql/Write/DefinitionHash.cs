using System.Security.Cryptography;
using System.Text;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// A fingerprint of what a coding's objects are: SHA-256 over the definitions of view and function as RuleGen writes
/// them, comments included, header and target left out. The same on every machine.
/// </summary>
public static class DefinitionHash
{
    /// <summary>The fingerprint, in 64 small hexadecimal digits.</summary>
    /// <exception cref="RuleGenException">
    /// RG0009: a name that SQL Server does not take. RG0010: the source lacks a column.
    /// </exception>
    public static string Of(PublishedCoding published, Source source, ObjectNaming naming) =>
        Of(new ObjectWriter(CodingBinder.Bind(published.Coding, source), source, naming.For(published.Id)));

    internal static string Of(ObjectWriter objects) =>
        Of(objects.WriteView("CREATE") + objects.WriteFunction("CREATE"));

    /// <summary>The fingerprint of definitions.</summary>
    internal static string Of(string definitions) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(definitions)));
}
