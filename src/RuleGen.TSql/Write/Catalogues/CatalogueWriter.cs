using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes the queries of a catalogue's views, without header.</summary>
/// <param name="catalogue">The catalogue, its codings over the columns of the source.</param>
/// <param name="source">The source.</param>
/// <param name="outcomeColumn">The column that holds the label.</param>
/// <param name="target">The server; null for one that has everything.</param>
internal sealed class CatalogueWriter(Catalogue catalogue, Source source, string outcomeColumn, Target? target)
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

    /// <summary>The codings that a view writes, in its order.</summary>
    public ValueList<Coding> CodingsOf(CatalogueView view) =>
        view switch
        {
            CatalogueView.First => [_folded.First()],
            CatalogueView.Flags => _folded.Flags(),
            CatalogueView.Long when HasBranches => _folded.Branches().Select(branch => branch.Coding).ToValueList(),
            CatalogueView.Long => _folded.Labelled(),
            _ => throw new ArgumentOutOfRangeException(nameof(view)),
        };

    /// <summary>What names the codings that a view writes: their ids, and of <c>first</c> the column for the label.</summary>
    public ValueList<string> IdsOf(CatalogueView view) =>
        view switch
        {
            CatalogueView.First => [outcomeColumn],
            CatalogueView.Long when HasBranches => _folded.Branches().Select(branch => branch.Of.Id).ToValueList(),
            _ => catalogue.Codings.Select(coding => coding.Id).ToValueList(),
        };

    /// <summary>
    /// Whether the view <c>long</c> is a query for each label: where the server takes no LIKE in what stands after FROM.
    /// </summary>
    private bool HasBranches => target is { HasLikeInFrom: false };

    /// <summary>The query of a view.</summary>
    public Block WriteSelect(CatalogueView view)
    {
        if (view == CatalogueView.Long && HasBranches)
        {
            return WriteBranches();
        }

        var codings = CodingsOf(view);
        var lists = ListsOf(codings.SelectMany(coding => coding.NamedColumns).Distinct().ToValueList());
        var writer = WriterOf(lists);
        var select = SourceFragments.WriteSelect(source);
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

        select.Add(SourceFragments.WriteFrom(source, lists));
        if (view == CatalogueView.Long)
        {
            select.Add(WriteLabels(codings, writer));
        }

        return AddWhere(select, view, writer);
    }

    private ListColumns ListsOf(ValueList<Column> columns) =>
        new(
            columns,
            new StoredSubqueries(source, column => Qualify(source.Alias, column.StoredName)),
            target?.HasStringAgg ?? true
        );

    private static CodingWriter WriterOf(ListColumns lists) =>
        new(new ScalarWriter(column => lists.Write(column.Column)), CommentStyle.Wrapped, lists.Subqueries);

    /// <summary>A query for each label of each coding, under UNION ALL.</summary>
    private Block WriteBranches()
    {
        var union = new Block();
        PublishedCoding? last = null;
        foreach (var branch in _folded.Branches())
        {
            var lists = ListsOf(branch.Coding.NamedColumns);
            var select = SourceFragments
                .WriteSelect(source)
                .Add(
                    $"{SqlText.Literal(branch.Of.Id, isUnicode: false)} AS {SqlName.Bracket(CodingColumn)},",
                    indent: 1
                )
                .Add(
                    $"{ScalarWriter.Write(branch.Coding.Arms[0].Then)} AS {SqlName.Bracket(outcomeColumn)}",
                    indent: 1
                );
            select.Add(SourceFragments.WriteFrom(source, lists));
            if (branch.Coding.Exclusions is { } condition)
            {
                select.Add(WriterOf(lists).WriteWhere(condition));
            }

            if (last is not null)
            {
                union.Add("UNION ALL");
            }

            if (branch.Of != last)
            {
                select.LeadWith([CommentLine.Added($"{branch.Of.Id}: {branch.Of.Title}")]);
                last = branch.Of;
            }

            union.Add(select);
        }

        return union;
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
