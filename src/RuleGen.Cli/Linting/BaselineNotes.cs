using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Cli.Linting;

/// <summary>Says, beside the findings, how a baseline and they went together.</summary>
internal static class BaselineNotes
{
    /// <summary>A line for what is there no more, and one for each coding of which the baseline says nothing.</summary>
    /// <param name="file">The baseline's file.</param>
    /// <param name="linted">The findings.</param>
    public static IEnumerable<string> On(string file, IReadOnlyList<ShownLint> linted)
    {
        var name = MessageText.OneLine(file);
        var gone = linted.Sum(each => each.Baselined?.Gone ?? 0);
        if (gone > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: {gone} {(gone == 1 ? "finding is" : "findings are")} there no more; --write-baseline writes what is"
            );
        }

        foreach (var each in linted.Where(each => each.Baselined is { IsListed: false }))
        {
            yield return $"{name}: has nothing of {MessageText.OneLine(each.Result.Name)}, whose findings are all new";
        }
    }

    /// <summary>The line for a baseline that was written.</summary>
    public static string OnWritten(string file, int findings, int codings) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{MessageText.OneLine(file)}: {findings} {(findings == 1 ? "finding" : "findings")} of {codings} {(codings == 1 ? "coding" : "codings")}"
        );
}
