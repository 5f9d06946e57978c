using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Catalogues;

/// <summary>The codings of a catalogue in one space of rows: what they have in common is translated once.</summary>
internal sealed class CatalogueSpace
{
    private readonly ValueList<Coding> _codings;
    private readonly ValueList<Assumption> _assumptions;
    private readonly StateLimits _limits;
    private readonly Formula?[] _labelled;
    private readonly LimitReachedException?[] _tooLarge;
    private readonly HashSet<CharacterRequirement> _required;
    private List<Formula>? _given;

    public CatalogueSpace(ValueList<Coding> codings, ValueList<Assumption> assumptions, StateLimits limits)
    {
        _codings = codings;
        _assumptions = assumptions;
        _limits = limits;
        _labelled = new Formula?[codings.Count];
        _tooLarge = new LimitReachedException?[codings.Count];
        List<Predicate> predicates = [.. codings.SelectMany(coding => coding.Predicates), .. Assumed];
        _required = [.. CharacterRequirement.Of(predicates)];
        Space = NewSpace(predicates, UncertainValues.Named);
        Basis = ProofBasis.Of(Space, predicates, assumptions);
    }

    /// <summary>The space.</summary>
    public RowSpace Space { get; }

    /// <summary>What all that is found in it depends on.</summary>
    public ProofBasis Basis { get; }

    private IEnumerable<Predicate> Assumed =>
        _assumptions.Select(assumption => assumption.Predicate).OfType<Predicate>();

    /// <summary>When a coding gives a row a label.</summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public Formula Labelled(int coding)
    {
        if (_tooLarge[coding] is { } known)
        {
            // To find out again would take as long again.
            throw known;
        }

        try
        {
            return _labelled[coding] ??= Labelled(Space, _codings[coding]);
        }
        catch (LimitReachedException exception)
        {
            _tooLarge[coding] = exception;
            throw;
        }
    }

    /// <summary>Rows as assumed for which formulas of the space hold; null where there are none.</summary>
    /// <exception cref="RuleGenException">RG0604: no row is as assumed.</exception>
    /// <exception cref="LimitReachedException">It takes too much work to tell.</exception>
    public Region? Find(IEnumerable<Formula> formulas)
    {
        Space.BeginQuestion();
        if (_given is null)
        {
            var given = Given(Space);
            EquivalenceProver.RequireRows(Space, given, _assumptions);
            _given = given;
        }

        return new RegionSearch(Space).Find([.. _given, .. formulas]);
    }

    /// <summary>
    /// Whether what the space says of some codings holds for every row that they evaluate: it asks no more of the values'
    /// characters than they do themselves, and no LIKE of theirs has two readings.
    /// </summary>
    public bool SpeaksOfAllRowsOf(params IEnumerable<int> codings)
    {
        var some = codings.Select(place => _codings[place]).ToList();
        var own = CharacterRequirement.Of([.. some.SelectMany(coding => coding.Predicates), .. Assumed]).ToHashSet();
        var columns = own.Select(requirement => requirement.Column).ToHashSet();
        return some.TrueForAll(coding => coding.FindReadings().Count == 1)
            && _required.Where(requirement => columns.Contains(requirement.Column)).All(own.Contains);
    }

    /// <summary>
    /// Rows that two codings both give a label, however LIKE is read, in a space of their own; null where there are none.
    /// </summary>
    /// <exception cref="LimitReachedException">It takes too much work to tell.</exception>
    public Region? FindApart(int first, int second)
    {
        var readings = _codings[first].FindReadings().Concat(_codings[second].FindReadings()).ToList();
        var space = NewSpace(
            [.. readings.SelectMany(coding => coding.Predicates), .. Assumed],
            readings.Count > 2 ? UncertainValues.Included : UncertainValues.Named
        );
        return new RegionSearch(space).Find([.. Given(space), .. readings.Select(coding => Labelled(space, coding))]);
    }

    /// <summary>A row of a region with the columns that some codings and conditions, or the assumptions, read.</summary>
    public Row Pick(Region region, IEnumerable<int> codings, params IEnumerable<Predicate> conditions)
    {
        List<Predicate> predicates =
        [
            .. codings.SelectMany(place => _codings[place].Predicates),
            .. conditions,
            .. Assumed,
        ];
        var row = region.Pick(new FavouredValues(predicates).Of);
        var read = predicates.SelectMany(predicate => predicate.Columns).ToHashSet();
        var columns = row.Columns.Where(read.Contains).ToValueList();
        return new Row(columns, columns.Select(column => row[column]).ToValueList());
    }

    private static Formula Labelled(RowSpace space, Coding coding) =>
        space.Any(
            OutcomeFormulas.OfSequence(space, new CodingSequence([coding])).Arms.SkipLast(1).Select(arm => arm.Holds)
        );

    private RowSpace NewSpace(IEnumerable<Predicate> predicates, UncertainValues uncertain) =>
        new(predicates, character => _assumptions.All(assumption => assumption.Allows(character)), _limits, uncertain);

    private List<Formula> Given(RowSpace space) =>
        [.. Assumed.Select(predicate => space.Not(space.Translate(predicate).IsFalse))];
}
