using RuleGen.Model;
using RuleGen.Model.Authoring;
using static RuleGen.Model.ComparisonOperator;

namespace RuleGen.Tests.Unit.Sqlite;

internal sealed class SqliteComparisonTests
{
    private static readonly CharacterType VarChar = CharacterType.VarChar(20, Collation.Latin1GeneralCiAs);

    private static readonly ComparisonOperator[] Operators = Enum.GetValues<ComparisonOperator>();

    [TestCase("02 ", "02", Truth.True, TestName = "Rule_2_1_blanks_at_the_end_do_not_count")]
    [TestCase("02", "02  ", Truth.True, TestName = "Rule_2_1_nor_do_those_of_the_literal")]
    [TestCase("", "  ", Truth.True, TestName = "Rule_2_4_the_empty_string_equals_blanks")]
    [TestCase(" 02", "02", Truth.False, TestName = "Rule_2_4_leading_blanks_count")]
    [TestCase("abc", "ABC", Truth.True, TestName = "Rule_2_5_case_does_not_count")]
    [TestCase("²³¹", "231", Truth.True, TestName = "Rule_1_35_raised_digits_equal_digits")]
    [TestCase("02", "2", Truth.False, TestName = "Rule_2_7_numbers_in_quotes_are_texts")]
    [TestCase(null, "02", Truth.Unknown, TestName = "Rule_2_6_NULL_is_unknown")]
    public void Equals_compares(string? value, string literal, Truth expected)
    {
        using var table = OneColumn.OfText(VarChar, value);
        Check(table, table.Text.EqualTo(literal), expected);
        Check(table, table.Text.NotEqualTo(literal), expected.Not());
        Check(table, table.Text.In("zzz", literal), expected);
        Check(table, table.Text.NotIn(literal, "zzz"), expected.Not());
        Check(table, Sql.Compare(literal, Equal, table.Text), expected);
    }

    [Test]
    public void Under_BIN2_case_counts()
    {
        using var table = OneColumn.OfText(CharacterType.VarChar(5, Collation.Latin1GeneralBin2), "abc", "ABC ", "²");
        Check(table, table.Text.EqualTo("ABC"), Truth.False, Truth.True, Truth.False);
        Check(table, table.Text.EqualTo("2"), Truth.False, Truth.False, Truth.False);
        Check(table, table.Text.In("abc", "²"), Truth.True, Truth.False, Truth.True);
    }

    [Test]
    public void Texts_compare_as_if_padded_under_Windows_rules() =>
        CheckOrder(VarChar, [" ", "0", "1", "a", "B"], text => text.ToUpperInvariant());

    [Test]
    public void Texts_compare_as_if_padded_under_BIN2_where_controls_sort_before_the_blank() =>
        CheckOrder(CharacterType.VarChar(20, Collation.Latin1GeneralBin2), [" ", "\t", "!", "a", "B"], text => text);

    [Test]
    public void Raised_digits_sort_with_digits()
    {
        using var table = OneColumn.OfText(VarChar, "1", "¹", "1²", "2");
        Check(table, table.Text.Between("1", "12"), Truth.True, Truth.True, Truth.True, Truth.False);
        Check(table, table.Text.Is(GreaterThan, "1"), Truth.False, Truth.False, Truth.True, Truth.True);
    }

    [Test]
    public void Every_character_of_nvarchar_under_BIN2_sorts_by_its_code()
    {
        var type = CharacterType.NVarChar(2, Collation.Latin1GeneralBin2);
        using var table = OneColumn.OfText(type, "\uFFFD", "\uFFFE", "\uFFFF", "\uE000", "\uFEFC");
        var (yes, no) = (Truth.True, Truth.False);
        Check(table, table.Text.Is(LessThan, CharacterLiteral.Unicode("\uFFFE")), yes, no, no, yes, yes);
        Check(table, table.Text.Like(CharacterLiteral.Unicode("\uFFFE")), no, yes, no, no, no);
        Check(table, table.Text.Like(CharacterLiteral.Unicode("[\uFEFC-\uFFFE]")), yes, yes, no, no, yes);
        Check(table, table.Text.EqualTo(CharacterLiteral.Unicode("\uFFFF")), no, no, yes, no, no);
    }

