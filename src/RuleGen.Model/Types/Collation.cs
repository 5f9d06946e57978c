namespace RuleGen.Model;

/// <summary>A collation that RuleGen models, with its profile of the characters whose meaning is published.</summary>
/// <remarks>Equal when the names are.</remarks>
public sealed record Collation
{
    private readonly CharacterRules _nonUnicode;
    private readonly CharacterRules _unicode;

    private Collation(string name, CharacterRules nonUnicode, CharacterRules unicode, bool isBinary)
    {
        Name = name;
        IsBinary = isBinary;
        _nonUnicode = nonUnicode;
        _unicode = unicode;
    }

    /// <summary>Windows rules, case-insensitive, accent-sensitive: the collation of the national tables.</summary>
    public static Collation Latin1GeneralCiAs { get; } =
        new(
            "Latin1_General_CI_AS",
            CaseInsensitiveCharacterRules.Windows,
            CaseInsensitiveCharacterRules.Windows,
            isBinary: false
        );

    /// <summary>The default of servers installed in US English: legacy rules for varchar, Windows rules for nvarchar.</summary>
    public static Collation SqlLatin1GeneralCp1CiAs { get; } =
        new(
            "SQL_Latin1_General_CP1_CI_AS",
            CaseInsensitiveCharacterRules.Legacy,
            CaseInsensitiveCharacterRules.Windows,
            isBinary: false
        );

    /// <summary>Code points, case-sensitive.</summary>
    public static Collation Latin1GeneralBin2 { get; } =
        new(
            "Latin1_General_BIN2",
            new BinaryCharacterRules(isUnicode: false),
            new BinaryCharacterRules(isUnicode: true),
            isBinary: true
        );

    /// <summary>All that are modelled; the first is the default.</summary>
    public static ValueList<Collation> All { get; } = [Latin1GeneralCiAs, SqlLatin1GeneralCp1CiAs, Latin1GeneralBin2];

    /// <summary>The name in SQL Server.</summary>
    public string Name { get; }

    /// <summary>Whether code points decide (<c>_BIN2</c>).</summary>
    public bool IsBinary { get; }

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
