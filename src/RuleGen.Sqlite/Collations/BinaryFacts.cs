using RuleGen.Model;

namespace RuleGen.Sqlite.Collations;

/// <summary>
/// A <c>_BIN2</c> collation: a character equals itself, and code points are the order (rules 1.31, 1.37).
/// </summary>
internal sealed class BinaryFacts : CollationFacts
{
    private static readonly CodePoints Ascii = CodePoints.Between('\u0001', '\u007F');

    private readonly CodePoints _known;

    private BinaryFacts(CodePoints known) => _known = known;

    /// <summary>char and varchar: where code page 1252 and Unicode have the same numbers; no NUL (rule 1.49).</summary>
    public static BinaryFacts CodePage1252 { get; } = new(CodePoints.Union([Ascii, CodePoints.Between('\u00A0', 'ÿ')]));

    /// <summary>nchar and nvarchar: all but NUL and halves of surrogate pairs (rules 1.49, 1.51).</summary>
    public static BinaryFacts Unicode { get; } =
        new(CodePoints.Union([CodePoints.Between('\u0001', '\uD7FF'), CodePoints.Between('\uE000', '\uFFFF')]));

    public override bool OrdersValues => true;

    /// <remarks>SQLite's upper() and lower() know ASCII only, and rule 10 of section 0 promises no more.</remarks>
    public override CodePoints Known(CharacterUse use) => use.HasFlag(CharacterUse.Case) ? Ascii : _known;

    public override CodePoints EqualTo(char character) => CodePoints.Between(character, character);

    public override CodePoints? Range(char first, char last) => CodePoints.Between(first, last);

    public override string FoldSql(string sql) => sql;

    public override string Fold(string text) => text;
}