    [Test]
    public void Each_literal_of_a_list_compares_by_its_own_rules()
    {
        using var table = OneColumn.OfText(
            CharacterType.VarChar(5, Collation.SqlLatin1GeneralCp1CiAs),
            "a",
            "B ",
            "c",
            null
        );
        var list = table.Text.In("b", CharacterLiteral.Unicode("²"), CharacterLiteral.Unicode("C"));
        Check(table, list, Truth.False, Truth.True, Truth.True, Truth.Unknown);
        Check(table, !list, Truth.True, Truth.False, Truth.False, Truth.Unknown);
    }

    [Test]
    public void Numbers_compare_as_numbers()
    {
        using var table = new OneColumn(
            IntegerType.BigInt,
            SqlValue.Of(long.MinValue),
            SqlValue.Of(9),
            SqlValue.Of(10),
            SqlValue.Null
        );
        var (yes, no, unknown) = (Truth.True, Truth.False, Truth.Unknown);
        Check(table, table.Number.EqualTo(long.MinValue), yes, no, no, unknown);
        Check(table, table.Number < 10, yes, yes, no, unknown);
        Check(table, 10 <= table.Number, no, no, yes, unknown);
        Check(table, table.Number.Between(9, 10), no, yes, yes, unknown);
        Check(table, table.Number.Between(10, 9), no, no, no, unknown);
        Check(table, table.Number.NotBetween(9, 9), yes, no, yes, unknown);
        Check(table, table.Number.In(9, 11), no, yes, no, unknown);
        Check(table, table.Number.NotIn(9, 11), yes, no, yes, unknown);
        Check(table, table.Number.IsNull(), no, no, no, yes);
        Check(table, Sql.IsNull(table.Number, 9).EqualTo(9), no, yes, no, yes);
        Check(table, Sql.Coalesce(table.Number, 10).NotEqualTo(9), yes, no, yes, yes);
    }

    [Test]
    public void Constants_compare_as_written()
    {
        using var table = OneColumn.OfText(VarChar, [null]);
        Check(table, Sql.True, Truth.True);
        Check(table, Sql.Constant(1, NotEqual, 1), Truth.False);
        Check(table, Sql.Constant(-2, LessThanOrEqual, -1), Truth.True);
    }

    /// <summary>Compares every short text with every other, against a comparison that pads.</summary>
    private static void CheckOrder(CharacterType type, string[] alphabet, Func<string, string> fold)
    {
        var pairs = alphabet.SelectMany(first => alphabet.Select(second => first + second)).ToList();
        string[] texts = ["", .. alphabet, .. pairs, .. pairs.SelectMany(pair => alphabet.Select(last => pair + last))];
        string[] literals = ["", .. alphabet, .. pairs, "a  ", "a B"];
        using var table = OneColumn.OfText(type, texts);
        foreach (var literal in literals)
        {
            var orders = texts
                .Select(text => string.CompareOrdinal(fold(text).PadRight(9), fold(literal).PadRight(9)))
                .ToList();
            foreach (var comparison in Operators)
            {
                Truth[] expected = [.. orders.Select(order => comparison.Holds(order).ToTruth())];
                Truth[] mirrored = [.. orders.Select(order => comparison.Holds(-order).ToTruth())];
                Check(table, table.Text.Is(comparison, literal), expected);
                Check(table, Sql.Compare(literal, comparison, table.Text), mirrored);
            }

            Truth[] between = [.. orders.Select(order => (order >= 0).ToTruth())];
            Check(table, table.Text.Between(literal, "zzzz") | table.Text.Is(GreaterThan, "zzzz"), between);
            Check(table, table.Text.NotBetween(literal, literal), [.. orders.Select(order => (order != 0).ToTruth())]);
        }
    }

    private static void Check(OneColumn table, Predicate predicate, params Truth[] expected) =>
        Assert.That(table.Truths(predicate), Is.EqualTo(expected.Select(truth => (Truth?)truth)));
}
