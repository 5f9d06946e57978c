using System.Globalization;
using RuleGen.Data.Csv;
using RuleGen.Data.Evaluation;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Workspaces.Testing;

/// <summary>Holds a coding against rows of which the results are known.</summary>
internal sealed class FixtureTest
{
    private readonly WorkspaceCoding _coding;
    private readonly Source _source;
    private readonly Column _expectedKept;
    private readonly Column _expectedOutcome;
    private readonly LabelType _type;

    private FixtureTest(WorkspaceCoding coding, Source source)
    {
        _coding = coding;
        _source = source;
        _type = coding.Coding.ResultType ?? LabelType.Text;
        var names = FixtureColumns.Of(coding.Coding.Columns.Concat(source.Key));
        _expectedKept = new Column(names.Kept, IntegerType.Int, isNullable: false);
        _expectedOutcome = new Column(
            names.Outcome,
            CharacterType.NVarChar(null, Collation.Latin1GeneralCiAs),
            isNullable: true
        );
    }

    /// <summary>Runs the coding on every row.</summary>
    /// <exception cref="RuleGenException">
    /// RG0301 to RG0304: the file is not valid. RG0306: an expected result is none.
    /// </exception>
    public static TestResult Run(WorkspaceCoding coding, Source source, CsvInput fixtures) =>
        new FixtureTest(coding, source).Run(fixtures);

    private TestResult Run(CsvInput fixtures)
    {
        var read = _source.Key.Concat(_coding.Coding.Columns).Distinct().ToValueList();
        using var rows = fixtures.Read(
            [.. read, _expectedKept, _expectedOutcome],
            _source.Key,
            mayLack: read.Any(column => column.Type is ListType) ? [] : _source.Key,
            lists: _source.Lists
        );
        var shown = read.Where(rows.Columns.Contains).ToValueList();
        var failures = new List<FailedFixture>();
        var skipped = new List<SkippedRow>();
        var count = 0L;
        while (rows.Read())
        {
            count++;
            var all = new Row(rows.Columns, [.. rows.Values]);
            var row = new Row(shown, shown.Select(column => all[column]).ToValueList());
            var expected = ReadExpected(all, rows.Line, fixtures.Name);
            var found = Explainer.Explain(_coding.Coding, row);
            if (found.NotEvaluated is { } reason)
            {
                skipped.Add(new SkippedRow(fixtures.Name, rows.Line, row, reason));
            }
            else if (found.Result != expected)
            {
                failures.Add(new FailedFixture(rows.Line, row, expected, found));
            }
        }

        return new TestResult(_coding.Name, count, failures.ToValueList(), skipped.ToValueList());
    }

    private bool IsOutcome(string text) =>
        _type switch
        {
            LabelType.Text => true,
            LabelType.Bit => text is "0" or "1",
            _ => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == text,
        };

    private Result ReadExpected(Row row, int line, string file)
    {
        var (kept, outcome) = (row[_expectedKept].Integer, row[_expectedOutcome].Text);
        return (kept, outcome) switch
        {
            (1, { } text) when !IsOutcome(text) => throw Invalid(
                $"Column '{_expectedOutcome.Name}' holds '{MessageText.OneLine(text)}', and the coding gives {_type.Name()}",
                _type == LabelType.Bit ? "Write 1 or 0" : "Write a whole number, without a plus sign or leading zeros"
            ),
            (1, _) => Result.Kept(outcome, _type),
            (0, null) => Result.NotKept,
            (0, _) => throw Invalid(
                $"Column '{_expectedOutcome.Name}' holds '{MessageText.OneLine(outcome!)}' for a row that is not kept",
                $"Write NULL: only rows that are kept have an outcome; or 1 as '{_expectedKept.Name}'"
            ),
            _ => throw Invalid(
                FormattableString.Invariant($"Column '{_expectedKept.Name}' holds {kept}"),
                "Write 1 for a row that is kept, and 0 for one that is not"
            ),
        };

        RuleGenException Invalid(string message, string remedy) =>
            new(
                new Problem(ErrorCodes.InvalidFixture, message, remedy)
                {
                    File = file,
                    Position = new TextPosition(line, 1),
                }
            );
    }
}
