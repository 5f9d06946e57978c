using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>Says which mutants one row catches: those that make something else of it than the coding does.</summary>
internal sealed class KillCheck
{
    private readonly Coding _coding;
    private readonly RowTruths _truths;
    private readonly bool _isKept;
    private readonly int _arm;

    public KillCheck(Coding coding, SimpleTruths simple, Row row)
    {
        _coding = coding;
        _truths = new RowTruths(simple, row);
        _isKept = _truths.Keeps(coding);
        _arm = _truths.ArmOf(coding);
        Expected = _truths.Evaluate(coding);
    }

    /// <summary>The truths of predicates for the row.</summary>
    public RowTruths Truths => _truths;

    /// <summary>What the coding makes of the row.</summary>
    public Result Expected { get; }

    /// <summary>The arm that a kept row takes, the first is 0; the number of arms for ELSE; null for one not kept.</summary>
    public int? Arm => _isKept ? _arm : null;

    /// <summary>Whether the row is kept and takes an arm.</summary>
    public bool TakesArm => _isKept && _arm < _coding.Arms.Count;

    /// <summary>Whether a mutant makes something else of the row.</summary>
    public bool Kills(Mutant mutant) =>
        mutant.Path switch
        {
            null => _truths.Evaluate(mutant.Coding) != Expected,
            { Arm: null } => _truths.Keeps(mutant.Coding) != _isKept,
            { Arm: { } arm } => _isKept
                && arm <= _arm
                && _truths.Of(mutant.Coding.Arms[arm].When) is var truth
                && (truth == Truth.True) != (arm == _arm)
                && _truths.Evaluate(mutant.Coding) != Expected,
        };
}
