using System.Globalization;

namespace RuleGen.Model;

/// <summary>char, varchar, nchar or nvarchar, with length and collation.</summary>
public sealed record CharacterType : SqlType
{
    private CharacterType(bool isUnicode, bool isFixedLength, int? length, Collation? collation)
    {
        IsUnicode = isUnicode;
        IsFixedLength = isFixedLength;
        Length = length;
        Collation = collation;
    }

    /// <summary>nchar or nvarchar.</summary>
    public bool IsUnicode { get; }

    /// <summary>char or nchar: values carry blanks up to the length (rule 1.26).</summary>
    public bool IsFixedLength { get; }

    /// <summary>The most characters that a value has; null is <c>(max)</c>.</summary>
    /// <remarks>The modelled collations use code page 1252, where one byte is one character (rule 6.5).</remarks>
    public int? Length { get; }

    /// <summary>The collation; null for what takes the other operand's: a literal (rule 6.6).</summary>
    public Collation? Collation { get; }

    /// <summary><c>char(n)</c>.</summary>
    public static CharacterType Char(int length, Collation? collation) => Create(false, true, length, collation);

    /// <summary><c>varchar(n)</c>; null is <c>varchar(max)</c>.</summary>
    public static CharacterType VarChar(int? length, Collation? collation) => Create(false, false, length, collation);

    /// <summary><c>nchar(n)</c>.</summary>
    public static CharacterType NChar(int length, Collation? collation) => Create(true, true, length, collation);

    /// <summary><c>nvarchar(n)</c>; null is <c>nvarchar(max)</c>.</summary>
    public static CharacterType NVarChar(int? length, Collation? collation) => Create(true, false, length, collation);

    /// <summary>A character type.</summary>
    /// <exception cref="RuleGenException">RG0005: the length is not 1 to 8000 (4000 for nchar and nvarchar).</exception>
    public static CharacterType Create(bool isUnicode, bool isFixedLength, int? length, Collation? collation)
    {
        var type = new CharacterType(isUnicode, isFixedLength, length, collation);
        var most = LongestLength(isUnicode);
        if (length < 1 || length > most || (length is null && isFixedLength))
        {
            throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"'{type}' has a length outside 1 to {most.ToString(CultureInfo.InvariantCulture)}",
                isFixedLength ? "Give a length in that range" : "Give a length in that range, or max"
            );
        }

        return type;
    }

    /// <summary>The same type with another length.</summary>
    public CharacterType WithLength(int? length) => Create(IsUnicode, IsFixedLength, length, Collation);

    /// <summary>The same type with another collation.</summary>
    public CharacterType WithCollation(Collation? collation) => Create(IsUnicode, IsFixedLength, Length, collation);

    /// <summary>The type of what string functions make of this: varchar or nvarchar, at most so long (rule 3.2).</summary>
    public CharacterType Varying(int? length) =>
        Create(
            IsUnicode,
            isFixedLength: false,
            length is not { } most || (Length is null && most > LongestLength(IsUnicode))
                ? Length
                : Math.Min(Math.Max(most, 1), Length ?? most),
            Collation
        );

    /// <summary>
    /// The value as a column or variable of this type holds it: blanks added up to a fixed length, cut at the
    /// length (rules 1.26, 4.2).
    /// </summary>
    public string Store(string value)
    {
        if (Length is not { } length)
        {
            return value;
        }

        if (value.Length > length)
        {
            return value[..length];
        }

        return IsFixedLength ? value.PadRight(length) : value;
    }

    /// <summary>The type in T-SQL, without the collation.</summary>
    public override string ToString() =>
        (IsUnicode ? "n" : "")
        + (IsFixedLength ? "char" : "varchar")
        + $"({Length?.ToString(CultureInfo.InvariantCulture) ?? "max"})";

    /// <summary>The longest length that is not <c>max</c> (rule 6.5).</summary>
    internal static int LongestLength(bool isUnicode) => isUnicode ? 4000 : 8000;
}
