using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1008: negated conditions that lose the rows with NULL, too. Who reads <c>x &lt;&gt; '02'</c> expects every other
/// row to stay; that <c>x = '02'</c> does not hold for NULL surprises nobody, and is not reported.
/// </summary>
/// <remarks>
/// A row is lost if it has NULL and would have another result if the negated parts of a condition were what the
/// condition needs them to be: then nothing else in the coding asks for such a row to be treated so.
/// </remarks>
internal sealed class LostNulls : ICheck
{
    private readonly List<(Site Root, List<NegatedPart> Parts)> _groups = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        _groups.AddRange(
            from root in roots
            from parts in NegatedPart.Of(root).GroupBy(part => part.Columns)
            select (root, parts.ToList())
        );
        return _groups.Select(group => Claim(group.Parts).IsNull);
    }

    public IEnumerable<Finding> Run(Examination examination)
    {
        var influence = new Influence(examination);
        return _groups
            .Where(group => !examination.Settled.Contains(group.Root))
            .SelectMany(group =>
                examination.Ask(
                    group.Parts[0].Sites[0],
                    "whether it loses rows with NULL",
                    () => Examine(examination, influence, group.Root, group.Parts).ToList()
                ) ?? []
            );
    }

    /// <summary>A finding for each of the parts that lose rows by themselves, and for those that do so together.</summary>
    private static IEnumerable<Finding> Examine(
        Examination examination,
        Influence influence,
        Site root,
        List<NegatedPart> parts
    )
    {
        var left = parts;
        while (left.Count > 0 && FindLost(examination, influence, root, left) is not null)
        {
            var fewest = Fewest(left, some => FindLost(examination, influence, root, some) is not null);
            yield return Describe(
                examination,
                root,
                fewest,
                FindLost(examination, influence, root, fewest)
                    ?? throw new InvalidOperationException("The parts lose rows, and then they do not.")
            );
            left = [.. left.Except(fewest)];
        }
    }

    /// <summary>As few of some parts as lose rows: one alone where one does.</summary>
    private static List<NegatedPart> Fewest(List<NegatedPart> parts, Func<List<NegatedPart>, bool> lose)
    {
        if (parts.Find(part => lose([part])) is { } single)
        {
            return [single];
        }

        var fewest = parts;
        foreach (var part in parts)
        {
            List<NegatedPart> fewer = [.. fewest.Where(other => other != part)];
            fewest = lose(fewer) ? fewer : fewest;
        }

        return fewest;
    }

    /// <summary>A row with NULL that some parts of a condition lose; null where they lose none.</summary>
    private static Row? FindLost(Examination examination, Influence influence, Site root, List<NegatedPart> parts)
    {
        var space = examination.Space;
        var claim = Claim(parts);
        var isLetPass = examination.Truth(claim.Passing(examination.Coding).At(root.Path)).IsTrue;
        var passes = space.All([examination.Truth(claim.IsNull).IsTrue, isLetPass]);
        return influence.FindChange(root, space.Any([examination.Needed(root), passes]));
    }

    private static LetsNullPass Claim(List<NegatedPart> parts) =>
        new(
            parts[0].Columns,
            parts
                .SelectMany(part => part.Clauses)
                .Select(clause => new PassedClause(clause.Path, clause.NeedsTrue))
                .ToValueList()
        );

    private static Finding Describe(Examination examination, Site root, List<NegatedPart> parts, Row withNull)
    {
        var claim = Claim(parts);
        return new Finding(
            FindingCodes.LosesNull,
            Place(examination, parts),
            Explain(examination, root, parts, claim.Columns)
        )
        {
            Witness = new FindingWitness(
                LintTools.Shown(withNull, root),
                [
                    new WitnessResult("with NULL", examination.Tools.Outcome(examination.Coding, withNull, root)),
                    Contrast(examination, root, claim, withNull),
                ]
            ),
            Remedy = examination.Prove(LetNullPass(examination, parts, claim)),
        };
    }

    private static FindingPlace Place(Examination examination, List<NegatedPart> parts)
    {
        var first = parts[0].Sites[0];
        return new FindingPlace(
            parts is [var single]
                ? single.Name
                : $"{first.Path}, clauses {Words.Join([.. parts.Select(part => part.Numbers)])}",
            first.Path,
            string.Join(" … ", parts.Select(part => examination.Tools.Write(part.Predicate))),
            first.Predicate.Position
        )
        {
            Clauses = examination.ClausesOf(parts.SelectMany(part => part.Sites)),
        };
    }

    /// <summary>
    /// What becomes of the row with a value that nothing names; where there is none that is treated as NULL would be if
    /// it passed, what would then become of the row.
    /// </summary>
    private static WitnessResult Contrast(Examination examination, Site root, LetsNullPass claim, Row withNull)
    {
        var passing = claim.Passing(examination.Coding);
        var evaluator = examination.Tools.Evaluator;
        if (examination.Find(Ordinary(examination, root, claim.Columns)) is { } region)
        {
            var values = examination.Pick(region, root);
            var ordinary = new Row(
                withNull.Columns,
                withNull
                    .Columns.Select(column =>
                        (claim.Columns.Any(each => each.InRow == column) ? values : withNull)[column]
                    )
                    .ToValueList()
            );
            if (evaluator.Evaluate(examination.Coding, ordinary) == evaluator.Evaluate(passing, withNull))
            {
                return new WitnessResult(
                    $"with {Values(ordinary, claim.Columns)}, as with any value that {Named(examination, root)}",
                    examination.Tools.Outcome(examination.Coding, ordinary, root)
                );
            }
        }

        return new WitnessResult("with NULL, if it passed", examination.Tools.Outcome(passing, withNull, root));
    }

    private static string Named(Examination examination, Site root) =>
        root.Path.Arm is null ? "no clause of the exclusions names"
        : examination.Exclusions is null ? "no clause of the arm names"
        : "neither the arm nor the exclusions name";

    /// <summary>
    /// When the columns hold values that no clause of the condition, or of the exclusions, names: each that reads one
    /// of them finds nothing, and NULL is not there. All such values give each of these clauses one truth.
    /// </summary>
    private static IEnumerable<Formula> Ordinary(Examination examination, Site root, ValueList<Column> columns) =>
        new[] { root, examination.Exclusions ?? root }
            .Distinct()
            .SelectMany(condition => condition.Clauses)
            .Select(site => site.Predicate)
            .Where(predicate => predicate.NamedColumns.Any(columns.Contains))
            .Select(predicate =>
                Positive.IsNegated(predicate)
                    ? examination.Truth(predicate).IsTrue
                    : examination.Truth(predicate).IsFalse
            );

    private static string Explain(
        Examination examination,
        Site root,
        List<NegatedPart> parts,
        ValueList<Column> columns
    )
    {
        var names = Words.Join([.. columns.Select(column => column.Name)]);
        var passes = examination.Sites.FirstOrDefault(site =>
            site.Root != root
            && site.Predicate is NullTest { IsNegated: false } test
            && test.Columns.SequenceEqual(columns)
        );
        var needed = parts.Select(part => part.NeedsTrue).Distinct().ToList();
        var cause =
            $"Where {names} {(columns.Count == 1 ? "is" : "are")} NULL, {(parts.Count == 1 ? "this is" : "these are")} "
            + $"UNKNOWN{(needed is [var truth] ? $" and not {(truth ? "TRUE" : "FALSE")}" : "")}";
        var effect = root.Path.Arm is null
            ? "the row is dropped together with those that the condition names"
            : "the row is kept without the arm being taken, as if the condition named it";
        var contrast = passes is null ? "" : $", although {examination.Quote(passes)} lets NULL pass";
        return $"{cause}: {effect}{contrast} (rules 2.6, 5.4).";
    }

    private static string Values(Row row, ValueList<Column> columns) =>
        string.Join(", ", columns.Select(column => row[column].ToString()));

    /// <summary>What to write if rows with NULL are to be treated as others.</summary>
    private static ProposedRemedy LetNullPass(Examination examination, List<NegatedPart> parts, LetsNullPass claim)
    {
        var replacements = parts.ConvertAll(part => part.LetNullPass());
        var edits = parts
            .Zip(
                replacements,
                (part, replacement) =>
                    new RemedyEdit(
                        part.Sites[0].Path,
                        part.Sites.Count,
                        ProposedRemedy.Snippet(examination, replacement)
                    )
            )
            .ToList();
        var texts = edits is [var single]
            ? single.Text
            : Words.Join([.. edits.Zip(parts, (edit, part) => $"{edit.Text} for {part.Name}")]);
        var after = edits
            .Zip(replacements)
            .Reverse()
            .Aggregate(examination.Coding, (coding, each) => each.First.Apply(coding, each.Second));
        return new ProposedRemedy($"If such rows are to be treated like the others, write {texts}", claim, after)
        {
            Edits = [.. edits],
        };
    }
}
