using RuleGen.Model;

namespace RuleGen.Sqlite.Collations;

/// <summary>
/// What the published sources say about single characters under a collation: SQLite's own table, written from
/// tsql-semantics.md and not from the model's profiles, so that the two can check each other.
/// </summary>
internal abstract class CollationFacts
{
    /// <summary>Whether whole values can be put in order (rule 5.9).</summary>
    public abstract bool OrdersValues { get; }

    /// <summary>The facts for a collation's name; null where this table has none.</summary>
    /// <param name="collation">The name in SQL Server.</param>
    /// <param name="isUnicode">Whether any operand is nchar, nvarchar or <c>N'…'</c> (rule 6.2).</param>
    public static CollationFacts? Find(string collation, bool isUnicode) =>
        (collation, isUnicode) switch
        {
            ("Latin1_General_CI_AS", _) => LatinFacts.Windows,
            ("SQL_Latin1_General_CP1_CI_AS", true) => LatinFacts.Windows,
            ("SQL_Latin1_General_CP1_CI_AS", false) => LatinFacts.Legacy,
            (
                "Latin1_General_100_CI_AS"
                    or "Latin1_General_100_CI_AS_SC"
                    or "Latin1_General_100_CI_AS_SC_UTF8"
                    or "Latin1_General_100_CI_AS_KS_WS"
                    or "Latin1_General_100_CI_AS_KS_WS_SC",
                _
            ) => LatinFacts.Ascii,
            ("Latin1_General_CS_AS", _) => LatinFacts.CaseSensitive,
            ("Latin1_General_100_BIN2" or "Latin1_General_100_BIN2_UTF8", true) => BinaryFacts.Unicode,
            ("Latin1_General_100_BIN2", false) => BinaryFacts.CodePage1252,
            ("Latin1_General_100_BIN2_UTF8", false) => BinaryFacts.Ascii,
            ("Latin1_General_BIN", true) => BinaryFacts.UnicodeWithoutOrder,
            ("Latin1_General_BIN", false) => BinaryFacts.CodePage1252WithoutOrder,
            ("Latin1_General_BIN2", true) => BinaryFacts.Unicode,
            ("Latin1_General_BIN2", false) => BinaryFacts.CodePage1252,
            _ => null,
        };

    /// <summary>The characters whose meaning is known for a use of the value that holds them.</summary>
    public abstract CodePoints Known(CharacterUse use);

    /// <summary>
    /// Characters that LIKE may look past or not, of which there is no source (rule 1.41); empty where there are none.
    /// </summary>
    public virtual string MayBeLookedPast => "";

    /// <summary>The characters equal to one, itself included (rule 2.5).</summary>
    public abstract CodePoints EqualTo(char character);

    /// <summary>The characters of a range in a LIKE pattern (rule 1.32); null where that is not known.</summary>
    public abstract CodePoints? Range(char first, char last);

    /// <summary>
    /// SQL for a text in which equal characters have become one, so that SQLite's byte-by-byte comparison tells equal
    /// from unequal and, where <see cref="OrdersValues"/>, less from greater.
    /// </summary>
    public abstract string FoldSql(string sql);

    /// <summary>What <see cref="FoldSql"/> makes of a text.</summary>
    public abstract string Fold(string text);
}
