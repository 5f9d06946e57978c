using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>
/// Makes failing cases smaller: first to one row, then to few clauses, then to the columns that they read, and at last
/// to short values.
/// </summary>
internal static class CaseShrinker
{
    public static IEnumerable<CodingCase> Shrink(CodingCase failed)
    {
        var rows = failed.Rows;
        var smaller =
            rows.Count > 1
                ? Fewer(rows).Select(fewer => failed with { Rows = fewer })
                : Codings(failed.Coding)
                    .Select(coding => new CodingCase(failed.Source, coding, rows) { Size = failed.Size })
                    .Concat(WithoutColumns(failed))
                    .Concat(
                        Attempt
                            .OneReplaced(rows, row => Values(row, failed.Source))
                            .Select(shrunk => failed with { Rows = shrunk })
                    );
        return smaller;
    }

    private static IEnumerable<ValueList<Row>> Fewer(ValueList<Row> rows) =>
        rows.Chunk((rows.Count + 1) / 2)
            .Select(half => half.ToValueList())
            .Concat(rows.Select(row => ValueList.Create([row])));

    private static IEnumerable<Coding> Codings(Coding coding)
    {
        var arms = Attempt.OneDropped(coding.Arms).Concat(Attempt.OneReplaced(coding.Arms, Arms));
        return Attempt
            .One(() => Remade(coding, coding.Arms, otherwise: null, exclusions: null))
            .Concat(Attempt.One(() => Remade(coding, [], otherwise: null, coding.Exclusions)))
            .Concat(Attempt.Each(arms, fewer => Remade(coding, fewer, coding.Else, coding.Exclusions)))
            .Concat(
                Attempt.Each(
                    coding.Exclusions is null ? [] : PredicateShrinker.Shrink(coding.Exclusions),
                    exclusions => Remade(coding, coding.Arms, coding.Else, exclusions)
                )
            )
            .Where(smaller => smaller != coding)
            .Where(smaller =>
                smaller.Arms.Count == 0 || smaller.Arms.Select(arm => arm.Then).Append(smaller.Else).Any(HasText)
            );
    }

    private static bool HasText(Label? label) => label?.Text is not null;

    private static Coding Remade(Coding old, ValueList<CaseArm> arms, Label? otherwise, Predicate? exclusions) =>
        new(arms, otherwise, exclusions)
        {
            IsWrittenWithCase = old.IsWrittenWithCase && arms.Count > 0,
            IsWrittenWithWhere = old.IsWrittenWithWhere || exclusions is null,
        };

    private static IEnumerable<CaseArm> Arms(CaseArm arm) =>
        PredicateShrinker.Shrink(arm.When).Select(when => new CaseArm(when, arm.Then));

    private static IEnumerable<CodingCase> WithoutColumns(CodingCase failed)
    {
        var source = failed.Source;
        if (source.Lists.Count > 0)
        {
            return [];
        }

        var columns = source.Columns.Where(column =>
            source.Key.Contains(column) || failed.Coding.Columns.Contains(column)
        );
        var kept = columns.ToValueList();
        if (kept.Count == source.Columns.Count)
        {
            return [];
        }

        var narrower = new Source(source.Table, source.Alias, ["Key"], [], kept);
        var rows = failed.Rows.Select(row => new Row(kept, kept.Select(column => row[column]).ToValueList()));
        return [new CodingCase(narrower, failed.Coding, rows.ToValueList()) { Size = failed.Size }];
    }

    private static IEnumerable<Row> Values(Row row, Source source)
    {
        var values = row.Columns.Select(column => row[column]).ToValueList();
        return row.Columns.SelectMany(
            (column, place) =>
                Values(values[place], isKey: source.Key.Contains(column))
                    .Select(value => new Row(
                        row.Columns,
                        values.Select((old, i) => i == place ? value : old).ToValueList()
                    ))
        );
    }

    private static IEnumerable<SqlValue> Values(SqlValue value, bool isKey) =>
        isKey || value.IsNull || value.Moment is not null || value.Decimal is not null ? []
        : value.Items is { } items
            ? Attempt
                .OneDropped(items.Items)
                .SelectMany(fewer => Attempt.One(() => ListItems.Of(items.Type, fewer)))
                .Select(SqlValue.Of)
        : value.IsInteger ? (value.Integer == 0 ? [] : [SqlValue.Of(0), SqlValue.Of(value.Integer / 2)])
        : Attempt.Shorter(value.Text!).Select(SqlValue.Of);
}
