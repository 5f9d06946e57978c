using RuleGen.Model;

namespace RuleGen.Clr;

/// <summary>The class of the runtime that compares characters the way a collation does.</summary>
/// <param name="Name">What generated code calls it.</param>
/// <param name="Class">The class that holds it, and its file.</param>
internal sealed record RuntimeCollation(string Name, string Class)
{
    private static readonly RuntimeCollation Windows = new("Windows", "WindowsCollation");
    private static readonly RuntimeCollation WindowsAscii = new("WindowsAscii", "AsciiCollation");
    private static readonly RuntimeCollation Legacy = new("Legacy", "AsciiCollation");
    private static readonly RuntimeCollation CaseSensitive = new("CaseSensitive", "AsciiCollation");
    private static readonly RuntimeCollation BinaryAscii = new("BinaryAscii", "BinaryCollation");
    private static readonly RuntimeCollation Binary = new("Binary", "BinaryCollation");

    /// <summary>Whether it knows characters that char and varchar cannot hold.</summary>
    public bool KnowsMoreThanCodePage1252 => this == Binary;

    /// <summary>Whether LIKE may look past characters under it (rule 1.41).</summary>
    public bool HasLookedPast => this != Binary && this != BinaryAscii;

    /// <summary>
    /// The rules of a comparison: under an SQL collation char and varchar have rules of their own (section 0).
    /// </summary>
    public static RuntimeCollation Of(Collation collation, bool isUnicode) =>
        collation.Name switch
        {
            "Latin1_General_CI_AS" => Windows,
            "SQL_Latin1_General_CP1_CI_AS" => isUnicode ? Windows : Legacy,
            "Latin1_General_100_CI_AS"
            or "Latin1_General_100_CI_AS_SC"
            or "Latin1_General_100_CI_AS_SC_UTF8"
            or "Latin1_General_100_CI_AS_KS_WS"
            or "Latin1_General_100_CI_AS_KS_WS_SC" => WindowsAscii,
            "Latin1_General_CS_AS" => CaseSensitive,
            "Latin1_General_100_BIN2_UTF8" => isUnicode ? Binary : BinaryAscii,
            "Latin1_General_BIN2" or "Latin1_General_100_BIN2" or "Latin1_General_BIN" => Binary,
            _ => throw new ArgumentOutOfRangeException(nameof(collation), collation, "It has no class."),
        };
}
