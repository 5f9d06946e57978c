using System.Globalization;
using System.Text;
using RuleGen.Model;

namespace RuleGen.Data.Csv;

/// <summary>
/// The items of a list in one field, as files of fixtures have them: <c>1=M545;3=Z921</c>, each item after its position, with
/// <c>|</c> between the values of one that has several, <c>\N</c> for NULL, and <c>\</c> before a character that would be
/// read otherwise.
/// </summary>
public static class ListCell
{
    private const string Null = @"\N";
    private const string Special = @"\;|=";

    /// <summary>The field; empty where there are no items.</summary>
    public static string Write(ListItems items) =>
        string.Join(
            ';',
            items.Items.Select(item =>
                (item.Position is { } position ? position.ToString(CultureInfo.InvariantCulture) + "=" : "")
                + string.Join('|', item.Values.Select(Write))
            )
        );

    /// <summary>The items that a field says.</summary>
    /// <exception cref="RuleGenException">RG0303: it says no items of the list.</exception>
    public static ListItems Read(ListType type, string field)
    {
        var parsers = type.Columns.Select(column => new CsvValueParser(column, [Null])).ToList();
        return ListItems.Of(
            type,
            (field.Length == 0 ? [] : Split(field, ';')).Select(item => ReadItem(type, parsers, item))
        );
    }

    private static ListItem ReadItem(ListType type, List<CsvValueParser> parsers, string item)
    {
        int? position = null;
        if (type.Position is not null)
        {
            var parts = Split(item, '=');
            position =
                parts is [var place, var rest]
                && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw Refuse(item, "Write an item as 1=M545: its position, and its value");
            item = rest;
        }

        var values = Split(item, '|');
        if (values.Count != type.Columns.Count)
        {
            throw Refuse(
                item,
                $"Write a value for each of {string.Join(", ", type.Columns.Select(each => each.Name))}"
            );
        }

        return new ListItem(
            position,
            values.Select((value, i) => ReadValue(type.Columns[i], parsers[i], value)).ToValueList()
        );
    }

    private static SqlValue ReadValue(Column column, CsvValueParser parser, string written)
    {
        var text = written == Null ? Null : Unescape(written);
        if (parser.Parse(text, isQuoted: written != Null, out var value) is { } problem)
        {
            throw new RuleGenException(problem);
        }

        return value.Kind switch
        {
            CsvValueKind.Null => SqlValue.Null,
            CsvValueKind.Number => ((OrderedType)column.Type).Value(value.Number),
            _ => SqlValue.Of(((CharacterType)column.Type).Store(text)),
        };
    }

    private static string Write(SqlValue value) =>
        value.ToText() is not { } text
            ? Null
            : string.Concat(
                text.Select(character =>
                    Special.Contains(character, StringComparison.Ordinal) ? $@"\{character}" : character.ToString()
                )
            );

    /// <summary>The parts between a separator that no <c>\</c> stands before, still escaped.</summary>
    private static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == separator)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(text[i]);
                if (text[i] == '\\' && i + 1 < text.Length)
                {
                    part.Append(text[++i]);
                }
            }
        }

        parts.Add(part.ToString());
        return parts;
    }

    private static string Unescape(string written)
    {
        var text = new StringBuilder();
        for (var i = 0; i < written.Length; i++)
        {
            text.Append(written[i] == '\\' && i + 1 < written.Length ? written[++i] : written[i]);
        }

        return text.ToString();
    }

    private static RuleGenException Refuse(string item, string remedy) =>
        new(ErrorCodes.CsvInvalidValue, $"'{MessageText.OneLine(item)}' is no item", remedy);
}
