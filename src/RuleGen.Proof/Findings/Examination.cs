using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>What the checks of one coding share: one space of rows, and what has been found out so far.</summary>
internal sealed class Examination
{
    private readonly Dictionary<Predicate, TruthFormulas> _truths = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Predicate, LimitReachedException> _tooLarge = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Site, FavouredValues> _favoured = [];
    private readonly List<Formula>? _given;
    private readonly List<Predicate> _asked;
    private readonly Dictionary<ValueList<Assumption>, Examination> _under = [];
    private readonly RegionSearch _search;

    public Examination(
        Coding coding,
        IReadOnlyList<Site> roots,
        IEnumerable<Predicate> asked,
        ValueList<Assumption> assumptions,
        LintTools tools
    )
    {
        Coding = coding;
        Roots = roots;
        Arms = [.. roots.Where(root => root.Path.Arm is not null)];
        Assumptions = assumptions;
        Tools = tools;
        _asked = [.. asked];
        var assumed = assumptions.Select(assumption => assumption.Predicate).OfType<Predicate>().ToList();
        List<Predicate> own = [.. coding.Predicates, .. assumed];
        Space = new RowSpace(
            [.. own, .. _asked],
            character => assumptions.All(assumption => assumption.Allows(character)),
            tools.Limits
        );
        Basis = ProofBasis.Of(Space, own, assumptions);
        _search = new RegionSearch(Space);
        try
        {
            _given = [.. assumed.Select(predicate => Space.Not(Space.Translate(predicate).IsFalse))];
            EquivalenceProver.RequireRows(Space, _given, assumptions);
        }
        catch (LimitReachedException)
        {
            // Without the assumptions nothing can be said.
            _given = null;
        }

        Undecided = new UndecidedQuestions(roots);
    }

    public Coding Coding { get; }

    /// <summary>Each arm's condition, then the exclusions.</summary>
    public IReadOnlyList<Site> Roots { get; }

    public ValueList<Assumption> Assumptions { get; }

    public LintTools Tools { get; }

    public RowSpace Space { get; }

    public ProofBasis Basis { get; }

    public UndecidedQuestions Undecided { get; private init; }

    /// <summary>The conditions of the arms.</summary>
    public IReadOnlyList<Site> Arms { get; }

    /// <summary>The exclusions; null where there are none.</summary>
    public Site? Exclusions => Roots.Count > Coding.Arms.Count ? Roots[^1] : null;

    /// <summary>Every predicate, each connective before its operands.</summary>
    public IEnumerable<Site> Sites => Roots.SelectMany(root => root.SelfAndDescendants);

    /// <summary>
    /// The predicates of which a finding says already that they never decide; later checks pass over them.
    /// </summary>
    public HashSet<Site> Settled { get; private init; } = [];

    /// <summary>
    /// Members of sets and items of IN of which a finding says already that they match nothing, by their clause and
    /// their number in it.
    /// </summary>
    public HashSet<(Site Clause, int Member)> SettledMembers { get; private init; } = [];

    /// <summary>The same examination over a space of rows of its own, for predicates that ask more of them.</summary>
    public Examination Asking(IEnumerable<Predicate> asked) =>
        new(Coding, Roots, asked, Assumptions, Tools)
        {
            Settled = Settled,
            SettledMembers = SettledMembers,
            Undecided = Undecided,
        };

    /// <summary>The same questions under other assumptions.</summary>
    public Examination Under(ValueList<Assumption> assumptions)
    {
        if (!_under.TryGetValue(assumptions, out var other))
        {
            _under.Add(assumptions, other = new Examination(Coding, Roots, _asked, assumptions, Tools));
        }

        return other;
    }

    /// <summary>When a predicate is TRUE and when it is FALSE.</summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public TruthFormulas Truth(Predicate predicate)
    {
        if (_truths.TryGetValue(predicate, out var truth))
        {
            return truth;
        }

        if (_tooLarge.TryGetValue(predicate, out var known))
        {
            throw known;
        }

        try
        {
            truth = Space.Translate(predicate);
        }
        catch (LimitReachedException exception)
        {
            // To find out again would take as long again.
            _tooLarge.Add(predicate, exception);
            throw;
        }

        _truths.Add(predicate, truth);
        return truth;
    }

