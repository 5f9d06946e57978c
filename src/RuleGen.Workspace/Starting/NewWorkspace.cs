using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.Workspaces.Settings;

namespace RuleGen.Workspaces.Starting;

/// <summary>A workspace to begin with: what it holds builds as it is, and is there to be changed.</summary>
public static class NewWorkspace
{
    private const string SchemaFolder = ".rulegen";

    private const string WorkspaceText = $$"""
        {
          "$schema": "{{SchemaFolder}}/rulegen.schema.json",
          "codings": "codings",
          "source": "source.json",
          "output": "generated",
          "schemaName": "ebi"
        }

        """;

    private const string SourceText = $$"""
        {
          "$schema": "{{SchemaFolder}}/source.schema.json",
          "from": { "schema": "dbo", "table": "Spells", "alias": "s" },
          "collation": "Latin1_General_CI_AS",
          "key": ["Spell_ID"],
          "carry": ["Provider_Code"],
          "columns": [
            { "name": "Spell_ID", "type": "bigint", "nullable": false },
            { "name": "Provider_Code", "type": "varchar(5)", "nullable": true },
            { "name": "Primary_Procedure", "type": "varchar(4)", "nullable": true },
            { "name": "Primary_Diagnosis", "type": "varchar(6)", "nullable": true },
            { "name": "Age_At_Admission", "type": "int", "nullable": true, "minimum": 0, "maximum": 130 },
            { "name": "Admission_Method", "type": "varchar(2)", "nullable": true }
          ]
        }

        """;

    private const string CodingText = """
        -- title: Washout of an arthritic knee
        -- publication: An example of RuleGen, and no guidance
        -- edition: First
        -- address: https://example.org/knee-washout
        -- note: Codes and age are there to show how a coding is written.

        WHEN
            -- cites: Washing out an arthritic knee does not help for long.
            Primary_Procedure LIKE 'W85[23]%'
            -- cites: Washing out an arthritic knee does not help for long.
            AND Primary_Diagnosis LIKE 'M17%'
            -- cites: This is about adults.
            -- note: A spell without an age is not counted: the comparison is UNKNOWN.
            AND Age_At_Admission >= 18
        THEN 'knee_washout'

        WHERE
            -- not in guidance
            -- note: Emergencies are left out, and so is a spell without an admission method.
            Admission_Method NOT LIKE '2%'

        """;

    private const string ReadmeText = """
        # Codings

        `codings/knee_washout.sql` is an example: a coding has the name of its file. `source.json` says what your table is called.

            rulegen build                     scripts for your server, in generated/
            rulegen lint knee_washout         what its author may not have meant
            rulegen prove knee_washout NEW    does a new text give every row the same result?
            rulegen config                    every setting, and where it is from

        Change `source.json` first, and then put texts of your own into `codings`.

        """;

    /// <summary>The files, by their paths from the folder of the workspace, with slashes.</summary>
    public static ValueList<GeneratedFile> Files =>
        [
            new(WorkspaceFile.FileName, WorkspaceText),
            new("README.md", ReadmeText),
            new("codings/knee_washout.sql", CodingText),
            new("source.json", SourceText),
            new($"{SchemaFolder}/coding.schema.json", JsonSchemas.Coding),
            new($"{SchemaFolder}/rulegen.schema.json", JsonSchemas.Workspace),
            new($"{SchemaFolder}/source.schema.json", JsonSchemas.Source),
        ];

    /// <summary>Makes a folder a workspace; nothing in it is replaced.</summary>
    /// <param name="folder">The folder, which is made where there is none.</param>
    /// <returns>The full paths of the files that were written.</returns>
    /// <exception cref="RuleGenException">RG0502: one of the files is there already, or cannot be written.</exception>
    public static ValueList<string> Create(string folder)
    {
        var root = OutputFile.FullPath(folder);
        var files = Files.Select(file => (Path: Path.GetFullPath(Path.Combine(root, file.Name)), file.Text)).ToList();
        if (files.Find(file => Path.Exists(file.Path)).Path is { } there)
        {
            throw OutputFile.Unwritable(DisplayPath.Of(there), "It is there already");
        }

        foreach (var (path, text) in files)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            }
            catch (Exception exception) when (InputFile.IsFileFailure(exception))
            {
                throw OutputFile.Unwritable(DisplayPath.Of(path), exception.Message.TrimEnd('.'));
            }

            OutputFile.Replace(path, text);
        }

        return files.Select(file => file.Path).ToValueList();
    }
}
