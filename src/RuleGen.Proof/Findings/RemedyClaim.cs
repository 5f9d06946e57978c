using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>What a remedy does to the results of rows. No remedy is shown of which its claim is not proven.</summary>
public abstract record RemedyClaim
{
    private protected RemedyClaim() { }

    /// <summary>In words, to follow others in a sentence.</summary>
    internal abstract string Words { get; }

    /// <summary>What must be so, all of it, for the claim to hold.</summary>
    internal abstract IEnumerable<ClaimedEquality> Equalities(Coding before, Coding after);
}

/// <summary>Every row keeps its result.</summary>
public sealed record SameResults : RemedyClaim
{
    private SameResults() { }

    /// <summary>The claim.</summary>
    public static SameResults Claim { get; } = new();

    internal override string Words => "every row keeps its result";

    internal override IEnumerable<ClaimedEquality> Equalities(Coding before, Coding after) =>
        [new ClaimedEquality(before, after, Given: null)];
}

/// <summary>
/// A row in which some columns are NULL has the result that it would have if some clauses were what their condition
/// needs them to be; every other row keeps its result.
/// </summary>
/// <param name="Columns">The columns, one or more; the claim is about rows in which all of them are NULL.</param>
/// <param name="Clauses">The clauses, all of one condition.</param>
public sealed record LetsNullPass(ValueList<Column> Columns, ValueList<PassedClause> Clauses) : RemedyClaim
{
    /// <summary>When all the columns are NULL.</summary>
    internal Predicate IsNull => Join(isNull: true, And.Of);

    internal override string Words
    {
        get
        {
            var names = Findings.Words.Join([.. Columns.Select(column => column.Name)]);
            var verb = Clauses[0].Path.Arm is null ? "are kept" : "take the arm";
            return $"rows in which {names} {(Columns.Count == 1 ? "is" : "are")} NULL {verb} where the rest of the "
                + "condition lets them; every other row keeps its result";
        }
    }

    /// <summary>The coding as if the clauses were what their condition needs, for every row.</summary>
    internal Coding Passing(Coding coding) =>
        Clauses.Aggregate(coding, (changed, clause) => changed.With(clause.Path, Constant(clause.Truth)));

    internal override IEnumerable<ClaimedEquality> Equalities(Coding before, Coding after) =>
        [
            new ClaimedEquality(before, after, Join(isNull: false, Or.Of)),
            new ClaimedEquality(Passing(before), after, IsNull),
        ];

    private static ConstantComparison Constant(bool truth) =>
        truth
            ? ConstantComparison.AlwaysTrue
            : ConstantComparison.Of(IntegerLiteral.Of(1), ComparisonOperator.Equal, IntegerLiteral.Of(0));

    private Predicate Join(bool isNull, Func<ValueList<Predicate>, Predicate> join)
    {
        ValueList<Predicate> tests =
        [
            .. Columns.Select(column => NullTest.Of(ColumnReference.Of(column), isNegated: !isNull)),
        ];
        return tests is [var single] ? single : join(tests);
    }
}

/// <summary>A clause that a remedy lets NULL pass.</summary>
/// <param name="Path">Its place before the remedy.</param>
/// <param name="Truth">What its condition needs it to be.</param>
public sealed record PassedClause(CodingPath Path, bool Truth);

/// <summary>That two codings give some rows the same result.</summary>
/// <param name="Left">A coding.</param>
/// <param name="Right">Another.</param>
/// <param name="Given">What is TRUE for the rows; null for all rows.</param>
internal sealed record ClaimedEquality(Coding Left, Coding Right, Predicate? Given);
