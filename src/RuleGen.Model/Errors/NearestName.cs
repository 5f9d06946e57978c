namespace RuleGen.Model;

/// <summary>Finds what a user who mistyped a name is likely to have meant.</summary>
public static class NearestName
{
    /// <summary>
    /// The known name that differs least, letter case aside, by inserted, removed, replaced and swapped characters;
    /// null where none differs in less than half of its characters.
    /// </summary>
    public static string? Find(string name, IEnumerable<string> known) =>
        known
            .Select(candidate => (candidate, distance: Distance(Fold(name), Fold(candidate))))
            .Where(pair => pair.distance * 2 < Math.Max(name.Length, pair.candidate.Length))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();

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
