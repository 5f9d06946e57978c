using System.Globalization;
using RuleGen.Model;
using RuleGen.Workspaces.Building;

namespace RuleGen.Cli.Building;

/// <summary>Says of the files of a build what is not plain from their names: what was, or would be, done and why.</summary>
internal static class ChangeRemarks
{
    private const int MostNamed = 20;

    /// <summary>The remarks, a line each.</summary>
    public static IEnumerable<string> On(BuildResult result) =>
        result
            .Changes.Where(change => change.Kind == FileChangeKind.Stale)
            .Concat(result.Changes.Where(change => change.Kind == FileChangeKind.Written))
            .Select(change => Describe(change, result.IsCheck))
            .OfType<string>()
            .Concat(DescribeForeign(result.Foreign));

    private static string? Describe(FileChange change, bool isCheck)
    {
        var path = MessageText.OneLine(DisplayPath.Of(change.Path));
        return (change.Kind, change.Reason, isCheck) switch
        {
            (FileChangeKind.Stale, FileChangeReason.Link, true) =>
                $"{path} is a link, and would be removed; what it leads to would stay.",
            (FileChangeKind.Stale, FileChangeReason.Link, false) =>
                $"{path} was a link, and was removed; what it led to is untouched.",
            (FileChangeKind.Stale, FileChangeReason.EmptyFolder, true) =>
                $"{path} is an empty folder, and would be removed.",
            (FileChangeKind.Stale, FileChangeReason.EmptyFolder, false) =>
                $"{path} was an empty folder, and was removed.",
            (FileChangeKind.Stale, _, true) => $"{path} comes from no coding, and would be removed.",
            (FileChangeKind.Stale, _, false) => $"{path} came from no coding, and was removed.",
            (_, FileChangeReason.Link, true) =>
                $"{path} is a link; rulegen build would put a file in its place, and leave what it leads to as it is.",
            (_, FileChangeReason.Link, false) =>
                $"{path} was a link; a file is in its place, and what it led to is untouched.",
            (_, FileChangeReason.Special, true) =>
                $"{path} is a pipe, a socket or a device; rulegen build would put a file in its place.",
            (_, FileChangeReason.Special, false) => $"{path} was a pipe, a socket or a device; a file is in its place.",
            (_, FileChangeReason.EmptyFolder, true) =>
                $"{path} is an empty folder; rulegen build would put a file in its place.",
            (_, FileChangeReason.Executable, true) =>
                $"{path} is marked as a program; rulegen build would write it as a plain file.",
            (_, _, true) => $"{path} is not current; rulegen build would write it.",
            _ => null,
        };
    }

    private static IEnumerable<string> DescribeForeign(ValueList<string> paths)
    {
        var remarks = paths
            .Take(MostNamed)
            .Select(path =>
                $"{MessageText.OneLine(DisplayPath.Of(path))} is not RuleGen's, or not as it wrote it, and is left alone."
            );
        return paths.Count > MostNamed
            ? remarks.Append(
                $"… and {(paths.Count - MostNamed).ToString(CultureInfo.InvariantCulture)} more files that are not RuleGen's"
            )
            : remarks;
    }
}
