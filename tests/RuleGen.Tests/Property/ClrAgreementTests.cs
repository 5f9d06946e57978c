using System.Globalization;
using RuleGen.Clr;
using RuleGen.Tests.Unit.Clr;

namespace RuleGen.Tests.Property;

/// <summary>The compiled SQLCLR function says of every row of every coding what the engine says.</summary>
/// <remarks>Codings are compiled many at a time: one by one, the compiler would take nearly all of the time.</remarks>
public sealed class ClrAgreementTests
{
    private const int CodingsOfAssembly = 100;

    /// <summary>Half as many codings as the other engines are asked about.</summary>
    private static readonly int Assemblies = Math.Max(
        PropertyRun.Sets / PropertyRun.RowsOfCoding / CodingsOfAssembly / 2,
        1
    );

    [Test]
    public void The_compiled_function_says_the_same_of_generated_codings()
    {
        var rows = 0;
        for (var assembly = 0; assembly < Assemblies; assembly++)
        {
            var cases = GeneratedCases(assembly).ToList();
            using var batch = new ClrBatch(cases.Select(each => (each.Coding, each.Source)));
            SafeAssembly.Check("batch", batch.Bytes);
            foreach (var asked in cases)
            {
                if (!Agrees(asked, batch))
                {
                    Assert.Fail(Describe(Smallest(asked)));
                }

                rows += asked.Rows.Count;
            }
        }

        TestContext.Progress.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Property: {rows} rows by the SQLCLR function, 0 disagreements"
            )
        );
    }

    /// <summary>The cases of one assembly, from small to large.</summary>
    internal static IEnumerable<CodingCase> GeneratedCases(int assembly)
    {
        var seed = int.Parse(PropertyRun.Seed.Split(',')[0], CultureInfo.InvariantCulture);
        return Enumerable
            .Range(0, CodingsOfAssembly)
            .Select(size =>
                CaseGenerator.Next(
                    unchecked(seed + assembly * CodingsOfAssembly + size),
                    size + 1,
                    PropertyRun.RowsOfCoding
                )
            )
            .Where(asked => ClrGenerator.WhyNone(asked.Coding) is null);
    }

    private static bool Agrees(CodingCase asked, ClrBatch batch) =>
        Answers(asked, batch).AgreesWith(Engines.Reference(asked));

    private static Opinion Answers(CodingCase asked, ClrBatch batch) =>
        Opinion.Of(
            "SQLCLR",
            () =>
                asked
                    .Rows.Select(row => batch.Evaluate(asked.Coding, asked.Source, row))
                    .Select(answer => answer.NotEvaluated is null ? answer.Result : (Model.Result?)null)
        );

    private static CodingCase Smallest(CodingCase failing)
    {
        while (
            CaseShrinker
                .Shrink(failing)
                .FirstOrDefault(smaller =>
                {
                    using var batch = new ClrBatch([(smaller.Coding, smaller.Source)]);
                    return !Agrees(smaller, batch);
                })
                is { } next
        )
        {
            failing = next;
        }

        return failing;
    }

    private static string Describe(CodingCase failing)
    {
        using var batch = new ClrBatch([(failing.Coding, failing.Source)]);
        var (found, expected) = (Answers(failing, batch), Engines.Reference(failing));
        var row = found.FirstDifference(expected);
        return $"{failing}\nThe engines disagree on the row {failing.Rows[row]}:\n"
            + $"  {expected.Engine}: {expected.Describe(row)}\n  {found.Engine}: {found.Describe(row)}";
    }
}
