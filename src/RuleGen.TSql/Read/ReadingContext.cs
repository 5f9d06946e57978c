using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>What the reading of one coding shares among its parts.</summary>
internal sealed class ReadingContext(
    Findings findings,
    Source source,
    CommentMap comments,
    IReadOnlySet<string>? parameters
)
{
    private readonly HashSet<string> _qualifiers = new(SqlName.Comparer) { source.Alias };

    public Findings Findings => findings;

    public Source Source => source;

    public CommentMap Comments => comments;

    /// <summary>
    /// The parameters, with their <c>@</c>, of the function that holds the coding; null outside of functions.
    /// </summary>
    public IReadOnlySet<string>? Parameters => parameters;

    /// <summary>The same reading, with findings that the caller may drop.</summary>
    public ReadingContext With(Findings apart) => new(apart, source, comments, parameters);

    /// <summary>Notes a qualifier that is not the source's alias, where it comes first.</summary>
    public void NoteQualifier(string qualifier, Token token)
    {
        if (_qualifiers.Add(qualifier))
        {
            findings.Note(
                token.Start,
                $"Qualifier '{qualifier}', here and after, is read as the source's alias '{source.Alias}'"
            );
        }
    }
}
