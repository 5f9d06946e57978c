using RuleGen.Engine.Columnar;
using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>
/// Evaluates many codings over batches in one pass; made by <see cref="BatchEvaluator.Compile(ValueList{Coding})"/>.
/// Keeps what it learns about values between batches, within bounds; to be used from one thread at a time.
/// </summary>
public sealed class CatalogueEvaluator
{
    private readonly CodingGroup[] _groups;
    private readonly CodingPlace[] _places;
    private readonly RowByRowEvaluator[] _reference;

    internal CatalogueEvaluator(ValueList<Coding> codings)
    {
        Codings = codings;
        Columns = codings.SelectMany(coding => coding.Columns).Distinct().ToValueList();
        _reference = codings.Select(coding => new RowByRowEvaluator(coding)).ToArray();
        _places = new CodingPlace[codings.Count];
        Array.Fill(_places, CodingPlace.None);
        var groups = new List<CodingGroup>();
        foreach (var members in CodingGroups.Of(codings))
        {
            var group = CodingGroup.Compile(members.Select(member => codings[member]).ToList(), out var taken);
            for (var i = 0; i < taken.Count; i++)
            {
                _places[members[taken[i]]] = new CodingPlace(groups.Count, i);
            }

            groups.Add(group);
        }

        _groups = [.. groups];
    }

    /// <summary>The codings.</summary>
    public ValueList<Coding> Codings { get; }

    /// <summary>The columns that a batch must have.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>
    /// Evaluates every coding over every row. A row with a character that the collation's profile does not model for a
    /// coding gets no result of that coding but the reason.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="results">Takes the results; what it held before is gone.</param>
    /// <exception cref="ArgumentException">The batch lacks a column or has it with another type.</exception>
    public void Evaluate(RowBatch rows, CatalogueResults results)
    {
        foreach (var column in Columns)
        {
            rows.PlaceOf(column);
        }

        results.Start(Codings, _groups, _places, rows.Count);
        for (var i = 0; i < _groups.Length; i++)
        {
            _groups[i].Evaluate(rows, results.Patterns(i));
        }

        foreach (var row in results.Combine())
        {
            var values = rows.GetRow(row);
            for (var coding = 0; coding < Codings.Count; coding++)
            {
                if (results.IsLeftOut(row, coding))
                {
                    results.Set(row, coding, _reference[coding].Evaluate(values));
                }
            }
        }
    }
}
