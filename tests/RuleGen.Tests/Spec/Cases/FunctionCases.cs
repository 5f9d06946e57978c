using RuleGen.Model;
using RuleGen.Model.Authoring;
using static RuleGen.Model.Truth;
using static RuleGen.Tests.Spec.SpecTypes;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Sections 3 and 4: functions of strings and of NULL.</summary>
internal static class FunctionCases
{
    public static SpecTable Strings =>
        new()
        {
            {
                "3.1",
                "LEFT is the first characters",
                All,
                c => c.X.Left(2).EqualTo("ab"),
                ("abcdefg", True),
                ("acb", False)
            },
            { "3.2", "LEFT of varchar is ASCII mode", VarChar, c => c.X.Left(5).Like("V38"), ("V38  2", True) },
            {
                "3.2",
                "LEFT of nvarchar is Unicode mode",
                NVarChar,
                c => c.X.Left(5).Like("V38"),
                ("V38  2", False),
                ("V38", True)
            },
            { "3.4", "LEFT of a shorter value is all of it", All, c => c.X.Left(9).Like("abc"), ("abc", True) },
            { "3.4", "LEFT of nothing is empty", All, c => c.X.Left(0).Like(""), ("abc", True) },
            { "3.4", "LEFT of NULL is NULL", All, c => c.X.Left(2).Like("%"), (null, Unknown) },
            {
                "3.7",
                "LEFT of char keeps the padding",
                Char(6),
                c => c.X.Left(4).Like("%V38[23456]%"),
                ("V38", False),
                ("V382", True)
            },
            { "3.7", "LEFT of nchar keeps the padding", NChar(6), c => c.X.Left(4).Like("V38 "), ("V38", True) },
            {
                "3.8",
                "four characters leave the runs empty",
                All,
                c => c.X.Left(4).Like("%V38[23456]%"),
                ("V382", True),
                ("V386,W371", True),
                ("V387", False),
                (" V382", False),
                ("V38", False)
            },
            {
                "3.1",
                "RIGHT is the last characters",
                All,
                c => c.X.Right(2).EqualTo("fg"),
                ("abcdefg", True),
                ("fga", False)
            },
            { "3.4", "RIGHT of a shorter value is all of it", All, c => c.X.Right(9).Like("abc"), ("abc", True) },
            {
                "3.7",
                "RIGHT of char is its padding",
                Char(6),
                c => c.X.Right(2).Like("  "),
                ("V38", True),
                ("V38234", False)
            },
            {
                "3.1",
                "SUBSTRING counts from one",
                All,
                c => c.X.Substring(2, 3).EqualTo("bcd"),
                ("abcde", True),
                ("bcd", False)
            },
            {
                "3.4",
                "SUBSTRING takes what there is",
                All,
                c => c.X.Substring(3, 9).Like("c"),
                ("abc", True),
                ("ab", False)
            },
            {
                "3.4",
                "SUBSTRING past the end is empty",
                All,
                c => c.X.Substring(5, 2).Like(""),
                ("abc", True),
                (null, Unknown)
            },
            {
                "1.26",
                "LTRIM takes leading blanks off",
                All,
                c => c.X.LTrim().Like("a%"),
                ("  a ", True),
                (" ", False)
            },
            {
                "1.26",
                "RTRIM takes trailing blanks off",
                All,
                c => c.X.RTrim().Like(CharacterLiteral.Unicode("%a")),
                ("a  ", True),
                (" a", True)
            },
            { "1.26", "LTRIM leaves trailing blanks", All, c => c.X.LTrim().Like("a "), (" a ", True), (" a", False) },
            {
                "1.26",
                "trims of NULL are NULL",
                All,
                c => c.X.RTrim().LTrim().EqualTo(""),
                (null, Unknown),
                ("   ", True)
            },
            { "1.31", "UPPER makes capitals", All, c => c.X.Upper().Like("%M54[5]%"), ("m545", True), (null, Unknown) },
            {
                "1.31",
                "LOWER makes small letters",
                All,
                c => c.X.Lower().EqualTo("m545"),
                ("M545", True),
                (null, Unknown)
            },
            { "1.31", "UPPER leaves no small letter", Binary, c => c.X.Upper().Like("%[a-z]%"), ("aBc", False) },
            {
                "3.1",
                "functions nest",
                All,
                c => c.X.Substring(2, 4).LTrim().Upper().Left(2).Right(1).EqualTo("B"),
                ("x  ab", True),
                ("xab", True),
                ("xba", False)
            },
        };

