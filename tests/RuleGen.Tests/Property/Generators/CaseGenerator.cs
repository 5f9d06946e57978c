using FsCheck;
using FsCheck.Fluent;

namespace RuleGen.Tests.Property;

/// <summary>Draws whole cases. FsCheck gives one number and the size, which together decide everything.</summary>
internal static class CaseGenerator
{
    /// <summary>Cases with so many rows each.</summary>
    public static Gen<CodingCase> Cases(int rows) =>
        Gen.Sized(size => Gen.Choose(0, int.MaxValue - 1).Select(seed => Next(seed, size, rows)));

    public static CodingCase Next(int seed, int size, int rowCount)
    {
        var draw = new Draw(seed);
        var source = new SourceGenerator(draw).Next();
        var words = new Vocabulary(draw);
        var coding = new CodingGenerator(source, draw, words, size).Next();
        var rows = new RowGenerator(source, coding, draw, words).Next(rowCount);
        return new CodingCase(source, coding, rows)
        {
            Attempts = draw.Attempts,
            Refusals = draw.Refusals,
            Size = size,
        };
    }
}
