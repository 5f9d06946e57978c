namespace RuleGen.Model;

/// <summary>Finds what a user who mistyped a name is likely to have meant.</summary>
public static class NearestName
{
    /// <summary>
    /// No longer name is looked at, known or mistyped: it is no name that somebody types. SQL Server's names have 128
    /// characters at most, and the work grows with the product of two lengths.
    /// </summary>
    private const int MostCharacters = 256;

    /// <summary>Among more names than this none is looked for: the header is no list of columns.</summary>
    private const int MostNames = 10_000;

    /// <summary>
    /// The known name that differs least, letter case aside, by inserted, removed, replaced and swapped characters;
    /// null where none differs in less than half of its characters, or where the names are too long or too many to be
    /// names that a person chose.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> known)
    {
        if (name.Length > MostCharacters)
        {
            return null;
        }

        var folded = Fold(name);
        var names = 0;
        (string? Name, int Distance) nearest = (null, int.MaxValue);
        foreach (var candidate in known)
        {
            if (++names > MostNames)
            {
                return null;
            }

            if (candidate.Length > MostCharacters)
            {
                continue;
            }

            var distance = Distance(folded, Fold(candidate));
            var isNearer =
                distance < nearest.Distance
                || (distance == nearest.Distance && string.CompareOrdinal(candidate, nearest.Name) < 0);
            if (isNearer && distance * 2 < Math.Max(name.Length, candidate.Length))
            {
                nearest = (candidate, distance);
            }
        }

        return nearest.Name;
    }

    /// <summary>Blanks, underscores and hyphens are mistaken for each other, and count as nothing.</summary>
    private static string Fold(string name) =>
        string.Concat(name.Where(character => character is not (' ' or '_' or '-')).Select(char.ToUpperInvariant));

    private static int Distance(string left, string right)
    {
        var distances = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
            }
        }

        return distances[left.Length, right.Length];

        int Step(int i, int j)
        {
            var replaced = distances[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            var least = Math.Min(replaced, Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1);
            var isSwapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            return isSwapped ? Math.Min(least, distances[i - 2, j - 2] + 1) : least;
        }
    }
}
