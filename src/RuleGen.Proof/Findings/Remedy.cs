using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// A change of the coding that mends what was found. There is none of which it was not proven that the text, written
/// into the coding and read back, does what the remedy claims.
/// </summary>
public sealed record Remedy
{
    /// <summary>
    /// The first of the numbers that hold a place in a text until it is written there; no coding compares them.
    /// </summary>
    private const int FirstMark = 9_000_001;

    private readonly bool _isUnderAssumptions;

    private Remedy(ProposedRemedy proposed, bool isUnderAssumptions)
    {
        (Text, Claim, After) = (proposed.Text, proposed.Claim, proposed.After);
        (Edits, Preconditions) = (proposed.Edits, proposed.Preconditions);
        _isUnderAssumptions = isUnderAssumptions;
    }

    /// <summary>What to do; a sentence without a full stop.</summary>
    public string Text { get; }

    /// <summary>What was proven of it.</summary>
    public RemedyClaim Claim { get; }

    /// <summary>The coding once it is done.</summary>
    public Coding After { get; }

    /// <summary>What the text tells to write, in the order of the text; none where it tells to drop something.</summary>
    public ValueList<RemedyEdit> Edits { get; }

    /// <summary>What must hold for every row, beyond what the whole examination assumes.</summary>
    public ValueList<Assumption> Preconditions { get; }

    /// <summary>What was proven of it, in words; a sentence without a full stop.</summary>
    public string Effect
    {
        get
        {
            IEnumerable<string> parts =
            [
                .. _isUnderAssumptions ? ["for rows as assumed"] : (string[])[],
                .. Preconditions.Count > 0 ? ["where that holds"] : (string[])[],
                Claim.Words,
            ];
            var text = string.Join(", ", parts);
            return char.ToUpperInvariant(text[0]) + text[1..];
        }
    }

    /// <summary>The remedy, once it is proven; null where it is not, or it takes too much work to tell.</summary>
    internal static Remedy? Prove(Examination examination, ProposedRemedy proposed) =>
        IsReadBack(examination, proposed) && Holds(examination, proposed)
            ? new Remedy(proposed, examination.Assumptions.Count > 0)
            : null;

    /// <summary>
    /// Whether the coding, read back from its text with what the remedy tells to write, is what it is to be.
    /// </summary>
    private static bool IsReadBack(Examination examination, ProposedRemedy proposed)
    {
        var tools = examination.Tools;
        var after = Touched(examination.Coding, proposed.After);
        if (proposed.Edits.Count == 0)
        {
            return tools.Text.Read(tools.Text.Write(after)) == after;
        }

        // From the last on, so that the places of the others stay what they are.
        var marks = proposed.Edits.Select((edit, index) => (Edit: edit, Mark: Mark(index))).Reverse().ToList();
        var marked = marks.Aggregate(examination.Coding, (coding, each) => each.Edit.Apply(coding, each.Mark));
        var text = tools.Text.Write(Touched(examination.Coding, marked));
        foreach (var (edit, mark) in marks)
        {
            if (text.Split(tools.Write(mark)) is not [var left, var right])
            {
                return false;
            }

            text = left + edit.Text + right;
        }

        return tools.Text.Read(text) == after;
    }

    /// <summary>
    /// The conditions in which a coding is not another: of hundreds of arms all but one are mostly the same. The whole
    /// coding where it has other arms, or no other condition.
    /// </summary>
    private static Coding Touched(Coding before, Coding after)
    {
        if (before.Arms.Count != after.Arms.Count)
        {
            return after;
        }

        var arms = after.Arms.Where((arm, index) => !ReferenceEquals(arm, before.Arms[index])).ToValueList();
        var exclusions = ReferenceEquals(before.Exclusions, after.Exclusions) ? null : after.Exclusions;
        return arms.Count == 0 && exclusions is null ? after : new Coding(arms, otherwise: null, exclusions);
    }

    private static ConstantComparison Mark(int index) =>
        ConstantComparison.Of(
            IntegerLiteral.Of(FirstMark + index),
            ComparisonOperator.Equal,
            IntegerLiteral.Of(FirstMark + index)
        );

    private static bool Holds(Examination examination, ProposedRemedy proposed)
    {
        try
        {
            return proposed
                .Claim.Equalities(examination.Coding, proposed.After)
                .All(equality => examination.AreSame(equality, proposed.Preconditions));
        }
        catch (LimitReachedException)
        {
            return false;
        }
    }
}
