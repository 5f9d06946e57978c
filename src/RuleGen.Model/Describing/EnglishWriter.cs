using System.Text;
using static RuleGen.Model.Describing.EnglishText;

namespace RuleGen.Model.Describing;

/// <summary>
/// Writes a coding in plain English, for readers who know the data and not SQL: the arms in order, the conditions as
/// indented lists, patterns in words, what NULL does, and what comments and guidance say.
/// </summary>
/// <remarks>Lines end with LF and are not wrapped.</remarks>
public static class EnglishWriter
{
    /// <summary>A published coding, under its title.</summary>
    public static string Write(PublishedCoding published) =>
        string.Concat(
            $"{Printable(published.Title)} ({Printable(published.Id)})\n",
            $"{Printable(published.Publication)}\n",
            $"{Printable(published.Edition)}\n\n",
            Write(published.Coding)
        );

    /// <summary>A coding.</summary>
    public static string Write(Coding coding)
    {
        var output = new StringBuilder();
        if (coding.Arms.Count > 0)
        {
            WriteArms(output, coding);
        }

        WriteExclusions(output, coding);
        if (EnglishReading.Describe(coding).ToList() is { Count: > 0 } sentences)
        {
            output.Append("\nHow to read this\n\n");
            foreach (var sentence in sentences)
            {
                Line(output, 0, $"- {sentence}");
            }
        }

        return output.ToString();
    }

    /// <summary>A predicate on one line, without its documentation: when it is TRUE.</summary>
    public static string WriteClause(Predicate predicate)
    {
        var clause = EnglishPredicates.Of(predicate);
        var parts = clause.Parts.Select(part =>
            EnglishPredicates.Of(part).Parts.Count == 0 ? WriteClause(part) : $"({WriteClause(part)})"
        );
        return clause.Parts.Count == 0 ? clause.Text : $"{clause.Text}: {string.Join("; ", parts)}";
    }

    private static void WriteArms(StringBuilder output, Coding coding)
    {
        output.Append("Outcome\n\n");
        output.Append(
            coding.Arms.Count == 1
                ? "A row that is kept has this outcome:\n\n"
                : "A row that is kept has the first of these outcomes whose condition is true:\n\n"
        );
        for (var i = 0; i < coding.Arms.Count; i++)
        {
            var arm = coding.Arms[i];
            var number = $"{Digits(i + 1)}. ";
            WriteCondition(output, number.Length, $"{number}{Outcome(arm.Then)}, where", arm.When, arm.Documentation);
            WriteNulls(output, number.Length, arm.When, "does not get this outcome");
        }

        var last = $"{Digits(coding.Arms.Count + 1)}. ";
        Line(output, 0, $"{last}Otherwise {(coding.Else is { } label ? Outcome(label) : "NULL: it has no outcome")}.");
        WriteDocumentation(output, last.Length, coding.ElseDocumentation);
        output.Append('\n');
    }

    private static void WriteExclusions(StringBuilder output, Coding coding)
    {
        output.Append("Rows that are kept\n\n");
        if (coding.Exclusions is { } exclusions)
        {
            WriteCondition(output, 0, "A row is kept where", exclusions, coding.ExclusionsDocumentation);
            WriteNulls(output, 0, exclusions, "is not kept");
        }
        else
        {
            output.Append("Every row is kept.\n");
        }
    }

    private static string Outcome(Label label) =>
        label is { Type: LabelType.Text, Text: { } text } ? Quote(text.ReplaceLineEndings(" ")) : label.ToString();

    private static void WriteNulls(StringBuilder output, int indent, Predicate condition, string isLost)
    {
        foreach (var sentence in EnglishNulls.Describe(condition, isLost))
        {
            Line(output, indent, sentence);
        }
    }

    /// <summary>A condition after its introduction, which stands to the left of the indentation.</summary>
    private static void WriteCondition(
        StringBuilder output,
        int indent,
        string introduction,
        Predicate condition,
        Documentation documentation
    )
    {
        var clause = EnglishPredicates.Of(condition);
        Line(output, 0, $"{introduction} {clause.Text}{(clause.Parts.Count == 0 ? "." : ":")}");
        WriteDocumentation(output, indent, documentation);
        WriteBody(output, indent, condition, clause);
    }

    private static void WriteBody(StringBuilder output, int indent, Predicate predicate, EnglishClause clause)
    {
        WriteDocumentation(output, indent, predicate.Documentation);
        for (var inner = predicate; inner is Not not; inner = not.Operand)
        {
            WriteDocumentation(output, indent, not.Operand.Documentation);
        }

        foreach (var part in clause.Parts)
        {
            var item = EnglishPredicates.Of(part);
            Line(output, indent, $"- {item.Text}{(item.Parts.Count == 0 ? "" : ":")}");
            WriteBody(output, indent + 2, part, item);
        }
    }

    private static void WriteDocumentation(StringBuilder output, int indent, Documentation documentation)
    {
        foreach (var comment in documentation.Comments)
        {
            Line(output, indent, $"Comment: {Printable(comment.Text)}");
        }

        if (documentation.Citation is { } citation)
        {
            Line(
                output,
                indent,
                citation.Sentence is { } sentence ? $"Guidance: {Quote(sentence)}" : "Not in the guidance"
            );
        }

        foreach (var note in documentation.Notes)
        {
            Line(output, indent, $"Note: {Printable(note)}");
        }
    }

    /// <summary>A line; further lines of a text that has several stand below it, set in.</summary>
    private static void Line(StringBuilder output, int indent, string text) =>
        output
            .Append(' ', indent)
            .Append(text.Replace("\n", "\n" + new string(' ', indent + 2), StringComparison.Ordinal))
            .Append('\n');
}
