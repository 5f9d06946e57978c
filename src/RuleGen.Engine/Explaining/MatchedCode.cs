using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>A text of a row that a condition asked for and found, and where it stands.</summary>
/// <param name="Text">The code that the condition matches or matches in; or what it matches, across two codes.</param>
/// <param name="Column">The column that holds it; of an item, the item's column.</param>
public sealed record MatchedCode(string Text, Column Column)
{
    /// <summary>
    /// Which code of the column's text it is, the first being 1, and up to which it goes on; null where the column holds no
    /// list of codes, or its text is none as declared.
    /// </summary>
    public (int First, int Last)? Codes { get; init; }

    /// <summary>The list whose item it is in; null where it is in none.</summary>
    public Column? List { get; init; }

    /// <summary>The position of the item in its list; null where the items have no positions.</summary>
    public int? Position { get; init; }

    /// <summary>
    /// <c>'V382' in Primary_Spell_Procedure</c>, <c>'M545' as code 2 of Any_Spell_Diagnosis</c> or
    /// <c>'M545' as Code of item 3 of Diagnoses</c>.
    /// </summary>
    public override string ToString()
    {
        var place =
            List is not null
                ? $"as {Column.Name} of {(Position is { } position ? $"item {Number(position)}" : "an item")} of {List.Name}"
            : Codes is not var (first, last) ? $"in {Column.Name}"
            : first == last ? $"as code {Number(first)} of {Column.Name}"
            : $"as codes {Number(first)} to {Number(last)} of {Column.Name}";
        return $"'{Text}' {place}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