    public static SpecTable Made =>
        new()
        {
            {
                "3.10",
                "REPLACE by nothing takes a character out everywhere",
                All,
                c => c.X.Replace(".", "").Like("M45%"),
                ("M45", True),
                ("M.4.5.1", True),
                (".M45", True),
                ("M4", False),
                (null, Unknown)
            },
            {
                "3.10",
                "what stands for it is not searched again",
                All,
                c => c.X.Replace(".", "..").EqualTo("a..b"),
                ("a.b", True),
                ("a..b", False)
            },
            {
                "3.10",
                "a blank is a character",
                All,
                c => c.X.Replace(" ", "").EqualTo("M451"),
                (" M 45 1 ", True),
                ("M45", False)
            },
            {
                "3.10",
                "char keeps its blanks until they are replaced",
                Char(6),
                c => c.X.Replace(" ", "x").Like("abxxxx"),
                ("ab", True),
                ("abx", True),
                ("abcdefx", False)
            },
            {
                "3.10",
                "nothing but it is replaced",
                All,
                c => c.X.Replace("%", "_").Like("a[_]b"),
                ("a%b", True),
                ("axb", False),
                ("a_b", True)
            },
            { "3.10", "REPLACE of NULL is NULL", All, c => c.X.Replace(",", "").IsNull(), (null, True), ("", False) },
            {
                "3.11",
                "separators at both ends find a whole code",
                All,
                c => c.X.After(",").Before(",").Like("%,M45,%"),
                ("M45", True),
                ("I10,M45", True),
                ("M451", False),
                ("I10,M45,", True),
                (null, Unknown)
            },
            {
                "3.11",
                "a blank before the end counts",
                NVarChar,
                c => c.X.Before("x").EqualTo("a x"),
                ("a ", True),
                ("a", False)
            },
            {
                "3.11",
                "char keeps its blanks before what is added",
                Char(4),
                c => c.X.Before("|").Like("ab  |"),
                ("ab", True),
                ("abc", False)
            },
            {
                "3.11",
                "the first characters of both",
                All,
                c => c.X.After("V").Left(3).EqualTo("V38"),
                ("382", True),
                ("38", True),
                ("3", False)
            },
            {
                "3.11",
                "a text with a literal is never empty",
                All,
                c => c.X.Before("x").EqualTo("x"),
                ("", True),
                (null, Unknown),
                ("y", False)
            },
            {
                "4.2",
                "COALESCE before it stands for NULL",
                All,
                c => Sql.Coalesce(c.X, CharacterLiteral.FromString("").AsOperand()).Before("x").EqualTo("x"),
                (null, True),
                ("y", False)
            },
        };

