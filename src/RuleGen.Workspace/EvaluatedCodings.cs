using RuleGen.Data.Evaluation;
using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Workspaces;

/// <summary>Finds the codings that a command line asks to evaluate together.</summary>
internal static class EvaluatedCodings
{
    /// <summary>The codings, over a source's columns; notes on the reading go to the standard error.</summary>
    /// <param name="names">Ids and files.</param>
    /// <param name="isAll">Whether every coding with an id is asked for.</param>
    /// <param name="source">The source.</param>
    /// <param name="error">Takes the notes.</param>
    /// <exception cref="RuleGenException">
    /// RG0601: two would have one name. Or one cannot be read.
    /// </exception>
    public static ValueList<NamedCoding> Read(string[] names, bool isAll, Source source, TextWriter error)
    {
        var codings = isAll
            ? PublishedCodings.All.Select(each => new NamedCoding(each.Id, CodingArgument.Bind(each, source)))
            : names.Select(name => new NamedCoding(NameOf(name), CodingArgument.Read(name, source, error)));
        var found = codings.ToValueList();
        var second = found.GroupBy(coding => coding.Name, SqlName.Comparer).FirstOrDefault(group => group.Count() > 1);
        return second is null
            ? found
            : throw new RuleGenException(
                ErrorCodes.Usage,
                $"Two codings would be called '{second.Key}'",
                "Name each once, or rename a file"
            );
    }

    /// <summary>What the columns of a coding's results are called after.</summary>
    private static string NameOf(string name) =>
        PublishedCodings.Find(name)?.Id ?? Path.GetFileNameWithoutExtension(name);
}
