using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1014: patterns that match two codes of a list side by side though they match neither, for columns of which the
/// schema says that they hold lists.
/// </summary>
internal sealed class CrossedCodes : ICheck
{
    private readonly List<(Site Site, List<CodeBoundary> Boundaries)> _sites = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        foreach (var site in roots.SelectMany(root => root.Clauses))
        {
            if (site.Predicate is Like { Operand: ColumnReference { Column.List: not null } } like)
            {
                _sites.Add((site, [.. CodeBoundary.Of(like)]));
            }
        }

        return _sites.SelectMany(each => each.Boundaries).SelectMany(boundary => boundary.Predicates);
    }

    public IEnumerable<Finding> Run(Examination examination) =>
        from each in _sites
        let finding = examination.Ask(
            each.Site,
            "whether it matches across two codes of a list",
            () => Examine(examination, each.Site, each.Boundaries)
        )
        where finding is not null
        select finding;

    private static Finding? Examine(Examination examination, Site site, List<CodeBoundary> boundaries) =>
        boundaries.Select(boundary => Examine(examination, site, boundary)).FirstOrDefault(each => each is not null);

    private static Finding? Examine(Examination examination, Site site, CodeBoundary boundary)
    {
        if (Code(examination, site, boundary, boundary.End) is not { } first)
        {
            return null;
        }

        if (Code(examination, site, boundary, boundary.Start) is not { } second)
        {
            return null;
        }

        var column = boundary.Pattern.Operand.Columns.First();
        var list = column.List!;
        var values = new[] { list.Write(first, boundary.Separator, second), list.Write(first), list.Write(second) };
        var rows = new[] { [first, second], [first], (string[])[second] }
            .Zip(values, (codes, value) => RowOf(column, codes, value))
            .OfType<Row>()
            .ToList();
        var truths = rows.Select(row => examination.Tools.IsTrue(boundary.Pattern, row)).ToList();
        if (
            values[0].Length > (((CharacterType)column.Type).Length ?? int.MaxValue)
            || truths is not [true, false, false]
        )
        {
            return null;
        }

        var between = boundary.Separator.Length == 0 ? "side by side" : $"with '{boundary.Separator}' between them";
        return new Finding(
            FindingCodes.CrossesCodes,
            examination.Place(site),
            $"{column.Name} holds a list of codes, and the pattern can match across two of them: "
                + $"'{first}' and '{second}', {between}, match; neither does by itself."
        )
        {
            Witness = new FindingWitness(
                rows[0],
                [.. values.Zip(truths, (value, truth) => new WitnessResult($"'{value}'", truth ? "TRUE" : "FALSE"))]
            ),
        };
    }

    /// <summary>
    /// A row with a text of codes; of one that is made of a list, with the items that make it: null where they have more
    /// values that may not be NULL.
    /// </summary>
    private static Row? RowOf(Column column, string[] codes, string value)
    {
        if (column.Derivation is not { } derivation)
        {
            return new Row([column], [SqlValue.Of(value)]);
        }

        var type = derivation.ListType;
        if (type.Columns.Any(each => each != derivation.Item && !each.IsNullable))
        {
            return null;
        }

        var items = codes.Select(
            (code, place) =>
                new ListItem(
                    place + 1,
                    type.Columns.Select(each => each == derivation.Item ? SqlValue.Of(code) : SqlValue.Null)
                        .ToValueList()
                )
        );
        return new Row([derivation.List], [SqlValue.Of(ListItems.Of(type, items))]);
    }

    /// <summary>
    /// A code that brings the pattern up to the boundary, or on from it, and does not match by itself.
    /// </summary>
    private static string? Code(Examination examination, Site site, CodeBoundary boundary, Like part)
    {
        var formulas = boundary
            .Codes.Append(part)
            .Select(predicate => examination.Truth(predicate).IsTrue)
            .Concat(boundary.Alone.Select(alone => examination.Truth(alone).IsFalse));
        return examination.Find(formulas) is { } region
            ? examination.Pick(region, site)[boundary.Pattern.Operand.Columns.First()].Text
            : null;
    }
}