    /// <summary>When a predicate in the place of a site has what the condition needs of it.</summary>
    public Formula Needed(Site site, Predicate predicate) =>
        site.NeedsTrue ? Truth(predicate).IsTrue : Truth(predicate).IsFalse;

    /// <summary>When a site has what its condition needs of it.</summary>
    public Formula Needed(Site site) => Needed(site, site.Predicate);

    /// <summary>When a site has the opposite of what its condition needs.</summary>
    public Formula Opposed(Site site) => site.NeedsTrue ? Truth(site.Predicate).IsFalse : Truth(site.Predicate).IsTrue;

    /// <summary>When a site is UNKNOWN.</summary>
    public Formula Unknown(Site site) => Space.All([Space.Not(Needed(site)), Space.Not(Opposed(site))]);

    /// <summary>Rows, as assumed, for which formulas hold; null where no row is.</summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public Region? Find(IEnumerable<Formula> formulas) => _search.Find([.. _given!, .. formulas]);

    /// <summary>Whether formulas hold together for no row.</summary>
    /// <exception cref="LimitReachedException">An automaton would be too large.</exception>
    public bool Excludes(IEnumerable<Formula> formulas) => Find(formulas) is null;

    /// <summary>A remedy, if it does what it claims; else null.</summary>
    public Remedy? Prove(ProposedRemedy proposed) => Remedy.Prove(this, proposed);

    /// <summary>Whether two codings give the same result to every row as assumed of which an equality speaks.</summary>
    /// <exception cref="LimitReachedException">It takes too much work to tell.</exception>
    public bool AreSame(ClaimedEquality equality, IEnumerable<Assumption> preconditions)
    {
        if (equality.Left == equality.Right)
        {
            return true;
        }

        if (_given is null)
        {
            return false;
        }

        List<Formula> given =
        [
            .. _given,
            .. preconditions
                .Select(precondition => precondition.Predicate)
                .OfType<Predicate>()
                .Select(predicate => Space.Not(Space.Translate(predicate).IsFalse)),
            .. equality.Given is { } rows ? [Space.Translate(rows).IsTrue] : (Formula[])[],
        ];
        return EquivalenceProver.FindDifference(Space, Outcomes(equality.Left), Outcomes(equality.Right), given)
            is null;

        // What the codings share with the one examined is known already.
        OutcomeFormulas Outcomes(Coding coding) => new(Space, coding, predicate => Truth(predicate).IsTrue);
    }

    /// <summary>A row of a region, of values that look like those of a condition.</summary>
    public Row Pick(Region region, Site site)
    {
        if (!_favoured.TryGetValue(site.Root, out var favoured))
        {
            var predicates = Exclusions is { } exclusions
                ? new[] { site.Root.Predicate, exclusions.Predicate }
                : [site.Root.Predicate];
            _favoured.Add(site.Root, favoured = new FavouredValues(predicates));
        }

        return region.Pick(favoured.Of);
    }

    /// <summary>The place of a predicate.</summary>
    public FindingPlace Place(Site site) => Place(site, [site]);

    /// <summary>The place of a predicate at which something is said of several.</summary>
    /// <param name="site">The place.</param>
    /// <param name="about">What it is said of.</param>
    public FindingPlace Place(Site site, IEnumerable<Site> about) =>
        new(site.Name, site.Path, Tools.Write(site.Predicate), site.Predicate.Position) { Clauses = ClausesOf(about) };

    /// <summary>The simple predicates of some sites, as the published text writes them.</summary>
    public ValueList<string> ClausesOf(IEnumerable<Site> sites) =>
        sites.SelectMany(site => site.Clauses).Distinct().Select(clause => Tools.Write(clause.Predicate)).ToValueList();

    /// <summary>A site by its name and text, for the middle of a sentence.</summary>
    public string Quote(Site site) => $"{site.Name} ({Tools.Write(site.Predicate)})";

    /// <summary>
    /// The answer to a question about a site; null where it is not decided, which is kept for a finding of its own.
    /// </summary>
    public T? Ask<T>(Site site, string question, Func<T?> answer)
        where T : class
    {
        if (_given is null || Undecided.IsGivenUp(site))
        {
            Undecided.Add(site, question);
            return null;
        }

        try
        {
            return answer();
        }
        catch (LimitReachedException)
        {
            Undecided.Add(site, question);
            return null;
        }
    }
}
