namespace RuleGen.Tests;

/// <summary>Finds the files of the checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The header of a CSV file with every column of the schema file.</summary>
    public static string CsvHeader { get; } =
        "APCS_Ident,Primary_Spell_Procedure,Primary_Spell_Diagnosis,Any_Spell_Diagnosis,Age_At_Start_of_Spell_SUS,"
        + "Der_Age_at_CDS_Activity_Date,Admission_Method,Administrative_Category\n";

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    private static string FindRoot()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "RuleGen.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No RuleGen.sln above.");
        }

        return folder;
    }
}
