using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes the queries of a catalogue's views, without header.</summary>
/// <param name="catalogue">The catalogue, its codings over the columns of the source.</param>
/// <param name="source">The source.</param>
/// <param name="outcomeColumn">The column that holds the label.</param>
/// <param name="hasStringAgg">Whether the server has STRING_AGG.</param>
internal sealed class CatalogueWriter(Catalogue catalogue, Source source, string outcomeColumn, bool hasStringAgg)
{
    /// <summary>The column of the view <c>long</c> that holds the coding's id.</summary>
    public const string CodingColumn = "Coding";

    /// <summary>What the labels of one row are called in the view <c>long</c>.</summary>
    private const string LabelsName = "labels_of_row";

    private readonly FoldedCatalogue _folded = new(catalogue.Codings);

    /// <summary>The codings as the views have them, with one WHERE.</summary>
    public FoldedCatalogue Folded => _folded;

    /// <summary>What the labels of one row are called: no name of the source's.</summary>
    public string LabelsAlias =>
        source
            .Lists.Select(list => list.Name)
            .Append(source.Alias)
            .Aggregate(LabelsName, (name, other) => SqlName.Comparer.Equals(name, other) ? name + "_" : name);

    /// <summary>The columns that the view shows beside the key and what is carried.</summary>
    public ValueList<string> Shown(CatalogueView view) =>
        view switch
        {
            CatalogueView.First => [outcomeColumn],
            CatalogueView.Flags => catalogue.Codings.Select(coding => coding.Id).ToValueList(),
            CatalogueView.Long => [CodingColumn, outcomeColumn],
            _ => throw new ArgumentOutOfRangeException(nameof(view)),
        };

    /// <summary>The columns of the source that a view reads.</summary>
    public ValueList<Column> Read(CatalogueView view) =>
        CodingsOf(view).SelectMany(coding => coding.NamedColumns).Distinct().ToValueList();

    /// <summary>The codings that a view writes, in its order.</summary>
    public ValueList<Coding> CodingsOf(CatalogueView view) =>
        view switch
        {
            CatalogueView.First => [_folded.First()],
            CatalogueView.Flags => _folded.Flags(),
            CatalogueView.Long => _folded.Labelled(),
            _ => throw new ArgumentOutOfRangeException(nameof(view)),
        };

    /// <summary>The query of a view.</summary>
    public Block WriteSelect(CatalogueView view)
    {
        var codings = CodingsOf(view);
        var lists = new ListColumns(
            codings.SelectMany(coding => coding.NamedColumns).Distinct().ToValueList(),
            new StoredSubqueries(source, column => Qualify(source.Alias, column.StoredName)),
            hasStringAgg
        );
        var writer = new CodingWriter(
            new ScalarWriter(column => lists.Write(column.Column)),
            CommentStyle.Wrapped,
            lists.Subqueries
        );
        var select = new Block("SELECT");
        foreach (var column in source.Key.Concat(source.Carried))
        {
            var name = column.StoredName == column.Name ? "" : $" AS {SqlName.Bracket(column.Name)}";
            select.Add($"{Qualify(source.Alias, column.StoredName)}{name},", indent: 1);
        }

        var shown = Shown(view);
        for (var i = 0; i < shown.Count; i++)
        {
            var end = i + 1 < shown.Count ? "," : "";
            select.Add(
                view == CatalogueView.Long
                    ? new Block(Qualify(LabelsAlias, shown[i]) + end)
                    : writer.WriteCase(codings[i]).Suffix($" AS {SqlName.Bracket(shown[i])}{end}"),
                indent: 1
            );
        }

        select.Add($"FROM {source.Table} AS {SqlName.Bracket(source.Alias)}");
        foreach (var query in lists.WriteQueries())
        {
            select.Add(query.Prefix("OUTER APPLY "));
        }

        if (view == CatalogueView.Long)
        {
            select.Add(WriteLabels(codings, writer));
        }

        return AddWhere(select, view, writer);
    }

    /// <summary>The rows that the labels of one row make: one for each coding.</summary>
    private Block WriteLabels(ValueList<Coding> codings, CodingWriter writer)
    {
        var labels = new Block("CROSS APPLY (").Add("VALUES", indent: 1);
        for (var i = 0; i < codings.Count; i++)
        {
            labels
                .Add("(", indent: 2)
                .Add($"{SqlText.Literal(catalogue.Codings[i].Id, isUnicode: false)},", indent: 3)
                .Add(writer.WriteCase(codings[i]), indent: 3)
                .Add(i + 1 < codings.Count ? ")," : ")", indent: 2);
        }

        return labels.Add(
            $") AS {SqlName.Bracket(LabelsAlias)} ({SqlName.Bracket(CodingColumn)}, {SqlName.Bracket(outcomeColumn)})"
        );
    }

    private Block AddWhere(Block select, CatalogueView view, CodingWriter writer)
    {
        var isThere = $"{Qualify(LabelsAlias, outcomeColumn)} IS NOT NULL";
        if (_folded.Shared is not { } shared)
        {
            return view == CatalogueView.Long ? select.Add($"WHERE {isThere}") : select;
        }

        if (view != CatalogueView.Long)
        {
            return select.Add(writer.WriteWhere(shared));
        }

        return select.Add(writer.WriteWhere(shared is Or ? shared.Grouped() : shared)).Add($"AND {isThere}", indent: 1);
    }

    private static string Qualify(string alias, string name) => SqlText.TwoPart(alias, name);
}
