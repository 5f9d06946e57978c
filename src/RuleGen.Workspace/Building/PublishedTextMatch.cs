using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces.Building;

/// <summary>Compares a coding with a text of it.</summary>
/// <param name="Difference">Where they first part, token for token; null where they do not.</param>
/// <param name="Read">What the text says.</param>
internal sealed record PublishedTextMatch(TextDifference? Difference, Coding Read)
{
    /// <summary>Compares.</summary>
    /// <exception cref="RuleGenException">The text cannot be read.</exception>
    public static PublishedTextMatch Find(Coding coding, string text, string file, Source source)
    {
        try
        {
            var read = CodingReader.Read(text, source);
            var fragments =
                (coding.Arms.Count > 0 ? FragmentWriter.WriteCase(coding) : "")
                + (coding.Exclusions is null ? "" : FragmentWriter.WriteWhere(coding));
            var difference = PublishedTextComparison.FindFirst(PublishedText.ToSql(text, source), fragments);
            return new PublishedTextMatch(difference, read.Coding);
        }
        catch (RuleGenException exception)
        {
            throw exception.In(file);
        }
    }
}
