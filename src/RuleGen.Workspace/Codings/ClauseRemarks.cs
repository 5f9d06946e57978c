using RuleGen.Model;

namespace RuleGen.Workspaces.Codings;

/// <summary>
/// Takes comments of a text for what they say of the guidance: <c>cites: …</c>, <c>not in guidance</c> and <c>note: …</c>,
/// before a clause, an arm, ELSE or WHERE, or after it on its line.
/// </summary>
internal static class ClauseRemarks
{
    private const string CitesKey = "cites:";
    private const string NoteKey = "note:";

    private static readonly string[] NotInGuidance = ["not in guidance", "not in the guidance"];

    /// <summary>The coding, with citations and notes in place of such comments.</summary>
    /// <exception cref="RuleGenException">RG0213: the comments on one clause cite different things.</exception>
    public static Coding Take(Coding coding) =>
        coding.Redocumented(
            coding
                .Arms.Select(arm =>
                    arm.With(Take(arm.When)) with
                    {
                        Documentation = Take(arm.Documentation, arm.Position),
                    }
                )
                .ToValueList(),
            coding.Exclusions is { } exclusions ? Take(exclusions) : null
        ) with
        {
            ElseDocumentation = Take(coding.ElseDocumentation, coding.Else?.Position),
            ExclusionsDocumentation = Take(coding.ExclusionsDocumentation, coding.Exclusions?.Position),
        };

    private static Predicate Take(Predicate predicate)
    {
        var children = predicate.Children.Select(Take).ToValueList();
        var whole = children.Count == 0 ? predicate : predicate.With(children);
        return whole.Documented(Take(predicate.Documentation, predicate.Position));
    }

    private static Documentation Take(Documentation documentation, TextPosition? position)
    {
        var taken = Documentation.None;
        foreach (var comment in documentation.Comments)
        {
            var text = string.Join(' ', comment.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (After(text, CitesKey) is { Length: > 0 } sentence)
            {
                taken = Cite(taken, new Citation(Unquoted(sentence)), position);
            }
            else if (NotInGuidance.Contains(text.TrimEnd('.'), StringComparer.OrdinalIgnoreCase))
            {
                taken = Cite(taken, Citation.NotInGuidance, position);
            }
            else if (After(text, NoteKey) is { Length: > 0 } note)
            {
                taken = taken.Note(note);
            }
            else
            {
                taken = taken.Comment(comment.Text, comment.Placement);
            }
        }

        return taken;
    }

    /// <summary>With a citation, which must be the one that is there already.</summary>
    /// <exception cref="RuleGenException">RG0213: it is another.</exception>
    public static Documentation Cite(Documentation documentation, Citation citation, TextPosition? position) =>
        documentation.Citation is { } other && other != citation
            ? throw new RuleGenException(
                new Problem(
                    ErrorCodes.Contradiction,
                    $"A clause is {Describe(other)}, and {Describe(citation)}",
                    "Say one of the two, or write the other as a note"
                )
                {
                    Position = position,
                }
            )
        : citation.Sentence is { } sentence ? documentation.Cites(sentence)
        : documentation.NotInGuidance();

    private static string Describe(Citation citation) =>
        citation.Sentence is { } sentence ? $"cited from “{MessageText.OneLine(sentence)}”" : citation.ToString();

    private static string? After(string text, string key) =>
        text.StartsWith(key, StringComparison.OrdinalIgnoreCase) ? text[key.Length..].Trim() : null;

    private static string Unquoted(string sentence) =>
        sentence.Length > 2 && (sentence[0], sentence[^1]) is ('“', '”') or ('"', '"')
            ? sentence[1..^1].Trim()
            : sentence;
}
