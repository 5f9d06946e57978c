using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces.Codings;

/// <summary>
/// The comments that a coding's text begins with, where they say what it is: <c>-- title: …</c>, <c>-- publication: …</c>,
/// <c>-- edition: …</c>, <c>-- address: …</c> and, among these, <c>-- note: …</c>.
/// </summary>
/// <param name="Description">What they say.</param>
/// <param name="Rest">The text with blanks in their place, so that all else stays in its place.</param>
/// <param name="Notes">What their author may want to know.</param>
internal sealed record CodingHeader(CodingDescription Description, string Rest, ValueList<ReadNote> Notes)
{
    private const string Mark = "--";
    private const string NoteKey = "note";

    /// <summary>The header of a text: its first lines, as far as they are comments.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">What messages call it.</param>
    /// <exception cref="RuleGenException">RG0213: a key is there twice, with different texts.</exception>
    public static CodingHeader Read(string text, string file)
    {
        var lines = Lines(text).ToList();
        if (!lines.Exists(line => line.Key is not null && CodingDescription.Keys.Contains(line.Key)))
        {
            // Comments without any of the keys belong to what they stand before.
            return new CodingHeader(CodingDescription.None, text, []);
        }

        var description = CodingDescription.None;
        var rest = text.ToCharArray();
        var notes = new List<ReadNote>();
        foreach (var line in lines)
        {
            var position = new TextPosition(line.Number, line.Start - line.LineStart + 1);
            if (line.Key == NoteKey)
            {
                description = description.Join(new CodingDescription { Notes = [line.Value] });
            }
            else if (line.Key is { } key && CodingDescription.Keys.Contains(key))
            {
                if (line.Value.Length == 0)
                {
                    notes.Add(new ReadNote(position, $"'{key}' is empty, and says nothing"));
                    continue;
                }

                var given = new GivenText(line.Value, file, position);
                description = description.Join(
                    new CodingDescription { Values = new Dictionary<string, GivenText> { [key] = given } }
                );
            }
            else
            {
                if (line.Key is { } other && NearestName.Find(other, CodingDescription.Keys) is { } nearest)
                {
                    notes.Add(
                        new ReadNote(
                            position,
                            $"'{other}' says nothing of a coding, and is a comment; '{nearest}' would"
                        )
                    );
                }

                continue;
            }

            rest.AsSpan(line.Start, line.End - line.Start).Fill(' ');
        }

        return new CodingHeader(description, new string(rest), notes.ToValueList());
    }

    /// <summary>The lines of comments that a text begins with, up to an empty one or another.</summary>
    private static IEnumerable<Line> Lines(string text)
    {
        var (number, at, isBegun) = (0, 0, false);
        while (at < text.Length)
        {
            var (lineStart, end) = (at, text.AsSpan(at).IndexOfAny('\n', '\r'));
            end = end < 0 ? text.Length : at + end;
            number++;
            at = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
            var written = text[lineStart..end];
            if (string.IsNullOrWhiteSpace(written) && !isBegun)
            {
                continue;
            }

            if (!written.TrimStart().StartsWith(Mark, StringComparison.Ordinal))
            {
                yield break;
            }

            isBegun = true;
            var start = lineStart + written.IndexOf(Mark, StringComparison.Ordinal);
            var content = text[(start + Mark.Length)..end].TrimStart('-').Trim();
            var colon = content.IndexOf(':', StringComparison.Ordinal);
            yield return new Line(
                number,
                lineStart,
                start,
                end,
                colon > 0 ? content[..colon].Trim().ToLowerInvariant() : null,
                colon > 0 ? content[(colon + 1)..].Trim() : ""
            );
        }
    }

    /// <summary>A line that is a comment.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="LineStart">Where it begins.</param>
    /// <param name="Start">Where the comment does.</param>
    /// <param name="End">Where both end.</param>
    /// <param name="Key">What stands before a colon; null where there is none.</param>
    /// <param name="Value">What stands after it.</param>
    private sealed record Line(int Number, int LineStart, int Start, int End, string? Key, string Value);
}
