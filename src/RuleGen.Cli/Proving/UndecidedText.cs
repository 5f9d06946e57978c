using System.Globalization;
using RuleGen.Languages;
using RuleGen.Proof;

namespace RuleGen.Cli.Proving;

/// <summary>Says to a person which conditions are in the way of a decision, and what to do.</summary>
internal static class UndecidedText
{
    public static string Write(Undecided undecided)
    {
        var clauses =
            undecided.ClauseCount == 1
                ? "1 clause"
                : string.Create(CultureInfo.InvariantCulture, $"{undecided.ClauseCount} clauses");
        if (undecided.Reason == UndecidedReason.TwoReadings)
        {
            return """
                The codings differ only on rows with a hyphen or an apostrophe, where the result depends on whether LIKE looks
                past it. No source says whether SQL Server does (rule 1.41).
                What to do: leave the two characters out of patterns, compare them with = or IN, or use --assume to say what
                values the columns have.

                """;
        }

        if (undecided.Reason == UndecidedReason.TextsCompared)
        {
            return $"""
                Texts of {undecided.Column!.Name} and another column are compared with each other. Whether some are equal, or
                differ, under all {clauses} on them was not found out.
                What to do: compare the columns with literals, or use --assume to say what values they have.

                """;
        }

        return undecided.Column is null
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"""
                The conditions on several columns, {clauses}, go together in too many ways: the search stopped after
                {StateLimits.MostChoiceSteps} steps.
                What to do: compare parts of the codings, such as some of the arms, or use --assume to say what values
                the columns have.

                """
            )
            : $"""
                The conditions on {undecided.Column.Name}, {clauses}, are too many or too long to decide together.
                What to do: shorten what RIGHT, SUBSTRING and runs of '_' span, replace patterns by what they have in common,
                or use --assume to say what values the column has, such as "{undecided.Column.Name} LIKE '[A-Z][0-9]%'".

                """;
    }
}
