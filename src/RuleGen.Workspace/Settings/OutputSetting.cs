using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Workspaces.Building;

namespace RuleGen.Workspaces.Settings;

/// <summary>The folder that the settings of a workspace have a build write.</summary>
internal static class OutputSetting
{
    /// <summary>
    /// The folder. Within the workspace it is the build's own, so that what nothing produces any more is removed; elsewhere
    /// nothing is.
    /// </summary>
    /// <exception cref="RuleGenException">RG0503: the workspace, its texts or its source are in it.</exception>
    public static GeneratedFolder Open(WorkspaceFolder folder)
    {
        var settings = folder.Settings;
        var output = OutputFile.FullPath(settings.Output.Value);
        string[] inputs = [folder.Root, settings.Codings.Value, settings.Source.Value];
        return inputs.FirstOrDefault(input => IsWithin(input, output)) is not { } within
            ? new GeneratedFolder(output, isOwned: IsWithin(output, folder.Root))
            : throw new RuleGenException(
                ErrorCodes.OutputIsInput,
                $"The output folder '{DisplayPath.Of(output)}' ({settings.Output.Place}) has '{DisplayPath.Of(within)}' in it, "
                    + "and a build removes what it does not know",
                "Name a folder of its own"
            );
    }

    private static bool IsWithin(string path, string folder)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative == "."
            || (
                relative != ".."
                && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && !Path.IsPathRooted(relative)
            );
    }
}
