using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Chooses one CASE of several that a text shows beside each other.</summary>
internal static class CaseColumns
{
    /// <summary>
    /// The place of the CASE that is meant, from 0; null where several may be, or none has the name.
    /// </summary>
    /// <param name="names">What each CASE is called; null where it has no name.</param>
    /// <param name="wanted">A name, or a number from 1; null for the only one.</param>
    public static int? Find(IReadOnlyList<string?> names, string? wanted)
    {
        if (wanted is null)
        {
            return names.Count == 1 ? 0 : null;
        }

        var named = names.Select((name, place) => (name, place)).Where(each => IsCalled(each.name, wanted)).ToList();
        if (named is [var only])
        {
            return only.place;
        }

        return
            named.Count == 0
            && int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1
            && number <= names.Count
            ? number - 1
            : null;
    }

    /// <summary>Says that none is meant, or none is there of the name.</summary>
    /// <param name="names">What each is called; null where it has no name.</param>
    /// <param name="wanted">The name or number that was given; null for none.</param>
    /// <param name="what">What they are.</param>
    public static Problem Describe(IReadOnlyList<string?> names, string? wanted, string what = "CASE")
    {
        var list = string.Join(
            ", ",
            names.Select(
                (name, place) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{place + 1} {(name is null ? "(without a name)" : MessageText.OneLine(name))}"
                    )
            )
        );
        var example = MessageText.OneLine(names.FirstOrDefault(name => name is not null) ?? "1");
        return wanted is null
            ? new Problem(
                ErrorCodes.SeveralCases,
                string.Create(CultureInfo.InvariantCulture, $"The text has {names.Count} {what} columns: {list}"),
                $"Say which one is the coding by its name or number, such as --case {example}"
            )
            : new Problem(
                ErrorCodes.SeveralCases,
                $"No CASE column is called '{MessageText.OneLine(wanted)}'; the text has: {list}",
                $"Give --case one of these names or numbers, such as {example}"
            );
    }

    /// <summary>The tokens of a coding by itself without those of the CASEs that are not meant.</summary>
    /// <param name="tokens">The tokens, comments among them.</param>
    /// <param name="wanted">A name, or a number from 1; null for the only one.</param>
    /// <param name="findings">Takes what is passed over, and what is wrong.</param>
    /// <returns>Null where none is meant, which is reported.</returns>
    public static List<Token>? Choose(List<Token> tokens, string? wanted, Findings findings)
    {
        var significant = tokens.Where(token => token.Kind != TokenKind.Comment).ToList();
        var columns = FindAll(significant).ToList();
        if (columns.Count < 2 && (wanted is null || columns.Count == 0))
        {
            return tokens;
        }

        var names = columns.Select(column => column.Name).ToList();
        if (Find(names, wanted) is not { } chosen)
        {
            var problem = Describe(names, wanted);
            findings.Report(
                problem.Code,
                problem.Message,
                problem.Remedy,
                significant[columns[0].First].Start,
                significant[columns[^1].Last].End
            );
            return null;
        }

        var dropped = new HashSet<Token>();
        foreach (var column in columns.Where((_, place) => place != chosen))
        {
            var (first, last) = (column.First, column.Last);
            findings.Note(
                significant[first].Start,
                $"The CASE {column.Name ?? "without a name"} is passed over: --case says which one is the coding"
            );
            // With the comma after it, or else the one before.
            last += last + 1 < significant.Count && significant[last + 1].IsSymbol(",") ? 1 : 0;
            first -= !significant[last].IsSymbol(",") && first > 0 && significant[first - 1].IsSymbol(",") ? 1 : 0;
            dropped.UnionWith(significant[first..(last + 1)]);
            var (start, end) = (significant[first].Start, significant[last].End);
            dropped.UnionWith(tokens.Where(token => token.Start > start && token.End < end));
        }

        return tokens.Where(token => !dropped.Contains(token)).ToList();
    }

    /// <summary>The CASEs that stand by themselves, each with its alias, at most one before or after.</summary>
    private static IEnumerable<(int First, int Last, string? Name)> FindAll(List<Token> tokens)
    {
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            depth += TokenSpans.Depth(tokens[i]);
            if (depth != 0 || !StartsItem(tokens, i) || TokenSpans.FindEndOfChoice(tokens, i) is not { } end)
            {
                continue;
            }

            var hasNameBefore = i > 1 && tokens[i - 1].IsSymbol("=");
            var hasAs = end + 1 < tokens.Count && tokens[end + 1].Is("AS");
            var after = end + (hasAs ? 2 : 1);
            var hasNameAfter =
                !hasNameBefore
                && after < tokens.Count
                && tokens[after].IsAlias
                && (hasAs || EndsItem(tokens, after + 1));
            var last = hasNameAfter ? after : end;
            yield return (
                hasNameBefore ? i - 2 : i,
                last,
                hasNameBefore ? tokens[i - 2].Name
                : hasNameAfter ? tokens[after].Name
                : null
            );
            i = last;
        }
    }

    /// <summary>Whether an item of a select list can start with a CASE: not one that is an operand of a condition.</summary>
    private static bool StartsItem(List<Token> tokens, int start) =>
        start == 0
        || tokens[start - 1].IsSymbol(",")
        || tokens[start - 1].Is("END")
        || (
            start > 1
            && tokens[start - 1].IsSymbol("=")
            && tokens[start - 2].IsAlias
            && (start == 2 || tokens[start - 3].IsSymbol(","))
        );

    private static bool EndsItem(List<Token> tokens, int index) =>
        index >= tokens.Count
        || tokens[index].IsSymbol(",")
        || tokens[index].IsSymbol(";")
        || tokens[index].Is("WHERE")
        || tokens[index].Is("CASE")
        || tokens[index].Is("IIF");

    private static bool IsCalled(string? name, string wanted) =>
        name is not null && SqlName.Comparer.Equals(name, wanted);
}
