using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Sqlite;

namespace RuleGen.Tests.Unit.Sqlite;

internal sealed class SqliteFunctionTests
{
    private static readonly CharacterType Text = CharacterType.NVarChar(20, Collation.Latin1GeneralBin2);

    /// <summary>Each function, a value, and what it must be; compared with blanks and case counting.</summary>
    private static IEnumerable<TestCaseData> Functions()
    {
        yield return Case("LEFT_takes_the_first", x => x.Left(2), "abc", "ab");
        yield return Case("LEFT_takes_all_of_a_short_text", x => x.Left(9), "abc", "abc");
        yield return Case("LEFT_of_0_is_empty", x => x.Left(0), "abc", "");
        yield return Case("LEFT_of_NULL_is_NULL", x => x.Left(2), null, null);
        yield return Case("RIGHT_takes_the_last", x => x.Right(2), "abc", "bc");
        yield return Case("RIGHT_takes_all_of_a_short_text", x => x.Right(9), "abc", "abc");
        yield return Case("RIGHT_of_0_is_empty", x => x.Right(0), "abc", "");
        yield return Case("RIGHT_of_NULL_is_NULL", x => x.Right(2), null, null);
        yield return Case("SUBSTRING_counts_from_1", x => x.Substring(2, 1), "abc", "b");
        yield return Case("SUBSTRING_takes_as_many_as_there_are", x => x.Substring(2, int.MaxValue), "abc", "bc");
        yield return Case("SUBSTRING_beyond_the_end_is_empty", x => x.Substring(4, 1), "abc", "");
        yield return Case("SUBSTRING_of_0_is_empty", x => x.Substring(1, 0), "abc", "");
        yield return Case("UPPER_changes_letters", x => x.Upper(), "aB1 ", "AB1 ");
        yield return Case("LOWER_changes_letters", x => x.Lower(), "aB1 ", "ab1 ");
        yield return Case("LTRIM_removes_leading_blanks", x => x.LTrim(), "  a ", "a ");
        yield return Case("RTRIM_removes_blanks_at_the_end", x => x.RTrim(), " a  ", " a");
        yield return Case("Functions_nest", x => x.RTrim().Left(3).Right(2).Upper(), "abcde ", "BC");
    }

    /// <remarks>By comparison, because LIKE does not evaluate tabs (rule 1.29).</remarks>
    [Test]
    public void RTRIM_leaves_tabs()
    {
        using var table = OneColumn.OfText(Text, "a\t ");
        Assert.That(table.Truths(table.Text.RTrim().EqualTo("a\t"))[0], Is.EqualTo(Truth.True));
        Assert.That(table.Truths(table.Text.RTrim().EqualTo("a"))[0], Is.EqualTo(Truth.False));
    }

    [TestCaseSource(nameof(Functions))]
    public void Function_gives(Func<CharacterOperand, CharacterOperand> function, string? value, string? expected)
    {
        using var table = OneColumn.OfText(Text, value);
        Assert.That(Value(table, function(table.Text)), Is.EqualTo(expected));
    }

    [Test]
    public void ISNULL_gives_the_replacement_as_the_first_type_holds_it()
    {
        Assert.That(IsNullOf(CharacterType.NVarChar(2, Collation.Latin1GeneralBin2), "abcdef"), Is.EqualTo("ab"));
        Assert.That(
            IsNullOf(CharacterType.NVarChar(null, Collation.Latin1GeneralBin2), "abcdef"),
            Is.EqualTo("abcdef")
        );
        Assert.That(IsNullOf(CharacterType.NChar(4, Collation.Latin1GeneralBin2), "ab"), Is.EqualTo("ab  "));
        Assert.That(IsNullOf(CharacterType.NChar(2, Collation.Latin1GeneralBin2), "abc"), Is.EqualTo("ab"));
    }

    [Test]
    public void COALESCE_gives_the_first_that_is_not_NULL_as_the_longest_type_holds_it()
    {
        using var table = OneColumn.OfText(CharacterType.NVarChar(2, Collation.Latin1GeneralBin2), [null]);
        var chosen = Sql.Coalesce(table.Text, CharacterLiteral.Unicode("abcdef").AsOperand(), table.Text);
        Assert.That(Value(table, chosen), Is.EqualTo("abcdef"));
    }

    [Test]
    public void COALESCE_of_fixed_lengths_pads_to_the_longest()
    {
        var source = new Source(
            new TableName("dbo", "T"),
            alias: "T",
            key: ["Id"],
            carried: [],
            columns:
            [
                new Column("Id", IntegerType.Int, isNullable: false),
                new Column("A", CharacterType.NChar(2, Collation.Latin1GeneralBin2), isNullable: true),
                new Column("B", CharacterType.NChar(4, Collation.Latin1GeneralBin2), isNullable: true),
            ]
        );
        var row = new Row(source.Columns, [SqlValue.Of(1), SqlValue.Of("x"), SqlValue.Null]);
        var chosen = Sql.Coalesce(source.Text("B"), source.Text("A"));
        Assert.That(SqliteDatabase.EvaluatePredicate(chosen.Like("x   "), row), Is.EqualTo(Truth.True));
        Assert.That(SqliteDatabase.EvaluatePredicate(chosen.Like("x "), row), Is.EqualTo(Truth.False));
    }

    [Test]
    public void A_fixed_length_pads_what_is_loaded()
    {
        using var table = OneColumn.OfText(CharacterType.NChar(4, Collation.Latin1GeneralBin2), "ab", "abcd", null);
        Assert.That(
            table.Truths(table.Text.Like("ab  ")),
            Is.EqualTo(new Truth?[] { Truth.True, Truth.False, Truth.Unknown })
        );
    }

    private static TestCaseData Case(
        string name,
        Func<CharacterOperand, CharacterOperand> function,
        string? value,
        string? expected
    ) => new TestCaseData(function, value, expected).SetName(name);

    private static string? IsNullOf(CharacterType type, string replacement)
    {
        using var table = OneColumn.OfText(type, [null]);
        return Value(table, Sql.IsNull(table.Text, CharacterLiteral.Unicode(replacement)));
    }

    /// <summary>The value of an expression over the first row: the only text that it is LIKE in Unicode mode.</summary>
    private static string? Value(OneColumn table, CharacterOperand operand)
    {
        if (table.Truths(operand.IsNull())[0] == Truth.True)
        {
            return null;
        }

        var value = "";
        while (table.Truths(operand.Like(CharacterLiteral.Unicode(value)))[0] != Truth.True)
        {
            var next = " abcdefABCDEF123".Where(character =>
                table.Truths(operand.Like(CharacterLiteral.Unicode($"{value}{character}%")))[0] == Truth.True
            );
            value += next.Single();
        }

        return value;
    }
}
