using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.TSql;

/// <summary>
/// Reads generated files back: every view, function and fragment must be the coding that it was written from.
/// </summary>
public static class ScriptReadBack
{
    /// <summary>Checks the files of a coding.</summary>
    /// <param name="files">What <see cref="ScriptGenerator.Generate"/> gave.</param>
    /// <param name="coding">The coding, over the columns of the source.</param>
    /// <param name="source">The source.</param>
    /// <exception cref="RuleGenException">RG0401: a file is read as something else, or cannot be read.</exception>
    public static void Check(ValueList<GeneratedFile> files, Coding coding, Source source)
    {
        var fragments = files.Where(file => file.Name is FileNames.Case or FileNames.Where).ToList();
        Check(
            string.Join(" and ", fragments.Select(file => file.Name)),
            () => [CodingReader.Read(string.Concat(fragments.Select(file => file.Text)), source).Coding],
            coding,
            objects: 1
        );
        foreach (var file in files)
        {
            if (CountObjects(file.Name) is { } objects)
            {
                Check(file.Name, () => ReadScript(file.Text, source), coding, objects);
            }
        }
    }

    private static int? CountObjects(string name) =>
        name switch
        {
            FileNames.View or FileNames.Function => 1,
            FileNames.Deploy => 2,
            _ => null,
        };

    private static ValueList<Coding> ReadScript(string text, Source source) =>
        ScriptReader.Read(text, source).Select(found => found.Coding).ToValueList();

    private static void Check(string name, Func<ValueList<Coding>> read, Coding coding, int objects)
    {
        ValueList<Coding> found;
        try
        {
            found = read();
        }
        catch (RuleGenException exception)
        {
            throw Broken(name, $"it cannot be read back: {exception.Problems[0]}");
        }

        if (found.Count != objects || found.Any(each => each != coding))
        {
            throw Broken(name, "what is read back is not the coding");
        }
    }

    private static RuleGenException Broken(string name, string why) =>
        new(
            new Problem(
                ErrorCodes.InvalidScript,
                $"A generated script does not hold: {why}",
                "This is a defect of RuleGen: nothing was written, please report it with the coding"
            )
            {
                File = name,
            }
        );
}
