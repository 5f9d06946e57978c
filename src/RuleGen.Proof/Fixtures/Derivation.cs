using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>One derivation of fixtures.</summary>
internal sealed class Derivation
{
    private readonly ICodingEvaluator _evaluator;
    private readonly Coding _coding;
    private readonly ValueList<Mutant> _mutants;
    private readonly MutantIndex _index;
    private readonly Dictionary<int, ValueList<CharacterRequirement>> _foreign;
    private readonly SimpleTruths _simple;
    private readonly MutantJudge _judge;
    private readonly KeyRepair _keys;
    private readonly bool[] _isKilled;
    private readonly List<EquivalentMutant> _equivalent = [];
    private readonly List<UndecidedMutant> _undecided = [];

    public Derivation(ICodingEvaluator evaluator, Coding coding, ValueList<Column> key, StateLimits limits, long work)
    {
        _evaluator = evaluator;
        _coding = coding;
        var selection = MutantSelection.Of(coding, MutationOperators.Apply(coding), work);
        _mutants = selection.Chosen;
        _undecided.AddRange(selection.Rest.Select(mutant => new UndecidedMutant(mutant, UndecidedReason.TooManySteps)));
        _index = new MutantIndex(coding, _mutants);
        _simple = new SimpleTruths(evaluator);
        _judge = new MutantJudge(evaluator, coding, _mutants, new RowPicker(coding), limits);
        _foreign = Enumerable
            .Range(0, _mutants.Count)
            .Where(mutant => !_judge.IsComparable(_mutants[mutant]))
            .ToDictionary(mutant => mutant, mutant => _mutants[mutant].Coding.CharacterRequirements);
        _keys = new KeyRepair(key.Where(coding.Columns.Contains).ToValueList(), Check, Make);
        _isKilled = new bool[_mutants.Count];
    }

    public FixtureSet Run()
    {
        var rows = RowCover.Choose(FindRows());
        rows = RowCover.Choose(new RowMerge(Check, Make).Join(rows));
        rows = _keys.Apply(RowCover.DropNeedless([.. FindUsual(rows), .. rows]));
        Confirm(rows);
        return new FixtureSet(
            Describe(rows).Select((fixture, index) => fixture with { Number = index + 1 }).ToValueList(),
            _mutants.Where((_, mutant) => _isKilled[mutant]).ToValueList(),
            _equivalent.ToValueList(),
            _undecided.ToValueList()
        );
    }

    /// <summary>Rows that catch every mutant that is neither equivalent nor undecided; only survivors are proven.</summary>
    private List<FoundRow> FindRows()
    {
        var rows = new List<FoundRow>();
        for (var i = 0; i < _mutants.Count; i++)
        {
            if (_isKilled[i])
            {
                continue;
            }

            var (row, equivalent, undecided) = _judge.Decide(_mutants[i]);
            if (row is not null)
            {
                var found = Make(row);
                rows.Add(found);
                foreach (var mutant in found.Kills)
                {
                    _isKilled[mutant] = true;
                }
            }
            else if (equivalent is not null)
            {
                _equivalent.Add(equivalent);
            }
            else
            {
                _undecided.Add(undecided!);
            }
        }

        return rows;
    }

    /// <summary>A row for each arm, and one for ELSE, that no other row takes.</summary>
    private List<FoundRow> FindUsual(List<FoundRow> rows)
    {
        var taken = rows.Select(row => row.Check.Arm).ToHashSet();
        return
        [
            .. Enumerable
                .Range(0, _coding.Arms.Count + 1)
                .Where(arm => !taken.Contains(arm))
                .Select(_judge.FindTaken)
                .OfType<Row>()
                .Select(Make),
        ];
    }

    private FoundRow Make(Row row)
    {
        var check = new KillCheck(_coding, _simple, row);
        return new FoundRow(
            row,
            check,
            _index.MayShow(check.Truths).Where(mutant => Kills(check, row, mutant)).ToHashSet()
        );
    }

    /// <summary>Whether a row has the result of another one and catches some mutants.</summary>
    private bool Check(Row row, FoundRow other, IEnumerable<int> mutants)
    {
        var check = new KillCheck(_coding, _simple, row);
        return check.Expected == other.Check.Expected
            && check.Arm == other.Check.Arm
            && mutants.All(mutant => Kills(check, row, mutant));
    }

    /// <summary>A row that a mutant could not evaluate does not catch it.</summary>
    private bool Kills(KillCheck check, Row row, int mutant) =>
        (
            !_foreign.TryGetValue(mutant, out var requirements)
            || requirements.All(each => row[each.Column].Text is not { } text || each.FindUnmodelled(text) is null)
        ) && check.Kills(_mutants[mutant]);

    /// <summary>Runs each mutant as a whole on a row that is said to catch it.</summary>
    private void Confirm(List<FoundRow> rows)
    {
        var open = _isKilled.Count(isKilled => isKilled);
        var seen = new HashSet<int>();
        foreach (var row in rows)
        {
            RequireCertain(row.Row);
            var isExpected = _evaluator.Evaluate(_coding, row.Row) == row.Check.Expected;
            foreach (var mutant in row.Kills.Where(seen.Add))
            {
                if (!isExpected || _evaluator.Evaluate(_mutants[mutant].Coding, row.Row) == row.Check.Expected)
                {
                    throw new InvalidOperationException($"The engine does not see it: {_mutants[mutant]} on {row.Row}");
                }
            }
        }

        if (seen.Count != open)
        {
            throw new InvalidOperationException("A mistake that a row caught is caught no more.");
        }
    }

    /// <summary>A row that has another result under each reading of a LIKE (rule 1.41) is no fixture.</summary>
    private void RequireCertain(Row row)
    {
        if (_evaluator.FindResult(_coding, row) is null)
        {
            throw new RuleGenException(
                ErrorCodes.UncertainPattern,
                $"No fixtures are derived: the row {row} has another result where LIKE looks past a hyphen or an apostrophe, "
                    + "and no source says whether it does (rule 1.41)",
                "Exclude such values before the LIKE, or compare with = or IN"
            );
        }
    }

    /// <summary>The fixtures, each with what only it catches, in the order of the places that they exist for.</summary>
    private IEnumerable<Fixture> Describe(List<FoundRow> rows)
    {
        var counts = RowCover.Count(rows);
        var places = _coding
            .Paths.Select((path, index) => (path, index))
            .ToDictionary(each => each.path, each => each.index);
        return rows.Select(row => (Row: row, Only: row.Kills.Where(mutant => counts[mutant] == 1).Order().ToList()))
            .OrderBy(each =>
                each.Only is [var first, ..] && _mutants[first].Path is { } path ? places[path] : int.MaxValue
            )
            .ThenBy(each => each.Only.FirstOrDefault(int.MaxValue))
            .Select(each => Describe(each.Row, each.Only.Select(mutant => _mutants[mutant]).ToValueList()));
    }

    private Fixture Describe(FoundRow row, ValueList<Mutant> only)
    {
        var place =
            only is [var first, ..] ? first.Place
            : row.Check.Arm is not { } arm ? "exclusions"
            : arm < _coding.Arms.Count ? new CodingPath(arm, []).ToString()
            : _coding.Else is null ? "no arm"
            : "ELSE";
        return new Fixture(
            Number: 0,
            row.Row,
            row.Check.Expected,
            place,
            only is [{ Path: { } path }, ..] ? path : null,
            only,
            row.Kills.Count
        );
    }
}
