using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Building;

/// <summary>The files of a coding for one kind of server.</summary>
internal sealed record TargetFiles(Target Target, ValueList<GeneratedFile> Files);
