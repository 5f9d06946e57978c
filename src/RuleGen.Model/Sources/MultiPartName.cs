using System.Text;

namespace RuleGen.Model;

/// <summary>
/// A table as FROM names it, by one to four parts: <c>table</c>, <c>schema.table</c>, <c>database.schema.table</c> or
/// <c>server.database.schema.table</c>. Two names are equal when their parts are, whatever their letter case and
/// brackets.
/// </summary>
public sealed record MultiPartName
{
    private const int MostParts = 4;

    /// <summary>A name of its parts.</summary>
    /// <param name="parts">
    /// The parts without brackets, the table last. One between others may be empty, as in <c>database..table</c>.
    /// </param>
    /// <exception cref="RuleGenException">RG0009: a part cannot be a name, or there are none or too many.</exception>
    public MultiPartName(ValueList<string> parts)
    {
        if (parts.Count is 0 or > MostParts)
        {
            throw Invalid(string.Join('.', parts));
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (i == 0 || i == parts.Count - 1 || parts[i].Length > 0)
            {
                SqlName.Check(parts[i], "table");
            }
        }

        Parts = parts;
    }

    /// <summary>The parts without brackets, the table last; one that is left out between others is empty.</summary>
    public ValueList<string> Parts { get; }

    /// <summary>Reads a name as T-SQL writes it, each part with or without brackets or double quotes.</summary>
    /// <exception cref="RuleGenException">RG0009: it is no such name.</exception>
    public static MultiPartName Parse(string text)
    {
        var parts = new List<string>();
        for (var next = 0; ; next++)
        {
            parts.Add(ReadPart(text, ref next));
            if (next == text.Length)
            {
                return new MultiPartName(parts.ToValueList());
            }

            if (text[next] != '.')
            {
                throw Invalid(text);
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(MultiPartName? other) => other is not null && Parts.SequenceEqual(other.Parts, SqlName.Comparer);

    /// <inheritdoc/>
    public override int GetHashCode() => SqlName.Comparer.GetHashCode(Parts[^1]);

    /// <summary>The parts in brackets, such as <c>[schema].[table]</c>; an empty one stays empty.</summary>
    public override string ToString() =>
        string.Join('.', Parts.Select(part => part.Length == 0 ? part : SqlName.Bracket(part)));

    /// <summary>The part that starts at an offset, which is moved after it.</summary>
    private static string ReadPart(string text, ref int next)
    {
        var close = next == text.Length ? '\0' : text[next];
        close = close == '[' ? ']' : close;
        if (close is not (']' or '"'))
        {
            var start = next;
            while (next < text.Length && text[next] != '.')
            {
                next++;
            }

            var plain = text[start..next];
            return plain.AsSpan().IndexOfAny("[]\" ") < 0 ? plain : throw Invalid(text);
        }

        var part = new StringBuilder();
        for (next++; next < text.Length; next++)
        {
            if (text[next] == close && (++next == text.Length || text[next] != close))
            {
                return part.ToString();
            }

            part.Append(text[next]);
        }

        throw Invalid(text);
    }

    private static RuleGenException Invalid(string text) =>
        new(
            ErrorCodes.InvalidName,
            $"'{MessageText.OneLine(text)}' is no name of a table",
            "Write table, schema.table, database.schema.table or server.database.schema.table, with brackets around a "
                + "part that needs them"
        );
}
