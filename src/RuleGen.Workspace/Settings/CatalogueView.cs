namespace RuleGen.Workspaces.Settings;

/// <summary>How a catalogue shows its codings.</summary>
public enum CatalogueView
{
    /// <summary>The first coding, in the catalogue's order, that a row has.</summary>
    First,

    /// <summary>A bit for each coding.</summary>
    Flags,

    /// <summary>A row for each row and coding that it has.</summary>
    Long,
}
