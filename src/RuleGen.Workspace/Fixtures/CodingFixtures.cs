using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Fixtures;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Workspaces.Fixtures;

/// <summary>The fixtures of a coding as rows of its source.</summary>
/// <param name="Coding">The coding, over the source's columns.</param>
/// <param name="Source">The source.</param>
/// <param name="Set">The fixtures, and what became of each mistake.</param>
/// <param name="Rows">
/// The row of each fixture: the key, the columns that the coding reads, and others that must not be NULL.
/// </param>
public sealed record CodingFixtures(PublishedCoding Coding, Source Source, FixtureSet Set, ValueList<Row> Rows)
{
    /// <summary>Derives them.</summary>
    public static CodingFixtures Derive(PublishedCoding coding, Source source)
    {
        var set = new FixtureDeriver(new CodingEvaluator()).Derive(coding.Coding, source.Key);
        var read = coding.Coding.Columns;
        var columns = source
            .RowColumns.Where(column =>
                source.Key.Contains(column)
                || read.Contains(column)
                || (!column.IsNullable && column.Type is not ListType)
            )
            .ToValueList();
        var rows = set.Fixtures.Select(fixture => new Row(
            columns,
            columns
                .Select(column =>
                    read.Contains(column)
                        ? fixture.Row[column]
                        : FillingValues.Of(column, source.Key.Contains(column) ? fixture.Number : 1)
                )
                .ToValueList()
        ));
        return new CodingFixtures(coding, source, set, rows.ToValueList());
    }

    /// <summary>Those whose rows are as assumed.</summary>
    internal CodingFixtures Among(ValueList<Assumption> assumptions)
    {
        var evaluator = new CodingEvaluator();
        var kept = Set.Fixtures.Zip(Rows).Where(each => Assumption.Admit(assumptions, evaluator, each.Second)).ToList();
        return this with
        {
            Set = Set with { Fixtures = kept.Select(each => each.First).ToValueList() },
            Rows = kept.Select(each => each.Second).ToValueList(),
        };
    }

    /// <summary>The rows for a verification, which expects of every engine what the fixtures say.</summary>
    internal RowChunk ToChunk() =>
        new(Rows, [.. Set.Fixtures.Select(fixture => fixture.Number)], "fixture ")
        {
            Expected = [.. Set.Fixtures.Select(fixture => fixture.Expected)],
        };
}
