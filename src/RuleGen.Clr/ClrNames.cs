using System.Security.Cryptography;
using System.Text;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>What a coding's assembly and its function are called.</summary>
public sealed record ClrNames
{
    /// <summary>The names for a coding.</summary>
    /// <param name="naming">How objects are called.</param>
    /// <param name="id">The id of the coding.</param>
    /// <exception cref="RuleGenException">RG0009: SQL Server would not take one of them.</exception>
    public ClrNames(ObjectNaming naming, string id)
    {
        ArgumentNullException.ThrowIfNull(naming);
        Naming = naming;
        var names = naming.For(id);
        Function = SqlName.Check(names.ClrFunction, "function");

        // While a function of another pattern is there, its assembly cannot be replaced.
        var function = names.Function == ObjectNaming.Default.For(id).Function ? "" : $".{names.Function}";
        Assembly = SqlName.Check(AssemblySteps.Prefix + PlainName($"{Schema}.{id}{function}"), "assembly");
    }

    /// <summary>The schema of the function, without brackets.</summary>
    public string Schema => Naming.Schema;

    /// <summary>How objects are called.</summary>
    public ObjectNaming Naming { get; }

    /// <summary>The table-valued function, without brackets.</summary>
    public string Function { get; }

    /// <summary>
    /// The assembly, in the database and in .NET, without brackets. It has the schema in it: one database does not take
    /// the same assembly twice.
    /// </summary>
    public string Assembly { get; }

    /// <summary>The assembly's name in full, as <c>sys.assemblies</c> shows it.</summary>
    public string ClrName =>
        $"{Assembly.ToLowerInvariant()}, version=1.0.0.0, culture=neutral, publickeytoken=null, processorarchitecture=msil";

    /// <summary><c>[schema].[function]</c>.</summary>
    public string QualifiedFunction => SqlText.TwoPart(Schema, Function);

    /// <summary>
    /// A name of letters, digits, points and underscores. One that has other characters, or is too long, gets a mark of
    /// its own, so that two of them stay two.
    /// </summary>
    private static string PlainName(string name)
    {
        var plain = string.Concat(
            name.Select(each => char.IsAsciiLetterOrDigit(each) || each is '.' or '_' ? each : '_')
        );
        var longest = SqlName.MaximumLength - AssemblySteps.Prefix.Length;
        if (plain == name && name.Length <= longest)
        {
            return name;
        }

        var mark = "." + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
        return plain[..Math.Min(plain.Length, longest - mark.Length)] + mark;
    }
}
