using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1008: negated conditions that lose the rows with NULL, too. Who reads <c>x &lt;&gt; '02'</c> expects every other
/// row to stay; that <c>x = '02'</c> does not hold for NULL surprises nobody, and is not reported.
/// </summary>
internal sealed class LostNulls : ICheck
{
    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots) => [];

    public IEnumerable<Finding> Run(Examination examination) =>
        from root in examination.Roots
        where !examination.Settled.Contains(root)
        from clauses in Negated(root)
        let finding = examination.Ask(
            clauses[0],
            "whether it loses rows with NULL",
            () => Examine(examination, root, clauses)
        )
        where finding is not null
        select finding;

    /// <summary>The clauses that ask for the opposite of what they name, by the columns that they read.</summary>
    private static IEnumerable<IReadOnlyList<Site>> Negated(Site root) =>
        root
            .Clauses.Where(site =>
                site.Predicate is Like or Comparison or Between or In
                && !Positive.IsNeeded(site)
                && site.Predicate.MayBeUnknown
            )
            .GroupBy(site => site.Predicate.Columns.ToValueList())
            .Where(group => group.Key.All(column => column.IsNullable))
            .Select(group => group.ToList());

    private static Finding? Examine(Examination examination, Site root, IReadOnlyList<Site> clauses)
    {
        var columns = clauses[0].Predicate.Columns.ToValueList();
        List<Formula> holds = [.. Holds(examination, root), .. Ordinary(examination, root, columns)];
        var lost = FindLost(examination, root, columns, holds);
        if (lost is null && root.Path.Arm is { } arm)
        {
            // An earlier arm takes the row that came first; others may be left.
            var earlier = examination.Arms.Take(arm).Select(other => examination.Space.Not(examination.Needed(other)));
            lost = FindLost(examination, root, columns, [.. holds, .. earlier]);
        }

        if (lost is not var (ordinary, withNull))
        {
            return null;
        }

        var coding = examination.Coding;
        var whole = Common(clauses);
        return new Finding(FindingCodes.LosesNull, examination.Place(whole), Explain(examination, root, whole, columns))
        {
            Witness = new FindingWitness(
                LintTools.Shown(withNull, root),
                [
                    new WitnessResult("with NULL", examination.Tools.Outcome(coding, withNull, root)),
                    new WitnessResult(
                        $"with {Values(ordinary, columns)}, as with any value that {Named(examination, root)}",
                        examination.Tools.Outcome(coding, ordinary, root)
                    ),
                ]
            ),
            Remedy = LetNullPass(examination, whole, columns, withNull, ordinary),
        };
    }

    private static string Named(Examination examination, Site root) =>
        root.Path.Arm is null ? "no clause of the exclusions names"
        : examination.Exclusions is null ? "no clause of the arm names"
        : "neither the arm nor the exclusions name";

    /// <summary>
    /// A row for which formulas hold, and the same row with NULL, if that loses the row or its label; else null.
    /// </summary>
    private static (Row Ordinary, Row WithNull)? FindLost(
        Examination examination,
        Site root,
        ValueList<Column> columns,
        List<Formula> formulas
    )
    {
        if (examination.Find(formulas) is not { } region)
        {
            return null;
        }

        var ordinary = examination.Pick(region, root);
        var withNull = new Row(
            ordinary.Columns,
            ordinary.Columns.Select(column => columns.Contains(column) ? SqlValue.Null : ordinary[column]).ToValueList()
        );
        var evaluator = examination.Tools.Evaluator;
        var before = evaluator.Evaluate(examination.Coding, ordinary);
        var after = evaluator.Evaluate(examination.Coding, withNull);
        var isLost = root.Path.Arm is null
            ? before.IsKept && !after.IsKept
            : after.IsKept && before.Outcome != after.Outcome;
        return isLost && examination.Assumptions.All(assumption => assumption.Admits(evaluator, withNull))
            ? (ordinary, withNull)
            : null;
    }

    /// <summary>When a row is kept and, for an arm, the arm holds.</summary>
    private static IEnumerable<Formula> Holds(Examination examination, Site root) =>
        examination.Exclusions is { } exclusions && exclusions != root
            ? [examination.Needed(exclusions), examination.Needed(root)]
            : [examination.Needed(root)];

    /// <summary>
    /// When the columns hold values that no clause of the condition, or of the exclusions, names: each that reads one
    /// of them finds nothing, and NULL is not there. All such values give each of these clauses one truth.
    /// </summary>
    private static IEnumerable<Formula> Ordinary(Examination examination, Site root, ValueList<Column> columns) =>
        new[] { root, examination.Exclusions ?? root }
            .Distinct()
            .SelectMany(condition => condition.Clauses)
            .Select(site => site.Predicate)
            .Where(predicate => predicate.Columns.Any(columns.Contains))
            .Select(predicate =>
                Positive.IsNegated(predicate)
                    ? examination.Truth(predicate).IsTrue
                    : examination.Truth(predicate).IsFalse
            );

    /// <summary>The smallest predicate that holds all of some clauses, with the NOT before it.</summary>
    private static Site Common(IReadOnlyList<Site> clauses)
    {
        var whole = clauses[0];
        while (!clauses.All(clause => whole.SelfAndDescendants.Contains(clause)) || whole.Parent?.Predicate is Not)
        {
            whole = whole.Parent!;
        }

        return whole;
    }

    private static string Explain(Examination examination, Site root, Site whole, ValueList<Column> columns)
    {
        var names = Words.Join([.. columns.Select(column => column.Name)]);
        var passes = examination.Sites.FirstOrDefault(site =>
            site.Root != root
            && site.Predicate is NullTest { IsNegated: false } test
            && test.Columns.SequenceEqual(columns)
        );
        var cause =
            $"Where {names} {(columns.Count == 1 ? "is" : "are")} NULL, this is UNKNOWN and not "
            + $"{(whole.NeedsTrue ? "TRUE" : "FALSE")}";
        var effect = root.Path.Arm is null
            ? "the row is dropped together with those that the condition names"
            : "the row is kept without the arm being taken, as if the condition named it";
        var contrast = passes is null ? "" : $", although {examination.Quote(passes)} lets NULL pass";
        return $"{cause}: {effect}{contrast} (rules 2.6, 5.4).";
    }

    private static string Values(Row row, ValueList<Column> columns) =>
        string.Join(", ", columns.Select(column => row[column].ToString()));

    /// <summary>
    /// What to write if rows with NULL are to be treated as others; null where that alone does not do it.
    /// </summary>
    private static Remedy? LetNullPass(
        Examination examination,
        Site whole,
        ValueList<Column> columns,
        Row withNull,
        Row ordinary
    )
    {
        var tests = columns.Select(column =>
            (Predicate)NullTest.Of(Reference(whole.Predicate, column), isNegated: !whole.NeedsTrue)
        );
        var inner =
            whole.Predicate is And or Or && whole.Predicate.Parentheses == 0
                ? whole.Predicate.Grouped()
                : whole.Predicate;
        var isNull = Join([.. tests], isAnd: whole.NeedsTrue);
        var replacement = Join([inner.Documented(Documentation.None), isNull], isAnd: !whole.NeedsTrue).Grouped();
        var after = examination.Coding.With(whole.Path, replacement);
        var evaluator = examination.Tools.Evaluator;
        return evaluator.Evaluate(after, withNull) == evaluator.Evaluate(examination.Coding, ordinary)
            ? new Remedy(
                $"If such rows are to be treated like the others, write ({examination.Tools.Write(replacement)})",
                "The row shown then has the result of the others, and only rows with NULL there change theirs",
                after
            )
            {
                ChangesNull = columns,
            }
            : null;
    }

    private static Predicate Join(ValueList<Predicate> predicates, bool isAnd) =>
        predicates is [var single] ? single
        : isAnd ? And.Of(predicates).Grouped()
        : Or.Of(predicates).Grouped();

    /// <summary>The column as the predicate writes it.</summary>
    private static ColumnReference Reference(Predicate predicate, Column column) =>
        predicate
            .SelfAndDescendants()
            .SelectMany(each => each.Scalars)
            .SelectMany(Positive.References)
            .First(reference => reference.Column == column);
}
