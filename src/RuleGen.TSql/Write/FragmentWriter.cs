using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Writes the parts of a coding as they are published, in RuleGen's layout: token for token the published text; white
/// space, the marks of comments and the letter case of keywords aside. Names are written as the published text writes
/// them, and its comments stay where they were.
/// </summary>
/// <remarks>Fragments are for reading and pasting: literals are written as they are, whatever they hold.</remarks>
public static class FragmentWriter
{
    /// <summary>
    /// The arms: <c>WHEN … THEN …</c>, within <c>CASE</c> and <c>END</c> where the published text has them.
    /// </summary>
    /// <exception cref="ArgumentException">The coding has no arm.</exception>
    public static string WriteCase(Coding coding)
    {
        if (coding.Arms.Count == 0)
        {
            throw new ArgumentException("The coding has no arm to write.", nameof(coding));
        }

        return WriteCase(coding, Writer());
    }

    /// <summary>The exclusions, after <c>WHERE</c> where the published text has it.</summary>
    /// <exception cref="ArgumentException">The coding has no exclusions.</exception>
    public static string WriteWhere(Coding coding)
    {
        if (coding.Exclusions is null)
        {
            throw new ArgumentException("The coding has no exclusions to write.", nameof(coding));
        }

        return WriteWhere(coding, Writer());
    }

    /// <summary>A condition by itself.</summary>
    public static string WritePredicate(Predicate predicate) => Writer().Write(predicate).ToText();

    /// <summary>The arms, as a writer writes them.</summary>
    internal static string WriteCase(Coding coding, CodingWriter writer) =>
        (coding.IsWrittenWithCase ? writer.WriteCase(coding) : writer.WriteArms(coding)).ToText();

    /// <summary>The exclusions, as a writer writes them.</summary>
    internal static string WriteWhere(Coding coding, CodingWriter writer) =>
        (coding.IsWrittenWithWhere ? writer.WriteWhere(coding) : writer.WriteExclusions(coding)).ToText();

    private static CodingWriter Writer() =>
        new(new ScalarWriter(Name), CommentStyle.Published, PublishedSubqueries.Instance);

    private static string Name(ColumnReference column) => column.Written ?? SqlText.Name(column.Column.Name);
}
