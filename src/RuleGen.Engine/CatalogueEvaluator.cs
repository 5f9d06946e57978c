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
    /// <summary>
    /// A batch of which more than one row in so many is left to the reference evaluator, which goes row by row, makes it
    /// worth while to compile both readings of the LIKEs.
    /// </summary>
    private const int FewRows = 64;

    private readonly CodingPlace[] _places;
    private readonly ReadingEvaluation[] _reference;
    private readonly bool _hasReadings;
    private CodingGroup[] _groups;
    private bool _isCompiledWithReadings;

    internal CatalogueEvaluator(ValueList<Coding> codings)
    {
        Codings = codings;
        Columns = codings.SelectMany(coding => coding.Columns).Distinct().ToValueList();
        _reference = codings.Select(coding => new ReadingEvaluation(coding)).ToArray();
        _hasReadings = codings.Any(coding => coding.FindReadings().Count > 1);
        _places = new CodingPlace[codings.Count];
        _groups = Compile(withUncertain: false);
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

        var irregular = Decide(rows, results);
        if (_hasReadings && !_isCompiledWithReadings && irregular.Count > rows.Count / FewRows)
        {
            _isCompiledWithReadings = true;
            _groups = Compile(withUncertain: true);
            irregular = Decide(rows, results);
        }

        foreach (var row in irregular)
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

    /// <summary>Decides what can be decided for many rows together; gives the rows that the reference evaluator must judge.</summary>
    private List<int> Decide(RowBatch rows, CatalogueResults results)
    {
        results.Start(Codings, _groups, _places, rows.Count);
        for (var i = 0; i < _groups.Length; i++)
        {
            _groups[i].Evaluate(rows, results.Patterns(i));
        }

        return results.Combine();
    }

    private CodingGroup[] Compile(bool withUncertain)
    {
        Array.Fill(_places, CodingPlace.None);
        var groups = new List<CodingGroup>();
        foreach (var members in CodingGroups.Of(Codings))
        {
            var group = CodingGroup.Compile(
                members.Select(member => Codings[member]).ToList(),
                withUncertain,
                out var taken
            );
            for (var i = 0; i < taken.Count; i++)
            {
                _places[members[taken[i]]] = new CodingPlace(groups.Count, i);
            }

            groups.Add(group);
        }

        return [.. groups];
    }
}
