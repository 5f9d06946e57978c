using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>What the reading of one coding shares among its parts.</summary>
internal sealed class ReadingContext(Findings findings, Source source, CommentMap comments, NameScope scope)
{
    private readonly HashSet<string> _qualifiers = new(SqlName.Comparer) { source.Alias };

    public Findings Findings => findings;

    public Source Source => source;

    public CommentMap Comments => comments;

    /// <summary>The names around the coding.</summary>
    public NameScope Scope => scope;

    /// <summary>The same reading, with findings that the caller may drop.</summary>
    public ReadingContext With(Findings apart) => new(apart, source, comments, scope);

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
