namespace RuleGen.Languages;

/// <summary>
/// A condition on a list that stands for a <see cref="Fact"/> until it is known what it is joined with. Conditions on
/// single items, or on joined texts, are small automata, and so is what they are joined to; over lists each of them would be
/// a large one, which counts positions.
/// </summary>
/// <remarks>It is part of no <see cref="Junction"/>, and <see cref="RowSpace"/> gives none away.</remarks>
internal abstract class ListFact : Formula
{
    private ValueSet? _set;

    private protected ListFact(ListSpace list)
        : base(order: 0) => List = list;

    /// <summary>The list.</summary>
    protected ListSpace List { get; }

    /// <summary>It does not hold.</summary>
    public abstract ListFact Not();

    /// <summary>The lists for which it holds.</summary>
    /// <exception cref="TooManyStatesException">The set would be too large.</exception>
    public ValueSet ToSet() => _set ??= MakeSet();

    /// <summary>All of several conditions, or any of them, as few: those that ask of one thing are one, unless that would be large.</summary>
    public static List<ListFact> Join(bool isAll, IEnumerable<ListFact> facts)
    {
        var joined = new List<ListFact>();
        foreach (var alike in facts.GroupBy(fact => fact.Subject(isAll)))
        {
            var apart = alike.ToList();
            joined.AddRange(
                alike.Key is not null
                && apart[0].List.Sets.Limits.JoinsSets
                && Balanced.TryReduce(apart, (left, right) => left.TryJoin(right, isAll)) is { } one
                    ? [one]
                    : apart
            );
        }

        return joined;
    }

    /// <inheritdoc cref="ToSet"/>
    protected abstract ValueSet MakeSet();

    /// <summary>What it asks of: with others of the same it can be joined. Null where it can be joined with none.</summary>
    /// <param name="isAll">Whether all must hold, not just one.</param>
    protected abstract object? Subject(bool isAll);

    /// <summary>Both hold, or either; null where that would be large.</summary>
    /// <param name="other">A condition that asks of the same.</param>
    /// <param name="isAll">Whether both must hold.</param>
    protected abstract ListFact? TryJoin(ListFact other, bool isAll);
}
