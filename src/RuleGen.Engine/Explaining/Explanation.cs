using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>Which clause decided what a coding made of a row.</summary>
public sealed record Explanation
{
    /// <summary>What became of the row.</summary>
    public required ExplanationKind Kind { get; init; }

    /// <summary>The result; without meaning where the row was not evaluated.</summary>
    public Result Result { get; init; }

    /// <summary>Why the row was not evaluated; null where it was.</summary>
    public NotEvaluated? NotEvaluated { get; init; }

    /// <summary>
    /// The arm taken or, where none was, the arm with the fewest conjuncts that are not TRUE; the first is 1. Null
    /// where arms did not come into it.
    /// </summary>
    public int? ArmNumber { get; init; }

    /// <summary>
    /// The first conjunct that is not TRUE: of the exclusions where they exclude the row, of the arm where no arm was
    /// taken. Null where everything that was asked for is TRUE.
    /// </summary>
    public ExplainedPredicate? Failed { get; init; }

    /// <summary>The simple predicates within <see cref="Failed"/> that give it its truth.</summary>
    public ValueList<ExplainedPredicate> Causes { get; init; } = [];

    /// <summary>The values that the causes read.</summary>
    public ValueList<ExplainedValue> Values { get; init; } = [];

    /// <summary>
    /// The texts that the arm taken asked for and found, then those of the exclusions, as in <c>LIKE 'M45%'</c>; none where
    /// no arm was taken, but of a coding without arms those of the exclusions.
    /// </summary>
    public ValueList<MatchedCode> Matches { get; init; } = [];

    /// <summary><see cref="ToText"/>, and what matched.</summary>
    /// <param name="write">As there.</param>
    public string ToLongText(Func<Predicate, string> write) =>
        Matches.Count == 0 ? ToText(write) : $"{ToText(write)} ({MessageText.OneLine(string.Join("; ", Matches))})";

    /// <summary>One line, such as <c>excluded: Administrative_Category &lt;&gt; '02' is UNKNOWN (… is NULL)</c>.</summary>
    /// <param name="write">Writes a simple predicate; it is handed over without comments and parentheses.</param>
    public string ToText(Func<Predicate, string> write) =>
        Kind switch
        {
            ExplanationKind.NotEvaluated => $"not evaluated: {NotEvaluated}",
            ExplanationKind.Excluded => $"excluded: {Describe(write)}",
            ExplanationKind.ArmTaken => $"arm {Number} gives {Outcome}",
            ExplanationKind.ElseTaken => $"ELSE gives {Outcome}: arm {Number} fails, {Describe(write)}",
            ExplanationKind.NoArmTaken => $"no arm: arm {Number} fails, {Describe(write)}",
            _ => "kept: the coding has no arms",
        };

    private string Number => ArmNumber?.ToString(CultureInfo.InvariantCulture) ?? "";

    private string Outcome => MessageText.OneLine(Result.ShownOutcome);

    private string Describe(Func<Predicate, string> write)
    {
        var causes = Causes.Select(cause =>
            $"{write(Plain(cause.Predicate))} is {cause.Truth.ToString().ToUpperInvariant()}"
        );
        var values = Values.Select(value => $"{value.Column.Name} is {value.Value}");
        return MessageText.OneLine(
            string.Join(", ", causes) + (Values.Count > 0 ? $" ({string.Join(", ", values)})" : "")
        );
    }

    private static Predicate Plain(Predicate predicate) =>
        predicate.Documented(Documentation.None) with
        {
            Parentheses = 0,
        };
}
