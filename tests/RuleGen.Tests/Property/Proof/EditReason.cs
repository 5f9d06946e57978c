using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.TSql;

namespace RuleGen.Tests.Property.Proof;

/// <summary>Why an edit of a text left its meaning as it was.</summary>
internal static class EditReason
{
    /// <summary>The reason, as a sentence that is the same for edits of one kind.</summary>
    public static string Of(string text, TextEdit edit, Coding original, Coding edited)
    {
        if (edited == original)
        {
            return IsInComment(text, edit) ? "It is in a comment."
                : edit.Character is null or ' ' || char.IsWhiteSpace(text[Math.Min(edit.Place, text.Length - 1)])
                    ? "White space, or what the reader passes over."
                : "The reader reads the same: letter case of a keyword or name, a heading, a number's leading zero.";
        }

        var clauses = Clauses(original).Zip(Clauses(edited)).Where(pair => pair.First != pair.Second).ToList();
        if (clauses is not [var (before, after)] || Clauses(original).Count != Clauses(edited).Count)
        {
            return "Clauses are joined in another way that comes to the same.";
        }

        if (!MeanTheSame(before, after))
        {
            return $"Other clauses make up for it: {FragmentWriter.WritePredicate(before).TrimEnd()}.";
        }

        return (before, after) switch
        {
            (Like one, Like other) => OfPatterns(one, other),
            _ => "The comparison means the same: trailing blanks, 1<=1 for 1=1.",
        };
    }

    private static string OfPatterns(Like before, Like after)
    {
        var (one, other) = (before.PatternText.Value, after.PatternText.Value);
        return before.Operand != after.Operand ? "The function's length makes no difference to the pattern."
            : one == other ? "An N makes the literal Unicode, which makes no difference to a pattern that ends in %."
            : string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
                ? "Letter case in a pattern does not count under the collation."
            : one.Replace("%", "", StringComparison.Ordinal) == other.Replace("%", "", StringComparison.Ordinal)
                ? "A % more or less makes no difference: beside another, or where LEFT leaves no room for it."
            : one.Contains('[', StringComparison.Ordinal) || other.Contains('[', StringComparison.Ordinal)
                ? "The set has the same members: one is repeated, or brackets stand around one character."
            : "The pattern means the same.";
    }

    private static bool MeanTheSame(Predicate one, Predicate other) =>
        new EquivalenceProver(new CodingEvaluator()).Decide(Alone(one), Alone(other)) is Equivalent;

    /// <summary>Two labels, so that FALSE and UNKNOWN are told apart.</summary>
    private static Coding Alone(Predicate predicate) =>
        new(
            [new CaseArm(predicate, Label.Of("true")), new CaseArm(Not.Of(predicate.Grouped()), Label.Of("false"))],
            otherwise: null,
            exclusions: null
        );

    private static List<Predicate> Clauses(Coding coding) => [.. coding.Clauses.Select(clause => clause.Predicate)];

    private static bool IsInComment(string text, TextEdit edit)
    {
        var line = text.AsSpan(
            text.AsSpan(0, edit.Place).LastIndexOf('\n') + 1,
            edit.Place - text.AsSpan(0, edit.Place).LastIndexOf('\n') - 1
        );
        return line.Contains("--", StringComparison.Ordinal);
    }
}
