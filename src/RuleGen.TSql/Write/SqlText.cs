using System.Globalization;
using System.Text;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Text as scripts hold it: literals that keep their meaning, and prose that cannot become code.</summary>
internal static class SqlText
{
    /// <summary>Beyond this column comments and lists go on in the next line.</summary>
    public const int Width = 110;

    /// <summary><c>'value'</c> or <c>N'value'</c>, quotes within it doubled.</summary>
    public static string Literal(string value, bool isUnicode) =>
        $"{(isUnicode ? "N" : "")}'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary><c>N'value'</c>, for arguments of procedures and messages.</summary>
    public static string Unicode(string value) => Literal(value, isUnicode: true);

    /// <summary>The name as people write it: in brackets where T-SQL takes it in no other way.</summary>
    public static string Name(string name) =>
        Grammar.Any.Tokens(name) is [{ TokenType: TSqlTokenType.Identifier } identifier, _] && identifier.Text == name
            ? name
            : SqlName.Bracket(name);

    /// <summary><c>[schema].[name]</c>.</summary>
    public static string TwoPart(string schema, string name) => $"{SqlName.Bracket(schema)}.{SqlName.Bracket(name)}";

    /// <summary>Some names in a sentence; of many, how many there are.</summary>
    public static string Enumerate(IReadOnlyList<string> names) =>
        names.Count switch
        {
            1 => names[0],
            2 => $"{names[0]} and {names[1]}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{names.Count} objects"),
        };

    /// <summary>
    /// Prose on one line: a blank for each control character, no half of a surrogate pair (it becomes U+FFFD), hidden
    /// characters shown, and none of the marks that tools would replace (rules 10.5, 10.15).
    /// </summary>
    public static string OneLine(string prose)
    {
        var text = new StringBuilder(prose.Length);
        foreach (var rune in prose.EnumerateRunes())
        {
            text.Append(
                rune.IsBmp && IsBreak((char)rune.Value) ? " "
                : HiddenCharacters.Contain(rune) ? HiddenCharacters.Show(rune)
                : rune.ToString()
            );
        }

        return ToolMarks.Break(text.ToString().Trim());
    }

    /// <summary>Whether a character ends a line somewhere, or has no shape because it controls something.</summary>
    public static bool IsBreak(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';

    /// <summary>The lines of a text, whatever ends them; each without control characters.</summary>
    public static IEnumerable<string> Lines(string prose) => prose.ReplaceLineEndings("\n").Split('\n').Select(OneLine);

    /// <summary>A text cut at blanks into lines of at most so many characters; a longer word stays whole.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
