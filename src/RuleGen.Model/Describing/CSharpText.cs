using System.Globalization;
using System.Text;

namespace RuleGen.Model.Describing;

/// <summary>Text as C# writes it.</summary>
internal static class CSharpText
{
    /// <summary>The longest piece of a literal on one line, in characters of code.</summary>
    private const int MaximumPiece = 84;

    /// <summary>A string literal; a long one in several pieces joined by <c>+</c>, broken after blanks.</summary>
    public static CodeLayout Literal(string text)
    {
        var pieces = Pieces(text).Select(piece => $"\"{piece}\"").ToList();
        return pieces.Count == 1
            ? pieces[0]
            : CodeLayout.Concat(
                pieces[0],
                CodeLayout.Indent(pieces.Skip(1).SelectMany(piece => (CodeLayout[])[CodeLayout.HardLine, $"+ {piece}"]))
            );
    }

    /// <summary>Text within an XML comment, on one line.</summary>
    public static string XmlComment(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) || IsHidden(character) ? ' ' : character))
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var word = new StringBuilder();
        foreach (var unit in text.EnumerateUnits())
        {
            word.Append(Escape(unit));
            if (unit is " " || word.Length >= MaximumPiece - 12)
            {
                Flush();
            }
        }

        Flush();
        pieces.Add(piece.ToString());
        return pieces;

        void Flush()
        {
            if (piece.Length > 0 && piece.Length + word.Length > MaximumPiece)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(word);
            word.Clear();
        }
    }

    /// <summary>The characters, the two halves of a surrogate pair together.</summary>
    private static IEnumerable<string> EnumerateUnits(this string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            yield return text.Substring(i, isPair ? 2 : 1);
            i += isPair ? 1 : 0;
        }
    }

    private static string Escape(string unit) =>
        unit switch
        {
            "\"" => "\\\"",
            "\\" => "\\\\",
            "\n" => "\\n",
            "\r" => "\\r",
            "\t" => "\\t",
            [var character] when character != ' ' && (char.IsControl(character) || IsHidden(character)) =>
                $"\\u{((int)character).ToString("X4", CultureInfo.InvariantCulture)}",
            _ => unit,
        };

    /// <summary>Whether a reader of the code would not see which character stands there.</summary>
    private static bool IsHidden(char character) =>
        HiddenCharacters.Contain(character)
        || char.GetUnicodeCategory(character)
            is UnicodeCategory.SpaceSeparator
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
