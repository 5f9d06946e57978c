using RuleGen.Model;
using RuleGen.Sqlite.Collations;

namespace RuleGen.Sqlite.Translation;

/// <summary>The characters that the values of a column may hold for a coding's answer to be known.</summary>
internal sealed record CharacterNeed(Column Column, bool IsUnicode, CharacterUse Use, CollationFacts Facts)
{
    /// <summary>Of a list, the column of its items whose texts are meant; null where the column holds one value.</summary>
    public Column? Item { get; init; }

    /// <summary>The position of the one item that is meant; null where all are.</summary>
    public int? Position { get; init; }

    /// <summary>The characters: of what is known, those that the column can hold (rule 6.11).</summary>
    public CodePoints Known
    {
        get
        {
            var known = Facts.Known(Use);
            return ((CharacterType)(Item ?? Column).Type).IsUnicode ? known : known.And(CodePoints.CodePage1252);
        }
    }

    /// <summary>SQL that is TRUE where a text holds another character.</summary>
    public string IsUnmet(string text) => $"{text} GLOB {StoredText.Quote($"*{Known.ToGlob(isNegated: true)}*")}";

    /// <summary>The characters of values that LIKE may look past; empty where no LIKE reads them.</summary>
    public string MayBeLookedPast => Use.HasFlag(CharacterUse.Pattern) ? Facts.MayBeLookedPast : "";

    /// <summary>SQL that is TRUE where a text holds a character that LIKE may look past.</summary>
    public string IsUncertain(string text) =>
        $"{text} GLOB {StoredText.Quote($"*{CodePoints.Of(MayBeLookedPast).ToGlob(isNegated: false)}*")}";

    /// <summary>SQL for the first such character of a text that has one.</summary>
    public string FirstUncertain(string text) => First(text, CodePoints.Of(MayBeLookedPast).ToGlob(isNegated: true));

    /// <summary>SQL for the first such character of a text that has one.</summary>
    public string FirstUnknown(string text) => First(text, Known.ToGlob(isNegated: false));

    /// <summary>SQL for the first character of a text that is none of a set, which the text has.</summary>
    private static string First(string text, string others) =>
        "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
        + $"WHERE substr({text}, i, 1) GLOB {StoredText.Quote(others)}) "
        + $"SELECT substr({text}, max(i), 1) FROM n)";
}
