using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// Looks for what the author of a coding may not have meant. What a finding claims is proven for every row; what could
/// not be decided is a finding, too.
/// </summary>
/// <param name="evaluator">Runs each witness.</param>
/// <param name="text">Writes what findings show, and reads back what remedies tell to write.</param>
public sealed class Linter(ICodingEvaluator evaluator, ICodingText text)
{
    /// <summary>How large automata may become.</summary>
    internal StateLimits Limits { get; init; } = StateLimits.Default;

    /// <summary>The findings on a coding.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="assumptions">What may be taken for granted about the rows.</param>
    /// <exception cref="RuleGenException">
    /// RG0604: no row is as assumed. RG0801: the coding has a pattern that is too long.
    /// </exception>
    public LintReport Examine(Coding coding, ValueList<Assumption>? assumptions = null) =>
        Examine(coding, assumptions ?? [], Checks());

    /// <summary>What some checks find in a coding.</summary>
    internal LintReport Examine(Coding coding, ValueList<Assumption> assumptions, IReadOnlyList<ICheck> asked)
    {
        LongPatterns.Refuse(coding, "Lint looks at");
        UncertainPatterns.Refuse(coding, "Lint looks at");
        var roots = Site.RootsOf(coding);
        var order = roots
            .SelectMany(root => root.SelfAndDescendants)
            .Select((site, index) => (site.Path, index))
            .ToDictionary(pair => pair.Path, pair => pair.index);
        var (examinations, basis) = Prepare(coding, roots, assumptions, asked);
        var findings = examinations
            .SelectMany(each => each.Check.Run(each.Examination))
            .OrderBy(finding => finding.Place.Position ?? new TextPosition(int.MaxValue, 1))
            .ThenBy(finding => finding.Place.Path is { } path ? order[path] : order.Count)
            .ThenBy(finding => finding.Code.Id, StringComparer.Ordinal);
        return new LintReport(findings.ToValueList(), basis);
    }

    /// <summary>Each check with what it examines, in the order in which they run.</summary>
    /// <remarks>
    /// The checks share one space of rows, but for those that ask more of the values' characters than the coding does:
    /// what is proven in theirs holds for fewer rows.
    /// </remarks>
    private (IReadOnlyList<(ICheck Check, Examination Examination)>, ProofBasis Basis) Prepare(
        Coding coding,
        IReadOnlyList<Site> roots,
        ValueList<Assumption> assumptions,
        IReadOnlyList<ICheck> asked
    )
    {
        var checks = asked.Select(check => (Check: check, Asks: check.Asks(roots).ToList())).ToList();
        var required = coding.CharacterRequirements.ToHashSet();
        var plain = checks
            .Where(each => CharacterRequirement.Of(each.Asks).All(required.Contains))
            .Select(each => each.Check)
            .ToHashSet();
        var tools = new LintTools(evaluator, text, Limits);
        var shared = new Examination(
            coding,
            roots,
            checks.Where(each => plain.Contains(each.Check)).SelectMany(each => each.Asks),
            assumptions,
            tools
        );
        return (
            [.. checks.Select(each => (each.Check, plain.Contains(each.Check) ? shared : shared.Asking(each.Asks)))],
            shared.Basis
        );
    }

    /// <summary>Those that find what could be left out, in the order in which they run.</summary>
    internal static IReadOnlyList<ICheck> ChecksOfNeedless() =>
        [
            new UnreachableArms(),
            new UnreachableElse(),
            new EmptyMatches(),
            new ConstantConditions(),
            new RedundantClauses(),
            new RedundantMembers(),
        ];

    /// <summary>
    /// One of each, in the order in which they run: those first that settle what others would say in more words.
    /// </summary>
    private static IReadOnlyList<ICheck> Checks() =>
        [
            .. ChecksOfNeedless(),
            new LostNulls(),
            new MixedConnectives(),
            new CharactersBeyondAscii(),
            new PreventedSeeks(),
            new CrossedCodes(),
            new RangeEnds(),
            new UnlikeCodes(),
            new ItemsApart(),
            new JoinedPatterns(),
            new UndecidedNotes(),
        ];
}
