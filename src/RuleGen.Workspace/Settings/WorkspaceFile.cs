using RuleGen.Model;

namespace RuleGen.Workspaces.Settings;

/// <summary>The file that makes a folder a workspace, and says what is where in it.</summary>
/// <param name="Settings">What it says of the settings; paths start from its folder.</param>
/// <param name="Catalogues">The catalogues, in its order.</param>
public sealed record WorkspaceFile(SettingsLayer Settings, ValueList<DeclaredCatalogue> Catalogues)
{
    /// <summary>What it is called.</summary>
    public const string FileName = "rulegen.json";

    /// <summary>Reads a file.</summary>
    /// <exception cref="RuleGenException">
    /// RG0501, RG0304: it cannot be read, or is not UTF-8. RG0211: it is not JSON. All that else is wrong, each with its
    /// position: RG0212: a member is unknown, given twice, missing or of another kind. RG0009, RG0214: a name.
    /// </exception>
    public static WorkspaceFile Read(string path)
    {
        var text = InputFile.ReadText(path);
        var shown = DisplayPath.Of(path);
        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            return new WorkspaceFileReader(folder, shown).Read(PlacedJson.Parse(text, ErrorCodes.WorkspaceNotJson));
        }
        catch (RuleGenException exception)
        {
            throw exception.In(shown);
        }
    }
}
