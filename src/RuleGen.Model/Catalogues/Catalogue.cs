namespace RuleGen.Model;

/// <summary>
/// Codings in an order, over one source, that are deployed and read together. A row <em>has</em> a coding where the coding
/// keeps it and gives it a label.
/// </summary>
public sealed record Catalogue
{
    /// <summary>Codings in their order.</summary>
    /// <param name="id">The name of files and objects: letters, digits and underscores.</param>
    /// <param name="codings">The codings.</param>
    /// <exception cref="RuleGenException">
    /// RG0216: there is no coding, one stands twice, or one gives no label, so that no row has it.
    /// </exception>
    public Catalogue(string id, ValueList<PublishedCoding> codings)
    {
        if (codings.Count == 0)
        {
            throw Refuse($"The catalogue {id} has no coding", "Name one or more");
        }

        if (
            codings.GroupBy(coding => coding.Id, SqlName.Comparer).FirstOrDefault(group => group.Count() > 1) is
            { } twice
        )
        {
            throw Refuse($"The coding {twice.Key} stands twice in the catalogue {id}", "Name it once");
        }

        if (codings.FirstOrDefault(coding => coding.Coding.ResultType is null) is { } mute)
        {
            throw Refuse(
                $"The coding {mute.Id} gives no label, and a row of the catalogue {id} has a coding where that gives it one",
                "Write WHEN … THEN 'label', or leave it out of the catalogue"
            );
        }

        Id = id;
        Codings = codings;
    }

    /// <summary>The name of files and objects.</summary>
    public string Id { get; }

    /// <summary>The codings, in their order.</summary>
    public ValueList<PublishedCoding> Codings { get; }

    /// <summary>Checks that the codings give labels of one type, so that one column can hold them.</summary>
    /// <exception cref="RuleGenException">RG0216: they do not.</exception>
    public void RequireOneType()
    {
        var type = Codings[0].Coding.ResultType;
        if (Codings.FirstOrDefault(coding => coding.Coding.ResultType != type) is { } other)
        {
            throw Refuse(
                $"The coding {Codings[0].Id} gives {type?.Name()} and {other.Id} gives {other.Coding.ResultType?.Name()}: no column of the "
                    + $"catalogue {Id} holds both (rule 6.3)",
                "Give all labels one type, or ask for the view 'flags' alone"
            );
        }
    }

    private static RuleGenException Refuse(string message, string remedy) =>
        new(ErrorCodes.UnfitCatalogue, message, remedy);
}
