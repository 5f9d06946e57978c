using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>
/// Mutants by the place of their mistake, to leave out those that cannot show on a row: a condition of which two operands
/// of its AND fail still fails when one of them is changed.
/// </summary>
internal sealed class MutantIndex
{
    private readonly Coding _coding;
    private readonly List<int> _elsewhere = [];
    private readonly Condition? _exclusions;
    private readonly Condition[] _arms;

    public MutantIndex(Coding coding, ValueList<Mutant> mutants)
    {
        _coding = coding;
        _exclusions = coding.Exclusions is null ? null : new Condition(coding.Exclusions);
        _arms = [.. coding.Arms.Select(arm => new Condition(arm.When))];
        for (var number = 0; number < mutants.Count; number++)
        {
            switch (mutants[number].Path)
            {
                case null:
                    _elsewhere.Add(number);
                    break;
                case { Arm: { } arm } path:
                    _arms[arm].Add(path, number);
                    break;
                case var path:
                    _exclusions!.Add(path, number);
                    break;
            }
        }
    }

    /// <summary>The numbers of the mutants that may show on a row.</summary>
    /// <param name="truths">The truths of the coding's predicates for the row.</param>
    public IEnumerable<int> MayShow(RowTruths truths)
    {
        var numbers = _elsewhere.Concat(_exclusions?.MayShow(truths) ?? []);
        if (!truths.Keeps(_coding))
        {
            return numbers;
        }

        var taken = truths.ArmOf(_coding);
        return numbers.Concat(_arms.Take(taken + 1).SelectMany(arm => arm.MayShow(truths)));
    }

    private sealed class Condition(Predicate predicate)
    {
        private readonly List<int> _whole = [];
        private readonly List<int>[] _operands = [.. predicate.Children.Select(_ => new List<int>())];

        public void Add(CodingPath path, int number) =>
            (predicate is And && path.Steps.Count > 0 ? _operands[path.Steps[0]] : _whole).Add(number);

        public IEnumerable<int> MayShow(RowTruths truths)
        {
            if (predicate is not And)
            {
                return _whole;
            }

            var failing = Enumerable
                .Range(0, _operands.Length)
                .Where(operand => truths.Of(predicate.Children[operand]) != Truth.True)
                .Take(2)
                .ToList();
            return failing switch
            {
                [] => _whole.Concat(_operands.SelectMany(operand => operand)),
                [var only] => _whole.Concat(_operands[only]),
                _ => _whole,
            };
        }
    }
}
