using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Building;

/// <summary>How codings are built.</summary>
public sealed record BuildOptions
{
    /// <summary>
    /// The codings, each with an id of its own, whose files alone are written; null for every coding of the workspace, so
    /// that files of others are removed.
    /// </summary>
    public ValueList<WorkspaceCoding>? Codings { get; init; }

    /// <summary>
    /// The ids of the catalogues that are built where codings are named, whose codings are among those; else all are. A
    /// name that is no catalogue's says nothing.
    /// </summary>
    public ValueList<string> Catalogues { get; init; } = [];

    /// <summary>
    /// Another folder to write, in which nothing is removed; null for the workspace's own, which is the build's.
    /// </summary>
    public string? Output { get; init; }

    /// <summary>The server whose scripts are written; null for the first of the workspace's, of which all are checked.</summary>
    public Target? Target { get; init; }

    /// <summary>How scripts write the codings.</summary>
    public CodingForm Form { get; init; } = CodingForm.Published;

    /// <summary>How objects are called; null for the workspace's names.</summary>
    public ObjectNaming? Naming { get; init; }

    /// <summary>Whether nothing is to be written, and what would change is only to be found.</summary>
    public bool ChecksOnly { get; init; }

    /// <summary>Is told what is done: how many of how many codings and catalogues, and which was the last; null for nobody.</summary>
    public Action<int, int, string>? Progress { get; init; }

    /// <summary>Files that were read for it, such as the one of the source; none of them is replaced.</summary>
    public ValueList<string> Inputs { get; init; } = [];
}
