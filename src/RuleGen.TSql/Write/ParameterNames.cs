using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Names of a function's parameters: <c>@</c> and the column's name with every character that a name without brackets
/// could not hold replaced by <c>_</c>. Columns that need no replacement keep their names; of others that would
/// meet, the later takes a number.
/// </summary>
internal static class ParameterNames
{
    /// <summary>The name for each column, with <c>@</c>; letter case alone does not make names differ.</summary>
    public static IReadOnlyDictionary<Column, string> For(ValueList<Column> columns)
    {
        var names = new Dictionary<Column, string>();
        var taken = new HashSet<string>(SqlName.Comparer);
        foreach (var column in columns.OrderBy(column => Safe(column.Name) == column.Name ? 0 : 1))
        {
            var name = Safe(column.Name);
            for (var number = 2; !taken.Add(name); number++)
            {
                var suffix = FormattableString.Invariant($"_{number}");
                name = Shorten(Safe(column.Name), SqlName.MaximumLength - 1 - suffix.Length) + suffix;
            }

            names.Add(column, "@" + name);
        }

        return names;
    }

    private static string Safe(string name) =>
        Shorten(
            string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_')),
            SqlName.MaximumLength - 1
        );

    private static string Shorten(string name, int length) => name.Length <= length ? name : name[..length];
}
