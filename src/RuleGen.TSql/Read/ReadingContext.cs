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

    /// <summary>What a subquery calls the items that its conditions are about; null outside of one.</summary>
    public ItemScope? Items { get; private init; }

    /// <summary>The same reading, within a subquery over items.</summary>
    public ReadingContext Within(ItemScope items) => new(findings, source, comments, scope) { Items = items };

    /// <summary>The same reading, with findings that the caller may drop.</summary>
    public ReadingContext With(Findings apart) => new(apart, source, comments, scope) { Items = Items };

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
