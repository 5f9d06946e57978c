using RuleGen.Languages;
using RuleGen.Model;
using RuleGen.Proof.Mutating;

namespace RuleGen.Proof.Fixtures;

/// <summary>Decides mutants by proof: a row on which one shows, or the reason why there is none.</summary>
internal sealed class MutantJudge
{
    /// <summary>After so many mistakes in a condition that one after the other are undecided, the next are so, too.</summary>
    private const int MostFailures = 5;

    private readonly EquivalenceProver _prover;
    private readonly Coding _coding;
    private readonly RowPicker _picker;
    private readonly HashSet<CharacterRequirement> _requirements;
    private readonly DifferenceSession? _session;
    private readonly EquivalenceExplainer? _explainer;
    private readonly Dictionary<string, int> _failures = [];

    public MutantJudge(
        ICodingEvaluator evaluator,
        Coding coding,
        IEnumerable<Mutant> mutants,
        RowPicker picker,
        StateLimits limits
    )
    {
        _prover = new EquivalenceProver(evaluator) { Limits = limits };
        _coding = coding;
        _picker = picker;
        _requirements = [.. coding.CharacterRequirements];
        try
        {
            _session = new DifferenceSession(coding, mutants.Where(IsComparable), limits);
            _explainer = new EquivalenceExplainer(coding, _session);
        }
        catch (LimitReachedException)
        {
            // Each mutant by itself may still be decided.
        }
    }

    /// <summary>Decides a mutant: a row, why it is equivalent, or why it is undecided; one of the three.</summary>
    public (Row? Row, EquivalentMutant? Equivalent, UndecidedMutant? Undecided) Decide(Mutant mutant)
    {
        var condition = mutant.Path?.ToString() ?? "";
        var failures = _failures.GetValueOrDefault(condition);
        if (failures >= MostFailures)
        {
            return (null, null, new UndecidedMutant(mutant, UndecidedReason.TooManyStates));
        }

        var decided = Prove(mutant);
        _failures[condition] = decided.Undecided is null ? 0 : failures + 1;
        return decided;
    }

    private (Row? Row, EquivalentMutant? Equivalent, UndecidedMutant? Undecided) Prove(Mutant mutant)
    {
        if (_session is not null && IsComparable(mutant))
        {
            try
            {
                return _session.Find(mutant) is { } region
                    ? (_picker.Pick(region, mutant), null, null)
                    : (null, _explainer!.Explain(mutant), null);
            }
            catch (LimitReachedException)
            {
                // By itself, with fewer characters to tell apart, it may be decided.
            }
        }

        return _prover.Decide(_coding, mutant.Coding) switch
        {
            Different different => (different.Row, null, null),
            Undecided undecided => (null, null, new UndecidedMutant(mutant, undecided.Reason)),
            _ => (null, new EquivalentMutant(mutant, EquivalenceReason.Proven, []), null),
        };
    }

    /// <summary>A kept row that takes an arm; the number of arms is ELSE. Null where none is found.</summary>
    public Row? FindTaken(int arm)
    {
        try
        {
            return _session?.FindTaken(arm) is { } region ? _picker.Pick(region, mutant: null) : null;
        }
        catch (LimitReachedException)
        {
            return null;
        }
    }

    /// <summary>Whether a mutant can be evaluated wherever the coding can, so that one space of rows serves for both.</summary>
    public bool IsComparable(Mutant mutant) =>
        mutant.Made is null || CharacterRequirement.Of([mutant.Made]).All(_requirements.Contains);
}
