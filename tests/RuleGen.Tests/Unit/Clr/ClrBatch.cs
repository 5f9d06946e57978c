using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.Loader;
using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Clr;

/// <summary>Many codings in one assembly, a class for each: compiling them one by one would cost most of a test's time.</summary>
internal sealed class ClrBatch : IDisposable
{
    private const string Name = "RuleGen.Batch";

    private readonly AssemblyLoadContext _context = new(Name, isCollectible: true);
    private readonly Dictionary<(Coding Coding, Source Source), (string Class, ClrFunction.Caller Caller)> _functions =
    [];

    /// <summary>Compiles and loads codings over their sources; those that are there twice, once.</summary>
    public ClrBatch(IEnumerable<(Coding Coding, Source Source)> codings)
    {
        var all = codings.Distinct().ToList();
        Bytes = ClrCompiler.Compile(
            Name,
            ClrSource.Write(
                [],
                all.Select((each, i) => (ClassName(i), each.Coding)),
                ObjectNaming.Default.OutcomeColumn
            )
        );
        var assembly = ClrFunction.Load(_context, Bytes);
        for (var i = 0; i < all.Count; i++)
        {
            var caller = new ClrFunction.Caller(assembly, ClassName(i), all[i].Coding.NamedColumns);
            _functions.Add(all[i], (ClassName(i), caller));
        }
    }

    /// <summary>The assembly.</summary>
    public ImmutableArray<byte> Bytes { get; }

    /// <summary>What a coding makes of a row.</summary>
    public ClrResult Evaluate(Coding coding, Source source, Row row) => _functions[(coding, source)].Caller.Call(row);

    /// <summary>The class of a coding.</summary>
    public string ClassOf(Coding coding, Source source) => _functions[(coding, source)].Class;

    public void Dispose() => _context.Unload();

    private static string ClassName(int number) => "Coding" + number.ToString(CultureInfo.InvariantCulture);
}
