namespace RuleGen.TSql;

/// <summary>How a catalogue shows its codings: a view of each kind.</summary>
public enum CatalogueView
{
    /// <summary>A row for each row that the shared exclusions keep, with the label of the first coding that it has, or NULL.</summary>
    First,

    /// <summary>A row for each row that the shared exclusions keep, with a bit for each coding: 1 where the row has it.</summary>
    Flags,

    /// <summary>A row for each row and coding that it has, with the coding's id and label.</summary>
    Long,
}

/// <summary>Kinds of views in words.</summary>
public static class CatalogueViews
{
    /// <summary>The kind as names of objects and files have it: <c>first</c>, <c>flags</c>, <c>long</c>.</summary>
    public static string Word(this CatalogueView view) => view.ToString().ToLowerInvariant();
}