    public static SpecTable Nulls =>
        new()
        {
            {
                "4.1",
                "ISNULL is the first where it is not NULL",
                All,
                c => Sql.IsNull(c.X, c.Y).EqualTo("a"),
                (new SpecRow("a", "b"), True),
                (new SpecRow(Y: "a"), True),
                (new SpecRow("b", "a"), False),
                (null, Unknown)
            },
            {
                "4.2",
                "ISNULL cuts the replacement to the first's length",
                All.Of(2),
                c => Sql.IsNull(c.X, "abcdef").Like("ab"),
                (null, True),
                ("ab", True),
                ("cd", False)
            },
            {
                "4.2",
                "ISNULL pads it to a char's length",
                Char(4),
                c => Sql.IsNull(c.X, "ab").Like("ab  "),
                (null, True),
                ("ab", True)
            },
            {
                "4.2",
                "ISNULL pads it to an nchar's length",
                NChar(4),
                c => Sql.IsNull(c.X, "ab").Like("ab"),
                (null, False)
            },
            {
                "4.3",
                "COALESCE does not cut",
                All.Of(2),
                c => Sql.Coalesce(c.X, CharacterLiteral.FromString("abcdef").AsOperand()).Like("abcdef"),
                (null, True),
                ("ab", False)
            },
            {
                "4.3",
                "COALESCE is the first that is not NULL",
                All,
                c => Sql.Coalesce(c.X, c.Y, CharacterLiteral.FromString("z").AsOperand()).EqualTo("a"),
                (new SpecRow("a", "b"), True),
                (new SpecRow(Y: "a"), True),
                (null, False)
            },
            {
                "4.3",
                "COALESCE of numbers",
                Default,
                c => Sql.Coalesce(c.J, c.I, -1) > 3,
                (new SpecRow(I: 4), True),
                (new SpecRow(I: 9, J: 3), False),
                (null, False)
            },
            {
                "4.8",
                "ISNULL of two ages, neither known",
                Default,
                c => Sql.IsNull(c.I, c.J).Between(19, 120),
                (null, Unknown),
                (19, True),
                (new SpecRow(J: 120), True),
                (new SpecRow(I: 18, J: 19), False),
                (new SpecRow(I: 19, J: 18), True)
            },
            { "4.1", "ISNULL with a number", Default, c => Sql.IsNull(c.I, -1).EqualTo(-1), (null, True), (5, False) },
            {
                "5.14",
                "IS NULL of ISNULL asks for both",
                All,
                c => Sql.IsNull(c.X, c.Y).IsNull(),
                (null, True),
                (new SpecRow(Y: ""), False)
            },
            { "5.14", "IS NULL of LEFT asks for the value", All, c => c.X.Left(2).IsNull(), (null, True), ("", False) },
        };

    public static SpecTable MixedTypes =>
        new()
        {
            {
                "4.3",
                "COALESCE of nchar and varchar is nchar, and pads",
                SpecColumns.Of(
                    CharacterType.NChar(3, Collation.Latin1GeneralCiAs),
                    CharacterType.VarChar(5, Collation.Latin1GeneralCiAs)
                ),
                c => Sql.Coalesce(c.X, c.Y).Like("ab   "),
                (new SpecRow(X: "ab"), True),
                (new SpecRow(Y: "ab"), True),
                (new SpecRow(Y: "abcde"), False)
            },
            {
                "4.3",
                "COALESCE of char and varchar is varchar, and keeps what the char holds",
                SpecColumns.Of(
                    CharacterType.Char(4, Collation.Latin1GeneralBin2),
                    CharacterType.VarChar(6, Collation.Latin1GeneralBin2)
                ),
                c => Sql.Coalesce(c.X, c.Y).Like("ab  "),
                (new SpecRow(X: "ab"), True),
                (new SpecRow(Y: "ab"), False),
                (new SpecRow(Y: "ab    "), True)
            },
            {
                "4.1",
                "ISNULL of varchar and char is varchar, cut to its length",
                SpecColumns.Of(
                    CharacterType.VarChar(3, Collation.Latin1GeneralCiAs),
                    CharacterType.Char(6, Collation.Latin1GeneralCiAs)
                ),
                c => Sql.IsNull(c.X, c.Y).Like("abc"),
                (new SpecRow(Y: "abcdef"), True),
                (new SpecRow(Y: "ab"), False),
                (new SpecRow(X: "abc", Y: "x"), True)
            },
            {
                "6.2",
                "COALESCE of varchar and nvarchar compares by Unicode rules",
                SpecColumns.Of(
                    CharacterType.VarChar(5, Collation.SqlLatin1GeneralCp1CiAs),
                    CharacterType.NVarChar(5, Collation.SqlLatin1GeneralCp1CiAs)
                ),
                c => Sql.Coalesce(c.X, c.Y).Like("V38"),
                (new SpecRow(X: "V38 "), False),
                (new SpecRow(Y: "V38"), True)
            },
        };
}
