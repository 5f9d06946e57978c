using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>One run through a sample: first sees to it that every target is met, then mixes.</summary>
internal sealed class SampleRun
{
    private const int Attempts = 2;

    /// <summary>How many rows that met a target are kept to be varied.</summary>
    private const int KeptRows = 500;

    private readonly ValueList<Column> _columns;
    private readonly KeySequence _key;
    private readonly int _keyPlace;
    private readonly SplitMix64 _random;
    private readonly IValueSampler[] _samplers;
    private readonly TargetSolver _solver;
    private readonly ColumnAgreement _agreement;
    private readonly List<SqlValue[]> _solutions = [];

    /// <summary>The targets of each coding that are not met yet.</summary>
    private readonly List<List<Target>> _unmet;

    public SampleRun(Source source, IReadOnlyList<Coding> codings, KeySequence key, ulong seed)
    {
        _columns = source.RowColumns;
        _key = key;
        _keyPlace = source.RowColumns.ToList().IndexOf(key.Column);
        _random = new SplitMix64(seed);
        _samplers = source
            .RowColumns.Select(column =>
                column.Type is ListType
                    ? (IValueSampler)new ListSampler(column, codings)
                    : new ColumnSampler(column, codings)
            )
            .ToArray();
        _solver = new TargetSolver(source.RowColumns, _samplers, _random);
        _agreement = new ColumnAgreement(source.RowColumns, _samplers);
        _unmet = codings.Select(coding => TargetList.Of(coding).ToList()).ToList();
    }

    /// <summary>The next row; the first is number 1.</summary>
    public Row Next(int number, int rows)
    {
        var left = _unmet.Sum(targets => targets.Count);
        var isUrgent = rows - number < 2 * left;
        var values = (left > 0 && (isUrgent || _random.Chance(50)) ? MeetTarget() : null) ?? Mix();
        values[_keyPlace] = _key[number];
        return new Row(_columns, ValueList.Create<SqlValue>(values));
    }

    /// <summary>The values of a row that meets the next target, of the coding with most of them left; null where none does.</summary>
    private SqlValue[]? MeetTarget()
    {
        var targets = _unmet.MaxBy(list => list.Count)!;
        var target = targets[0];
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (_solver.Solve(target) is { } values)
            {
                Remember(values, targets);
                return [.. values];
            }
        }

        targets.RemoveAt(0);
        return null;
    }

    private void Remember(SqlValue[] values, List<Target> targets)
    {
        var row = new Row(_columns, ValueList.Create<SqlValue>(values));
        targets.RemoveAll(target => target.IsMet(row));
        if (_solutions.Count < KeptRows)
        {
            _solutions.Add(values);
        }
    }

    /// <summary>A row that met a target, varied; or a plausible one, of which some values come near a clause.</summary>
    private SqlValue[] Mix()
    {
        if (_solutions.Count > 0 && _random.Chance(40))
        {
            SqlValue[] varied = [.. _random.Pick(_solutions)];
            for (var changes = _random.Below(3); changes > 0; changes--)
            {
                var place = _random.Below(varied.Length);
                varied[place] = _samplers[place].NearSomeClause(_random);
            }

            return varied;
        }

        var values = _samplers.Select(sampler => sampler.Plausible(_random)).ToArray();
        _agreement.Apply(values, _random);
        for (var place = 0; place < values.Length; place++)
        {
            values[place] = _random.Chance(15) ? _samplers[place].NearSomeClause(_random) : values[place];
        }

        return values;
    }
}
