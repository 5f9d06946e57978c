using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Building;

/// <summary>How codings are built.</summary>
public sealed record BuildOptions
{
    /// <summary>The codings; those of <see cref="PublishedCodings"/> where nobody says others.</summary>
    public ValueList<PublishedCoding> Codings { get; init; } = PublishedCodings.All;

    /// <summary>
    /// Another folder to write, in which nothing is removed; null for the workspace's own, which is the build's.
    /// </summary>
    public string? Output { get; init; }

    /// <summary>The server whose scripts are written; those for all others are checked, too.</summary>
    public Target Target { get; init; } = Targets.All[0];

    /// <summary>How scripts write the codings.</summary>
    public CodingForm Form { get; init; } = CodingForm.Published;

    /// <summary>The schema of the objects.</summary>
    public string ObjectSchema { get; init; } = ScriptGenerator.DefaultObjectSchema;

    /// <summary>Whether nothing is to be written, and what would change is only to be found.</summary>
    public bool ChecksOnly { get; init; }

    /// <summary>Files that were read for it, such as the one of the source; none of them is replaced.</summary>
    public ValueList<string> Inputs { get; init; } = [];
}
