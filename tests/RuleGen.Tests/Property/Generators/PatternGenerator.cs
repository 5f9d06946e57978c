using System.Text;
using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Draws LIKE patterns as they are written, element by element.</summary>
internal sealed class PatternGenerator(
    Draw draw,
    Vocabulary words,
    Collation collation,
    bool isUnicode,
    bool hasN,
    char? escape
)
{
    private readonly CharacterRules _rules = collation.Rules(isUnicode);

    public string Next()
    {
        var text = new StringBuilder();
        for (var count = draw.Between(0, 4); count >= 0; count--)
        {
            text.Append(Element());
        }

        return draw.Below(30) switch
        {
            // Malformed: these match nothing (rules 1.10, 1.16).
            0 => text.Append('[').Append(Plain()).ToString(),
            1 when escape is not null => text.Append(escape).ToString(),
            2 or 3 => text.Append(' ').ToString(),
            4 => "",
            _ => text.ToString(),
        };
    }

    private string Element() =>
        draw.Below(10) switch
        {
            0 or 1 => "%",
            2 => "_",
            3 or 4 => Set(),
            5 => Quoted(),
            6 => words.PlainText(),
            _ => Plain(),
        };

    /// <summary>A character that stands for itself.</summary>
    private string Plain()
    {
        var character = words.Character(collation, isUnicode, hasN);
        return character is '%' or '_' or '[' || character == escape ? Quote(character) : character.ToString();
    }

    /// <summary>A character that has a meaning, taken as itself (rules 1.6, 1.14, 1.15).</summary>
    private string Quoted() => Quote(draw.Of(escape is null ? "%_[" : "%_[]A1"));

    private string Quote(char character) => escape is null ? $"[{character}]" : $"{escape}{character}";

    private string Set()
    {
        var members = Enumerable.Range(0, draw.Between(1, 3)).Select(_ => draw.Chance(40) ? Range() : Member());
        var start = draw.Chance(30) ? "^" : "";
        return draw.Below(25) switch
        {
            0 => "[]",
            1 when start.Length == 0 && collation.IsBinary => $"[-{string.Concat(members)}]",
            _ => $"[{start}{string.Concat(members)}]",
        };
    }

    private string Member()
    {
        var character = words.Character(collation, isUnicode, hasN);
        return _rules.IsUncertainInLike(character) ? "%"
            : character is ']' or '^' or '-' || character == escape
                ? escape is null ? "%"
                    : $"{escape}{character}"
            : character.ToString();
    }

    /// <summary>A range whose ends the collation orders; now and then a reversed one (rule 1.13).</summary>
    private string Range()
    {
        while (true)
        {
            var (first, last) = (
                words.Character(collation, isUnicode, hasN),
                words.Character(collation, isUnicode, hasN)
            );
            if (draw.Chance(30))
            {
                (first, last) = draw.Of(('0', '9'), ('1', '5'), ('A', 'Z'), ('a', 'm'), ('b', 'Y'));
            }

            if (_rules.Rank(first) > _rules.Rank(last) && !draw.Chance(10))
            {
                (first, last) = (last, first);
            }

            if (IsEnd(first) && IsEnd(last) && _rules.KnowsRange(first, last))
            {
                return $"{first}-{last}";
            }
        }
    }

    private bool IsEnd(char character) =>
        character is not (']' or '^' or '-' or '[') && character != escape && _rules.CanBoundRange(character);
}
