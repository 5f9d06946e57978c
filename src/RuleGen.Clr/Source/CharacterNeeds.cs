using RuleGen.Model;

namespace RuleGen.Clr;

/// <summary>
/// Which characters of which columns must be known for a coding to be evaluated, noted while its code is written.
/// </summary>
internal sealed class CharacterNeeds
{
    private readonly Dictionary<(Column Column, RuntimeCollation Collation), CharacterUses> _uses = [];
    private readonly List<(Column Column, RuntimeCollation Collation)> _order = [];

    /// <summary>The collations in use.</summary>
    public IEnumerable<RuntimeCollation> Collations => _order.Select(need => need.Collation).Distinct();

    /// <summary>Notes that code looks at a column's characters.</summary>
    public void Add(Column column, RuntimeCollation collation, CharacterUses uses)
    {
        var key = (column, collation);
        if (!_uses.TryAdd(key, uses))
        {
            _uses[key] |= uses;
            return;
        }

        _order.Add(key);
    }

    /// <summary>The statements that refuse a row with other characters.</summary>
    public IEnumerable<string> WriteChecks(ParameterList parameters)
    {
        foreach (var (column, collation) in _order)
        {
            var arguments = $"{CSharpText.Literal(column.Name)}, {parameters[column]}";
            yield return $"Require({arguments}, {collation.Name}, {Write(_uses[(column, collation)])});";
            if (collation.KnowsMoreThanCodePage1252 && column.Type is CharacterType { IsUnicode: false })
            {
                yield return $"RequireCodePage1252({arguments});";
            }
        }
    }

    /// <summary>The questions whether values hold a character that LIKE may look past.</summary>
    public IEnumerable<string> WriteLookedPast(ParameterList parameters) =>
        _order
            .Where(need => need.Collation.HasLookedPast && _uses[need].HasFlag(CharacterUses.Pattern))
            .Select(need => $"MayBeLookedPast({parameters[need.Column]}, {need.Collation.Name})");

    private static string Write(CharacterUses uses)
    {
        var parts = new[] { CharacterUses.Order, CharacterUses.LetterCase, CharacterUses.Pattern }
            .Where(use => uses.HasFlag(use))
            .DefaultIfEmpty(CharacterUses.Equality);
        return string.Join(" | ", parts.Select(use => $"Uses.{use}"));
    }
}
