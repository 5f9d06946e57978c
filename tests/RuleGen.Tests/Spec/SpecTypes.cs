using RuleGen.Model;

namespace RuleGen.Tests.Spec;

/// <summary>The types and collations under which a rule is stated.</summary>
internal static class SpecTypes
{
    /// <summary>Of the collations that have the same rules, one.</summary>
    private static readonly Collation[] Collations =
    [
        .. Collation.All.DistinctBy(collation => (collation.Rules(isUnicode: false), collation.Rules(isUnicode: true))),
    ];

    private const int Length = 20;

    /// <summary>ASCII mode: varchar under every profile.</summary>
    public static CharacterType[] VarChar { get; } =
        Collations.Select(collation => CharacterType.VarChar(Length, collation)).ToArray();

    /// <summary>Unicode mode: nvarchar under every profile.</summary>
    public static CharacterType[] NVarChar { get; } =
        Collations.Select(collation => CharacterType.NVarChar(Length, collation)).ToArray();

    public static CharacterType[] All { get; } = [.. VarChar, .. NVarChar];

    /// <summary>Windows rules: every type of a Windows collation, nvarchar of the SQL collation.</summary>
    public static CharacterType[] Windows { get; } =
    [
        CharacterType.VarChar(Length, Collation.Latin1GeneralCiAs),
        CharacterType.NVarChar(Length, Collation.Latin1GeneralCiAs),
        CharacterType.NVarChar(Length, Collation.SqlLatin1GeneralCp1CiAs),
    ];

    /// <summary>The legacy rules of varchar under the SQL collation.</summary>
    public static CharacterType[] Legacy { get; } = [CharacterType.VarChar(Length, Collation.SqlLatin1GeneralCp1CiAs)];

    public static CharacterType[] CaseInsensitive { get; } = [.. Windows, .. Legacy];

    public static CharacterType[] Binary { get; } =
    [
        CharacterType.VarChar(Length, Collation.Latin1GeneralBin2),
        CharacterType.NVarChar(Length, Collation.Latin1GeneralBin2),
    ];

    /// <summary>Where whole values can be put in order.</summary>
    public static CharacterType[] Ordered { get; } = [.. Windows, .. Binary];

    /// <summary>One type, for rules about numbers and logic.</summary>
    public static CharacterType[] Default { get; } = [CharacterType.VarChar(Length, Collation.Latin1GeneralCiAs)];

    public static CharacterType[] Char(int length) =>
        Collations.Select(collation => CharacterType.Char(length, collation)).ToArray();

    public static CharacterType[] NChar(int length) =>
        Collations.Select(collation => CharacterType.NChar(length, collation)).ToArray();

    /// <summary>The same types with another length.</summary>
    public static CharacterType[] Of(this CharacterType[] types, int length) =>
        types.Select(type => type.WithLength(length)).ToArray();
}
