using System.Globalization;
using System.Runtime.Loader;
using RuleGen.Clr;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Clr;

/// <summary>Many codings in one assembly, a class for each: compiling them one by one would cost most of a test's time.</summary>
internal sealed class ClrBatch : IDisposable
{
    private const string Name = "RuleGen.Batch";

    private readonly AssemblyLoadContext _context = new(Name, isCollectible: true);
    private readonly Dictionary<(Coding Coding, Source Source), ClrFunction.Caller> _callers = [];

    /// <summary>Compiles and loads codings over their sources; those that are there twice, once.</summary>
    public ClrBatch(IEnumerable<(Coding Coding, Source Source)> codings)
    {
        var all = codings.Distinct().ToList();
        Bytes = ClrCompiler.Compile(Name, ClrSource.Write([], all.Select((each, i) => (ClassName(i), each.Coding))));
        var assembly = ClrFunction.Load(_context, Bytes);
        for (var i = 0; i < all.Count; i++)
        {
            _callers.Add(all[i], new ClrFunction.Caller(assembly, ClassName(i), all[i].Coding.Columns));
        }
    }

    /// <summary>The assembly.</summary>
    public System.Collections.Immutable.ImmutableArray<byte> Bytes { get; }

    /// <summary>What a coding makes of a row.</summary>
    public ClrResult Evaluate(Coding coding, Source source, Row row) => _callers[(coding, source)].Call(row);

    /// <summary>Whether a coding is among them.</summary>
    public bool Has(Coding coding, Source source) => _callers.ContainsKey((coding, source));

    public void Dispose() => _context.Unload();

    private static string ClassName(int number) => "Coding" + number.ToString(CultureInfo.InvariantCulture);
}
