using System.Text;

namespace RuleGen.Tests.Cli;

/// <summary>Each kind of broken input: place and remedy, the documented exit code, old files whole.</summary>
public sealed class BrokenInputTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    [Platform("Linux")]
    public void A_current_folder_that_is_gone()
    {
        var gone = _folder["gone"];

        var result = RuleGenProcess.RunInShell("sample --rows 1", $"mkdir '{gone}' && cd '{gone}' && rmdir '{gone}'");

        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(result.Error, Does.StartWith("RG0504: The file system fails: "));
        Assert.That(result.Output, Is.Empty);
    }

    [Test]
    public void Malformed_csv() =>
        Check(
            Evaluate(Repository.CsvHeader + "1,\"V382,M545,M545,40,,11,01\n"),
            3,
            "{0}:2:3: RG0301: Line 2: A quote is not closed. Close it, or double the quotes within the field."
        );

    [Test]
    public void A_missing_column() =>
        Check(
            Evaluate(Repository.CsvHeader.Replace("Admission_Method", "Admision_Method", StringComparison.Ordinal)),
            3,
            "{0}:1:1: RG0302: Column 'Admission_Method' is missing from the header. Did you mean 'Admision_Method'? "
                + "Call it 'Admission_Method' in the header."
        );

    [Test]
    public void An_age_that_is_no_number() =>
        Check(
            Evaluate(Repository.CsvHeader + "1,V382,M545,M545,forty,,11,01\n"),
            3,
            "{0}:2:18: RG0303: Column 'Age_At_Start_of_Spell_SUS' holds 'forty', which is no whole number. "
                + "Give digits only, with a sign where it is negative."
        );

    [Test]
    public void A_csv_file_in_windows_1252() =>
        Check(
            Evaluate([.. Encoding.ASCII.GetBytes(Repository.CsvHeader + "1,"), 0xE9]),
            3,
            $"{{0}}:2:3: RG0304: Line 2 is not UTF-8: byte 0xE9 at offset {Repository.CsvHeader.Length + 2}. "
                + "Convert it to UTF-8, "
                + "for instance with iconv -f WINDOWS-1252 -t UTF-8, or save it from Excel as 'CSV UTF-8'."
        );

    [Test]
    public void A_csv_file_in_utf_16() =>
        Check(
            Evaluate([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Repository.CsvHeader)]),
            3,
            "{0}:1:1: RG0304: The text is UTF-16, not UTF-8. Convert it to UTF-8, for instance with "
                + "iconv -f UTF-16 -t UTF-8, or save it from Excel as 'CSV UTF-8'."
        );

    [Test]
    public void A_file_that_is_not_there()
    {
        var path = _folder["none.csv"];

        Check(
            RuleGenProcess.Run("evaluate", "2Y_back_pain_fusion", "--input", path, "--output", OldResults()),
            5,
            $"{path}: RG0501: '{path}' cannot be read: It does not exist. Check the path and your permissions."
        );
    }

    [Test]
    public void A_folder_in_place_of_a_file() =>
        Check(
            RuleGenProcess.Run("evaluate", "2Y_back_pain_fusion", "--input", _folder.Path, "--output", OldResults()),
            5,
            $"{_folder.Path}: RG0501: '{_folder.Path}' cannot be read: It is a folder. "
                + "Check the path and your permissions."
        );

    [Test]
    public void An_output_below_a_file()
    {
        var path = Path.Combine(OldResults(), "results.csv");

        Check(
            RuleGenProcess.Run("sample", "--rows", "1", "--output", path),
            5,
            $"{path}: RG0502: '{path}' cannot be written: There is no folder '{OldResults()}'. "
                + "Check the path, your permissions and the space that is left."
        );
    }

    [Test]
    public void A_schema_with_an_unknown_type()
    {
        var schema = Repository.Read("sql", "schema", "apcs.json");
        var path = _folder.Write(
            "schema.json",
            schema.Replace("varchar(4000)", "text(4000)", StringComparison.Ordinal)
        );

        var result = RuleGenProcess.Run("sample", "--rows", "1", "--schema", path, "--output", OldResults());

        Check(result, 3, null);
        Assert.That(
            result.Error,
            Does.StartWith($"{path}:27:15: RG0203: Type 'text(4000)' is not known. Use tinyint,")
        );
    }

    private string OldResults() =>
        File.Exists(_folder["results.csv"]) ? _folder["results.csv"] : _folder.Write("results.csv", "old results\n");

    private ProcessResult Evaluate(string csv) => Evaluate(Encoding.UTF8.GetBytes(csv));

    private ProcessResult Evaluate(byte[] csv)
    {
        File.WriteAllBytes(_folder["spells.csv"], csv);
        return RuleGenProcess.Run(
            "evaluate",
            "2Y_back_pain_fusion",
            "--input",
            _folder["spells.csv"],
            "--output",
            OldResults()
        );
    }

    private void Check(ProcessResult result, int exitCode, string? error)
    {
        Assert.That(result.ExitCode, Is.EqualTo(exitCode), result.Error);
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Not.Contain("   at ").And.Not.Contain("Exception"));
        Assert.That(File.ReadAllText(OldResults()), Is.EqualTo("old results\n"));
        Assert.That(_folder.Names, Has.None.EndsWith(".tmp"));
        if (error is not null)
        {
            Assert.That(
                result.Error,
                Is.EqualTo(error.Replace("{0}", _folder["spells.csv"], StringComparison.Ordinal) + "\n")
            );
        }
    }
}
