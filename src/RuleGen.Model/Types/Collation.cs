namespace RuleGen.Model;

/// <summary>A collation that RuleGen models, with its profile of the characters whose meaning is published.</summary>
/// <remarks>Equal when the names are.</remarks>
public sealed record Collation
{
    private readonly CharacterRules _nonUnicode;
    private readonly CharacterRules _unicode;

    private Collation(string name, CharacterRules nonUnicode, CharacterRules unicode, bool isBinary, string rules)
    {
        Name = name;
        RestsOn = rules;
        IsBinary = isBinary;
        _nonUnicode = nonUnicode;
        _unicode = unicode;
    }

    /// <summary>Windows rules, case-insensitive, accent-sensitive: the collation of the national tables.</summary>
    public static Collation Latin1GeneralCiAs { get; } =
        new(
            "Latin1_General_CI_AS",
            LatinCharacterRules.Windows,
            LatinCharacterRules.Windows,
            isBinary: false,
            "rules 0.10 and 1.31 to 1.35"
        );

    /// <summary>The default of servers installed in US English: legacy rules for varchar, Windows rules for nvarchar.</summary>
    public static Collation SqlLatin1GeneralCp1CiAs { get; } =
        new(
            "SQL_Latin1_General_CP1_CI_AS",
            LatinCharacterRules.Legacy,
            LatinCharacterRules.Windows,
            isBinary: false,
            "rules 0.10, 1.31 to 1.36 and 1.43"
        );

    /// <summary>Code points, case-sensitive.</summary>
    public static Collation Latin1GeneralBin2 { get; } =
        new(
            "Latin1_General_BIN2",
            new BinaryCharacterRules(isUnicode: false, ordersValues: true),
            new BinaryCharacterRules(isUnicode: true, ordersValues: true),
            isBinary: true,
            "rules 1.31, 1.37 and 1.49 to 1.51"
        );

    /// <summary>
    /// The Windows collations of version 100, case-insensitive and accent-sensitive, also where they tell kana or width
    /// apart, know supplementary characters or keep UTF-8: for printable ASCII, of which rule 10 of section 0 is taken to hold for every
    /// version. Which other characters sort among the digits is published of version 80 alone.
    /// </summary>
    public static ValueList<Collation> Version100 { get; } =
        new[]
        {
            "Latin1_General_100_CI_AS",
            "Latin1_General_100_CI_AS_SC",
            "Latin1_General_100_CI_AS_SC_UTF8",
            "Latin1_General_100_CI_AS_KS_WS",
            "Latin1_General_100_CI_AS_KS_WS_SC",
        }
            .Select(name => new Collation(
                name,
                LatinCharacterRules.WindowsAscii,
                LatinCharacterRules.WindowsAscii,
                isBinary: false,
                "rule 0.10, taken to hold for version 100"
            ))
            .ToValueList();

    /// <summary>Windows rules that tell letter cases apart, for printable ASCII, without the order of whole values.</summary>
    public static Collation Latin1GeneralCsAs { get; } =
        new(
            "Latin1_General_CS_AS",
            LatinCharacterRules.WindowsCaseSensitive,
            LatinCharacterRules.WindowsCaseSensitive,
            isBinary: false,
            "rules 0.10, 1.32 and 1.40"
        );

    /// <summary>Code points, version 100.</summary>
    public static Collation Latin1General100Bin2 { get; } =
        new(
            "Latin1_General_100_BIN2",
            Latin1GeneralBin2.Rules(false),
            Latin1GeneralBin2.Rules(true),
            isBinary: true,
            "rules 1.31, 1.37 and 1.49 to 1.51"
        );

    /// <summary>Code points, UTF-8 in char and varchar, of which ASCII is modelled: the default of Fabric Warehouse.</summary>
    public static Collation Latin1General100Bin2Utf8 { get; } =
        new(
            "Latin1_General_100_BIN2_UTF8",
            new BinaryCharacterRules(isUnicode: false, ordersValues: true, isAscii: true),
            Latin1GeneralBin2.Rules(true),
            isBinary: true,
            "rules 1.31, 1.37 and 1.49 to 1.51"
        );

    /// <summary>
    /// The older binary collation, case-sensitive: characters equal only themselves. The order of whole values is not
    /// modelled: of nvarchar it is that of code points for the first character alone.
    /// </summary>
    public static Collation Latin1GeneralBin { get; } =
        new(
            "Latin1_General_BIN",
            new BinaryCharacterRules(isUnicode: false, ordersValues: false),
            new BinaryCharacterRules(isUnicode: true, ordersValues: false),
            isBinary: true,
            "rules 1.31, 1.37 and 1.49 to 1.51"
        );

    /// <summary>All that are modelled; the first is the default.</summary>
    public static ValueList<Collation> All { get; } =
    [
        Latin1GeneralCiAs,
        SqlLatin1GeneralCp1CiAs,
        Latin1GeneralBin2,
        .. Version100,
        Latin1GeneralBin,
        Latin1GeneralCsAs,
        Latin1General100Bin2,
        Latin1General100Bin2Utf8,
    ];

    /// <summary>The name in SQL Server.</summary>
    public string Name { get; }

    /// <summary>
    /// The rules of <c>src/semantics.md</c> on which the profile rests, in words: <c>rules 0.10 and 1.32 to 1.35</c>.
    /// </summary>
    public string RestsOn { get; }

    /// <summary>Whether code points decide (<c>_BIN2</c>, <c>_BIN</c>).</summary>
    public bool IsBinary { get; }

    /// <summary>Whether it tells capital and small letters apart.</summary>
    public bool TellsCase => !_unicode.AreEqual('a', 'A');

    /// <summary>The collation of this name; letter case does not matter, as in SQL Server.</summary>
    /// <exception cref="RuleGenException">RG0006: no profile has this name.</exception>
    public static Collation Named(string name) =>
        All.FirstOrDefault(collation => string.Equals(collation.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new RuleGenException(
            ErrorCodes.UnknownCollation,
            $"Collation '{name}' is not modelled",
            $"Use one of {string.Join(", ", All.Select(collation => collation.Name))}"
        );

    /// <summary>
    /// The rules for a comparison; Unicode where any operand is nchar, nvarchar or an <c>N'…'</c> literal (rule 6.2).
    /// </summary>
    public CharacterRules Rules(bool isUnicode) => isUnicode ? _unicode : _nonUnicode;

    /// <inheritdoc/>
    public bool Equals(Collation? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
