namespace RuleGen.Languages;

/// <summary>Decides whether the values of a column can hold a text that is in each of several sets.</summary>
internal sealed class TextSearch
{
    /// <summary>The steps of a search that is made at every turn of a proof.</summary>
    private const long FewSteps = 300_000;

    /// <summary>The steps of a search for any text, before it is asked whether a few of the sets exclude it.</summary>
    private const long SomeSteps = 3_000_000;

    /// <summary>How many sets are tried for the one that narrows most.</summary>
    private const int Candidates = 200;

    private readonly ColumnSets _column;
    private readonly TextSet[] _sets;
    private readonly IEnumerable<ValueSet> _asked;

    /// <param name="column">The column.</param>
    /// <param name="sets">The sets.</param>
    /// <param name="asked">The sets from which these were joined, the last first.</param>
    public TextSearch(ColumnSets column, IEnumerable<ValueSet> sets, IEnumerable<ValueSet> asked)
    {
        _column = column;
        _asked = asked;
        _sets =
        [
            .. sets.Append(column.Universe).Select(set => set.OfAnyLength!).Where(set => !IsEverything(set)).Distinct(),
        ];
    }

    private long Some => Math.Min(SomeSteps, _column.Limits.SearchSteps);

    /// <summary>A shortest text, or that there is none, where that does not take much work.</summary>
    public SearchResult FindSoon() => Search(SearchOrder.Shortest, Math.Min(FewSteps, _column.Limits.SearchSteps));

    /// <summary>A text, or that there is none.</summary>
    /// <remarks>
    /// A search for a shortest text goes through all that are shorter. One that reads what brings the sets nearer to
    /// acceptance, all of them or one after the other, soon finds some text where there is one. Where there is none, it
    /// is mostly for a few of the sets.
    /// </remarks>
    public SearchResult Find() =>
        FindSoon() is { IsOver: true } soon ? soon
        : Search(SearchOrder.NearestToAll, Some) is { IsOver: true } near ? near
        : Search(SearchOrder.NearestToOneMore, Some) is { IsOver: true } found ? found
        : Narrow() is { IsOver: true } narrowed ? narrowed
        : Search(SearchOrder.NearestToOneMore, _column.Limits.SearchSteps);

    private static bool IsEverything(TextSet set) =>
        set is ForwardTexts { Words: { StateCount: 1 } words } && words.Accepts(0);

    private SearchResult Search(SearchOrder order, long steps) =>
        WordSearch.Find(
            _column.Alphabet!,
            [.. _sets.Select(set => set.CreateWalker())],
            _column.MaximumLength,
            order,
            steps
        );

    /// <summary>
    /// Starts from one set, and joins another as long as a shortest text of what is joined is not in all of them: the
    /// one with which it becomes smallest.
    /// </summary>
    private SearchResult Narrow()
    {
        // The set that came last is most likely the one that the others exclude.
        var others = _asked
            .Select(set => set.Words)
            .OfType<ForwardTexts>()
            .Select(set => set.Words)
            .Distinct()
            .ToList();
        if (others.Count == 0 || !_column.Limits.JoinsSets)
        {
            return SearchResult.Unknown;
        }

        var joined = others[0];
        while (joined.ShortestLength <= _column.MaximumLength)
        {
            var text = joined.ShortestWord()!;
            if (_sets.All(set => set.Accepts(text)))
            {
                return new SearchResult(true, text);
            }

            Automaton? smallest = null;
            foreach (var set in others.Where(set => !set.Accepts(text)).Take(Candidates))
            {
                var maximum = _column.Limits.Joined((long)joined.StateCount + set.StateCount);
                var candidate = Product.TryCombine(joined, set, both: true, maximum);
                if (candidate?.StateCount < (smallest?.StateCount ?? int.MaxValue))
                {
                    smallest = candidate;
                }
            }

            if (smallest is null)
            {
                return SearchResult.Unknown;
            }

            joined = smallest;
        }

        return SearchResult.None;
    }
}
