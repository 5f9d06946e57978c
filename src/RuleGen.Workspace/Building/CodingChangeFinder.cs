using RuleGen.Data.Files;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Differences;
using RuleGen.TSql;
using RuleGen.TSql.Read;
using RuleGen.Workspaces.Diffing;

namespace RuleGen.Workspaces.Building;

/// <summary>
/// Reads back generated files that are not what a coding makes, and compares them with it: those of an earlier build once,
/// since they all say the same, and each that was edited by hand.
/// </summary>
/// <param name="id">The coding's id.</param>
/// <param name="coding">The coding.</param>
/// <param name="source">The source.</param>
internal sealed class CodingChangeFinder(string id, Coding coding, Source source)
{
    /// <summary>What is compared, in this order; the fragments are read together.</summary>
    private static readonly string[][] Units =
    [
        [FileNames.View],
        [FileNames.Case, FileNames.From, FileNames.Where],
        [FileNames.Deploy],
        [FileNames.Function],
        [FileNames.ProjectView],
        [FileNames.ProjectFunction],
    ];

    private readonly CodingDiffer _differ = new(new CodingEvaluator());

    /// <summary>The changes; none where the files are as they must be, or are not there.</summary>
    /// <param name="files">The coding's files, and what has to happen to them.</param>
    /// <exception cref="RuleGenException">RG0501: a file cannot be read.</exception>
    public IEnumerable<CodingChange> Find(IReadOnlyCollection<FileChange> files)
    {
        // A file with another text is in a folder of ours, and no link leads to it.
        if (!files.Any(file => file.Reason == FileChangeReason.OtherText))
        {
            return [];
        }

        var home = Path.GetDirectoryName(files.First(file => Path.GetFileName(file.Path) == Manifest.FileName).Path)!;
        var manifest = Manifest.Find(home);
        var dbt = files.Select(file => NameOf(home, file.Path)).Where(FileNames.IsDbtModel);
        var changed = files
            .Where(file => file.Reason is FileChangeReason.OtherText)
            .Select(file => NameOf(home, file.Path))
            .ToHashSet(StringComparer.Ordinal);
        var units = Units
            .Concat(dbt.Select(name => new[] { name }))
            .Where(unit => unit.Any(changed.Contains))
            .Select(unit => FilesThere(home, manifest, unit))
            .OfType<List<string>>()
            .ToList();
        var edited = units.Where(unit => unit.Exists(name => IsEdited(home, manifest, name))).ToList();
        var byHand = edited.Select(unit =>
            Compare(home, unit, isByHand: true) with
            {
                Files = unit.Where(name => IsEdited(home, manifest, name))
                    .Select(name => PathOf(home, name))
                    .ToValueList(),
            }
        );
        return FindSince(home, units.Except(edited)) is { } since ? byHand.Prepend(since) : byHand;
    }

    /// <summary>The change since an earlier build, by the first of its files that can be compared; null where it has none.</summary>
    private CodingChange? FindSince(string home, IEnumerable<List<string>> units)
    {
        CodingChange? first = null;
        foreach (var change in units.Select(unit => Compare(home, unit, isByHand: false)))
        {
            if (change.Pair is not null)
            {
                return change;
            }

            first ??= change;
        }

        return first;
    }

    /// <summary>
    /// The files of a unit that are there; null where one is missing that an earlier build wrote, so that the others do not
    /// say all.
    /// </summary>
    private static List<string>? FilesThere(string home, Manifest? manifest, string[] unit)
    {
        var there = new List<string>();
        foreach (var name in unit)
        {
            if (FileStatus.Of(PathOf(home, name)) is { Kind: EntryKind.File })
            {
                there.Add(name);
            }
            else if (manifest?.Lists(name) == true)
            {
                return null;
            }
        }

        return there;
    }

    private static bool IsEdited(string home, Manifest? manifest, string name) =>
        manifest?.Lists(name) == true && !manifest.Holds(name, PathOf(home, name));

    private CodingChange Compare(string home, List<string> unit, bool isByHand)
    {
        var paths = unit.Select(name => PathOf(home, name)).ToValueList();
        try
        {
            var found = Read(unit, paths);
            return new CodingChange(id, paths, isByHand, Compare(found, paths, isByHand), []);
        }
        catch (RuleGenException exception)
        {
            return new CodingChange(id, paths, isByHand, Pair: null, exception.In(DisplayPath.Of(paths[0])).Problems);
        }
    }

    /// <summary>The pair that differs; where none does, the first.</summary>
    private ComparedPair Compare(ValueList<Coding> found, ValueList<string> paths, bool isByHand)
    {
        var name = DisplayPath.Of(paths[0]);
        var pairs = found
            .Distinct()
            .Select(each =>
            {
                var (old, @new) = isByHand ? (coding, each) : (each, coding);
                var difference = _differ.Compare(old, @new, Assumption.OfItems(old, @new));
                return isByHand
                    ? new ComparedPair(id, name, difference, null)
                    : new ComparedPair(name, id, difference, null);
            })
            .ToList();
        return pairs.Find(pair => pair.Difference is not DecidedDifference { Regions.Count: 0 }) ?? pairs[0];
    }

    /// <summary>What files say: of a script with a view and a function, both.</summary>
    private ValueList<Coding> Read(List<string> unit, ValueList<string> paths)
    {
        var texts = paths.Select(InputFile.ReadText).ToList();
        if (unit[0] is FileNames.Case or FileNames.From or FileNames.Where)
        {
            return [CodingReader.Read(Join(unit, texts), source).Coding];
        }

        if (unit[0] is not FileNames.Deploy)
        {
            return [CodingReader.Read(texts[0], source).Coding];
        }

        var found = ScriptReader.Read(texts[0], source).Select(each => each.Coding).ToValueList();
        return found.Count > 0
            ? found
            : throw new RuleGenException(ErrorCodes.NoCoding, "The script has no coding", "Let rulegen build write it");
    }

    /// <summary>The arms and the exclusions as one text; a coding may be written without WHERE.</summary>
    private string Join(List<string> unit, List<string> texts)
    {
        if (unit.Contains(FileNames.From))
        {
            return ReadBack.JoinFragments(
                TextOf(FileNames.Case),
                TextOf(FileNames.From),
                TextOf(FileNames.Where),
                coding,
                source
            );
        }

        if (unit.Count == 1)
        {
            return texts[0];
        }

        string? TextOf(string name) => unit.IndexOf(name) is >= 0 and var place ? texts[place] : null;

        var first = texts[1]
            .Split('\n')
            .Select(line => line.Trim())
            .FirstOrDefault(line => line.Length > 0 && !line.StartsWith("--", StringComparison.Ordinal));
        var hasWhere = first?.StartsWith("WHERE", StringComparison.OrdinalIgnoreCase) == true;
        return $"{texts[0]}\n{(hasWhere ? "" : "WHERE ")}{texts[1]}";
    }

    private static string PathOf(string home, string name) => Path.Combine([home, .. name.Split('/')]);

    private static string NameOf(string home, string path) =>
        Path.GetRelativePath(home, path).Replace(Path.DirectorySeparatorChar, '/');
}
