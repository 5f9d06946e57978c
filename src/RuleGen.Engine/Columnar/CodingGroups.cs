using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>
/// Puts codings together that ask the same of the characters of each column that they share. Otherwise a character
/// that one coding cannot take would keep all from being decided together.
/// </summary>
internal sealed class CodingGroups
{
    private readonly Dictionary<ValueList<CharacterRequirement>, string> _modelled = [];
    private readonly List<(Dictionary<string, Asked> Columns, List<int> Codings)> _groups = [];

    private readonly record struct Asked(Column Column, string Modelled);

    /// <summary>The groups, as places of codings. A coding with two columns of one name is in none.</summary>
    public static IEnumerable<IReadOnlyList<int>> Of(IReadOnlyList<Coding> codings)
    {
        var groups = new CodingGroups();
        for (var i = 0; i < codings.Count; i++)
        {
            groups.Add(i, codings[i]);
        }

        return groups._groups.Select(group => group.Codings);
    }

    private void Add(int place, Coding coding)
    {
        var columns = coding.Columns;
        if (columns.DistinctBy(column => column.Name, SqlName.Comparer).Count() != columns.Count)
        {
            return;
        }

        var asked = columns.ToDictionary(
            column => column.Name,
            column => new Asked(column, Modelled(column, coding)),
            SqlName.Comparer
        );
        var fitting = _groups.Find(group =>
            asked.All(each => !group.Columns.TryGetValue(each.Key, out var other) || other == each.Value)
        );
        if (fitting.Codings is null)
        {
            fitting = (new(SqlName.Comparer), []);
            _groups.Add(fitting);
        }

        fitting.Codings.Add(place);
        foreach (var (name, value) in asked)
        {
            fitting.Columns[name] = value;
        }
    }

    /// <summary>Which characters of code page 1252 a coding can take; the others hardly matter.</summary>
    private string Modelled(Column column, Coding coding)
    {
        var requirements = coding.CharacterRequirements.Where(need => need.Column == column).ToValueList();
        if (!_modelled.TryGetValue(requirements, out var modelled))
        {
            modelled = string.Concat(
                Enumerable
                    .Range(0, 256)
                    .Select(code => (char)code)
                    .Where(character => requirements.All(need => need.Models(character)))
            );
            _modelled.Add(requirements, modelled);
        }

        return modelled;
    }
}
