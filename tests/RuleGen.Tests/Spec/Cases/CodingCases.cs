using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Whole codings: which rows are kept, and which arm gives the outcome (rules 5.2, 5.3).</summary>
internal static class CodingCases
{
    private static readonly SpecColumns Columns = SpecColumns.Of(
        CharacterType.VarChar(20, Collation.Latin1GeneralCiAs)
    );

    private static readonly CodingBuilder Arms = new CodingBuilder()
        .When(Columns.X.Like("V3%"), "first")
        .When(Columns.X.Like("V38%") | Columns.Y.EqualTo("2"), "second")
        .When(Columns.I > 5, Label.Null);

    private static readonly Coding Plain = Arms.Build();

    private static readonly Coding WithElse = new CodingBuilder()
        .When(Columns.X.Like("V3%"), "first")
        .When(Columns.I > 5, Label.Null)
        .Else("other")
        .Build();

    private static readonly Coding WithNullElse = new CodingBuilder()
        .When(Columns.X.Like("V3%"), "first")
        .Else(Label.Null)
        .Build();

    private static readonly Coding WithExclusions = new CodingBuilder()
        .When(Columns.X.NotLike("2%"), Label.Of("O'Brien’s", isUnicode: true))
        .Where(Sql.True & Columns.Y.NotEqualTo("02") & (Columns.I.IsNull() | Columns.I >= 19))
        .Build();

    private static readonly Coding ExclusionsOnly = new CodingBuilder().Where(Columns.X.NotLike("%C%")).Build();

    private static readonly Coding NothingKept = new CodingBuilder()
        .When(Columns.X.IsNull(), "a")
        .Where(Sql.Constant(1, ComparisonOperator.Equal, 0))
        .Build();

    private static readonly Coding Numbered = new CodingBuilder()
        .When(Columns.X.Like("V3%"), Label.Of(int.MaxValue))
        .When(Columns.X.Like("W%"), Label.Of(-1))
        .When(Columns.I > 5, Label.Null)
        .Else(Label.Of(0))
        .Build();

    private static readonly Coding Flagged = new CodingBuilder()
        .When(Columns.X.Like("V3%"), Label.OfBit(true))
        .When(Columns.I > 5, Label.OfBit(false))
        .Build();

    public static IEnumerable<TestCaseData> All =>
        [
            Case("6.17 an outcome may be an int", Numbered, new SpecRow("V38"), "2147483647", LabelType.Integer),
            Case("6.17 an outcome may be below 0", Numbered, new SpecRow("W37"), "-1", LabelType.Integer),
            Case("6.17 ELSE may give an int", Numbered, new SpecRow(), "0", LabelType.Integer),
            Case("6.3 among ints an outcome may be NULL", Numbered, new SpecRow(I: 6), null),
            Case("6.18 an outcome may be a bit", Flagged, new SpecRow("V38"), "1", LabelType.Bit),
            Case("6.18 a bit may be 0", Flagged, new SpecRow(I: 6), "0", LabelType.Bit),
            Case("6.18 among bits an outcome may be NULL", Flagged, new SpecRow(), null),
            Case("5.3 the first arm that is true gives the outcome", Plain, new SpecRow("V38", "2", 9), "first"),
            Case("5.3 a later arm where earlier ones are false", Plain, new SpecRow("W37", "2", 9), "second"),
            Case("5.3 an unknown arm falls through", Plain, new SpecRow(Y: "2"), "second"),
            Case("5.3 an arm may give NULL", Plain, new SpecRow("W37", "1", 9), null),
            Case("5.3 no arm and no ELSE give NULL", Plain, new SpecRow("W37", "1", 1), null),
            Case("5.3 unknown arms and no ELSE give NULL", Plain, new SpecRow(), null),
            Case("5.3 no arm gives ELSE", WithElse, new SpecRow("W37", I: 1), "other"),
            Case("5.3 unknown arms give ELSE", WithElse, new SpecRow(), "other"),
            Case("5.3 an arm that gives NULL keeps ELSE away", WithElse, new SpecRow("W37", I: 6), null),
            Case("5.3 a true arm keeps ELSE away", WithElse, new SpecRow("V3"), "first"),
            Case("5.3 ELSE may be NULL", WithNullElse, new SpecRow("W37"), null),
            Case(
                "5.2 a row is kept where the exclusions are true",
                WithExclusions,
                new SpecRow("11", "01", 19),
                "O'Brien’s"
            ),
            Case("5.2 a kept row may match no arm", WithExclusions, new SpecRow("21", "01"), null),
            Case("5.2 a kept row's arm may be unknown", WithExclusions, new SpecRow(Y: "01"), null),
            Excluded("5.2 a false exclusion drops the row", WithExclusions, new SpecRow("11", "02", 19)),
            Excluded("5.2 an unknown exclusion drops the row", WithExclusions, new SpecRow("11", null, 19)),
            Excluded("5.2 one false part is enough", WithExclusions, new SpecRow("11", "01", 18)),
            Excluded("2.1 a blank does not save the row", WithExclusions, new SpecRow("11", "02 ", 19)),
            Case("5.2 exclusions alone keep rows", ExclusionsOnly, new SpecRow("M545"), null),
            Excluded("5.2 exclusions alone drop rows", ExclusionsOnly, new SpecRow("C509")),
            Excluded("5.2 exclusions alone drop unknown rows", ExclusionsOnly, new SpecRow()),
            Excluded("5.2 a constant can drop every row", NothingKept, new SpecRow()),
        ];

    private static TestCaseData Case(
        string name,
        Coding coding,
        SpecRow row,
        string? outcome,
        LabelType type = LabelType.Text
    ) => Case(name, coding, row, Result.Kept(outcome, type));

    private static TestCaseData Excluded(string name, Coding coding, SpecRow row) =>
        Case(name, coding, row, Result.NotKept);

    private static TestCaseData Case(string name, Coding coding, SpecRow row, Result expected) =>
        new TestCaseData(
            new CodingSpecCase($"{name}: {row}", Columns.Source, coding, Columns.Row(row), expected)
        ).SetArgDisplayNames($"{name}: {row}");
}
