using RuleGen.Model;
using RuleGen.Proof.Findings;

namespace RuleGen.Proof.Forms;

/// <summary>Writes codings in the form <see cref="SargableForm"/>: by the remedies of findings, each of them proven.</summary>
/// <param name="evaluator">Runs each witness.</param>
/// <param name="text">Writes conditions and reads them back.</param>
public sealed class SargableWriter(ICodingEvaluator evaluator, ICodingText text)
{
    private readonly Linter _linter = new(evaluator, text);
    private readonly EquivalenceProver _prover = new(evaluator);

    /// <summary>The coding in that form.</summary>
    /// <param name="coding">The coding.</param>
    /// <param name="assumptions">What may be taken for granted about the rows.</param>
    /// <exception cref="RuleGenException">
    /// RG0604: no row is as assumed. RG0801: the coding has a pattern that is too long.
    /// </exception>
    public SargableForm Write(Coding coding, ValueList<Assumption> assumptions)
    {
        var current = coding;
        var rewrites = new List<Rewrite>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (seen.Add(text.Write(current)) && Next(current, assumptions) is { } step)
        {
            current = step.Coding;
            rewrites.AddRange(step.Rewrites);
        }

        // A remedy is proven against what it mends, and this against what was published.
        return _prover.Decide(coding, current, assumptions) is Equivalent proof
            ? new SargableForm(current, rewrites.ToValueList(), proof.Basis)
            : new SargableForm(coding, [], _prover.Decide(coding, coding, assumptions).Basis);
    }

    /// <summary>The coding with all remedies that can be taken together, or with one; null where there are none.</summary>
    private Step? Next(Coding coding, ValueList<Assumption> assumptions)
    {
        var found = _linter
            .Examine(coding, assumptions, Checks())
            .Findings.Where(finding => finding.Remedy is { Claim: SameResults, Preconditions.Count: 0 })
            .Reverse()
            .ToList();
        if (found.Count == 0)
        {
            return null;
        }

        // From the last on, so that the places of the others stay what they are.
        var together = new Step(coding, []);
        foreach (var finding in found)
        {
            together = Take(coding, finding, together) ?? together;
        }

        return _prover.Decide(coding, together.Coding, assumptions) is Equivalent
            ? together
            : Take(coding, found[^1], new Step(coding, []));
    }

    /// <summary>A coding that was changed already with one more remedy; null where its place is no more what it was.</summary>
    private Step? Take(Coding coding, Finding finding, Step step)
    {
        var remedy = finding.Remedy!;
        if (remedy.Edits.Count == 0)
        {
            return Drop(coding, finding, remedy, step);
        }

        foreach (var edit in remedy.Edits.Reverse())
        {
            if (!IsAsBefore(coding, step.Coding, edit.Path))
            {
                return null;
            }

            var before = coding.At(edit.Path);
            var replacement = remedy.After.At(edit.Path);
            var isRegrouped = edit.Count > 1 || replacement == before;
            step = new Step(
                edit.Apply(step.Coding, isRegrouped ? replacement : Certified(replacement, before)),
                isRegrouped ? step.Rewrites : [new Rewrite(text.Write(before), edit.Text), .. step.Rewrites]
            );
        }

        return step;
    }

    private Predicate Certified(Predicate replacement, Predicate before) =>
        replacement.Documented(before.Documentation.Note($"In the place of {text.Write(before)}, as proven."));

    private static Step? Drop(Coding coding, Finding finding, Remedy remedy, Step step)
    {
        var rewrite = new Rewrite(finding.Place.Text, After: null);
        if (
            finding.Place.Path is { } path
            && IsAsBefore(coding, step.Coding, path)
            && remedy.After == coding.Without(path)
        )
        {
            return new Step(step.Coding.Without(path), [rewrite, .. step.Rewrites]);
        }

        return ReferenceEquals(step.Coding, coding) ? new Step(remedy.After, [rewrite]) : null;
    }

    /// <summary>Whether a coding that was changed still has at a place, and around it, what it had.</summary>
    private static bool IsAsBefore(Coding coding, Coding changed, CodingPath path)
    {
        if (coding.Arms.Count != changed.Arms.Count || coding.Exclusions is null != changed.Exclusions is null)
        {
            return false;
        }

        for (var length = 0; length < path.Steps.Count; length++)
        {
            var around = path with { Steps = [.. path.Steps.Take(length)] };
            if (
                coding.At(around).GetType() != changed.At(around).GetType()
                || changed.At(around).Children.Count <= path.Steps[length]
            )
            {
                return false;
            }
        }

        return coding.At(path) == changed.At(path);
    }

    /// <summary>One of each, in the order in which they run.</summary>
    private static IReadOnlyList<ICheck> Checks() =>
        [.. Linter.ChecksOfNeedless(), new MixedConnectives(), new PreventedSeeks(inArms: true), new JoinedPatterns()];

    /// <summary>A coding that was changed, and how.</summary>
    private sealed record Step(Coding Coding, ValueList<Rewrite> Rewrites);
}
