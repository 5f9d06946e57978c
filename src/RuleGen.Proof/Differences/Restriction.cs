using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>Simplifies formulas for rows that satisfy some given ones: what those decide falls away.</summary>
internal sealed class Restriction
{
    private readonly RowSpace _space;
    private readonly Dictionary<Column, ValueSet> _sets;
    private readonly HashSet<Formula> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Formula, Formula> _simplified = new(ReferenceEqualityComparer.Instance);

    /// <summary>A restriction to the rows that satisfy all of the given formulas.</summary>
    public Restriction(RowSpace space, params IEnumerable<Formula> given)
    {
        _space = space;
        _sets = space.Columns.ToDictionary(column => column, column => space.Sets(column).Universe);
        var choices = new List<Formula>();
        var open = Conjuncts(space.All(given)).ToList();
        while (Narrow(open))
        {
            // What a narrower column decides is decided now; known formulas must not decide themselves.
            choices.AddRange(open.Where(part => part is Junction));
            open = open.SelectMany(part => Conjuncts(SimplifyParts(part))).ToList();
            _simplified.Clear();
        }

        Given = space.All([.. _sets.Values.Select(space.Fact), .. open]);
        _known.UnionWith(choices.Concat(open));
        _simplified.Clear();
    }

    /// <summary>The given formulas as one, simplified.</summary>
    public Formula Given { get; }

    /// <summary>A formula that holds for the same of the given rows.</summary>
    public Formula Simplify(Formula formula)
    {
        if (!_simplified.TryGetValue(formula, out var simple))
        {
            simple =
                _known.Contains(formula) ? _space.Constant(true)
                : _known.Contains(_space.Not(formula)) ? _space.Constant(false)
                : SimplifyParts(formula);
            _simplified.Add(formula, simple);
        }

        return simple;
    }

    private static IEnumerable<Formula> Conjuncts(Formula formula) =>
        formula is Junction { IsAll: true } junction ? junction.Parts : [formula];

    /// <summary>Narrows the columns by the facts among some formulas, and takes those out; false where there is none.</summary>
    private bool Narrow(List<Formula> formulas)
    {
        foreach (var set in formulas.OfType<Fact>().Select(fact => fact.Set))
        {
            _sets[set.Column] = _space.Sets(set.Column).And(_sets[set.Column], set);
        }

        return formulas.RemoveAll(formula => formula is Fact) > 0;
    }

    private Formula SimplifyParts(Formula formula)
    {
        switch (formula)
        {
            case Fact { Set: var set }:
                var sets = _space.Sets(set.Column);
                return sets.IsSubset(_sets[set.Column], set) ? _space.Constant(true)
                    : sets.AreDisjoint(_sets[set.Column], set) ? _space.Constant(false)
                    : formula;
            case Junction junction:
                var parts = junction.Parts.Select(Simplify).ToList();
                return junction.IsAll ? _space.All(parts) : _space.Any(parts);
            default:
                return formula;
        }
    }
}
