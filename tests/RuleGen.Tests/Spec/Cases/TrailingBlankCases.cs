using RuleGen.Model.Authoring;
using static RuleGen.Model.Truth;
using static RuleGen.Tests.Spec.SpecTypes;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Section 1a: trailing blanks under LIKE.</summary>
internal static class TrailingBlankCases
{
    public static SpecTable AsciiMode =>
        new()
        {
            {
                "1.23",
                "a blank of the pattern always counts",
                VarChar,
                c => c.X.Like("abc "),
                ("abc", False),
                ("abc ", True)
            },
            {
                "1.24",
                "trailing blanks of a varchar value are ignored where needed",
                VarChar,
                c => c.X.Like("space"),
                ("space ", True),
                ("space   ", True),
                ("space x", False),
                (" space", False)
            },
            { "1.24", "and match where the pattern has them", VarChar, c => c.X.Like("space "), ("space ", True) },
            { "1.24", "but the pattern cannot have more", VarChar, c => c.X.Like("space  "), ("space ", False) },
            { "1.24", "NOT LIKE follows", VarChar, c => c.X.NotLike("V382"), ("V382 ", False), ("V382x", True) },
            { "1.29", "blanks fit one underscore", VarChar, c => c.X.Like("_"), ("a  ", True), ("ab ", False) },
            { "1.29", "or two", VarChar, c => c.X.Like("__"), ("a  ", True) },
            { "1.29", "or three", VarChar, c => c.X.Like("___"), ("a  ", True), ("a ", False) },
            {
                "1.29",
                "the last part may stop before them",
                VarChar,
                c => c.X.Like("%b"),
                ("ab  ", True),
                ("ab b  ", True),
                ("ba ", False)
            },
            {
                "1.29",
                "a value of blanks matches the empty pattern",
                VarChar,
                c => c.X.Like(""),
                ("  ", True),
                ("", True),
                ("a", False)
            },
            { "1.29", "a set can take the blank, too", VarChar, c => c.X.Like("a[^x]"), ("a ", True), ("a", False) },
        };

    public static SpecTable UnicodeMode =>
        new()
        {
            {
                "1.23",
                "a blank of the pattern always counts",
                NVarChar,
                c => c.X.Like("abc "),
                ("abc", False),
                ("abc ", True)
            },
            {
                "1.25",
                "trailing blanks of an nvarchar value count",
                NVarChar,
                c => c.X.Like("nspace"),
                ("nspace ", False),
                ("nspace", True)
            },
            { "1.25", "and match where the pattern has them", NVarChar, c => c.X.Like("nspace "), ("nspace ", True) },
            { "1.25", "as many as it has", NVarChar, c => c.X.Like("nspace  "), ("nspace ", False) },
            {
                "1.25",
                "the empty pattern matches the empty value only",
                NVarChar,
                c => c.X.Like(""),
                ("", True),
                (" ", False)
            },
            {
                "1.27",
                "one N literal turns a varchar LIKE to Unicode mode",
                VarChar,
                c => c.X.Like(CharacterLiteral.Unicode("V382")),
                ("V382 ", False),
                ("V382", True)
            },
            {
                "1.27",
                "so does an N escape",
                VarChar,
                c => c.X.Like("V382", CharacterLiteral.Unicode("!")),
                ("V382 ", False),
                ("V382", True)
            },
            {
                "1.27",
                "and COALESCE with an N literal",
                VarChar,
                c => Sql.Coalesce(c.X, CharacterLiteral.Unicode("none").AsOperand()).Like("V382"),
                ("V382 ", False),
                ("V382", True)
            },
        };

    public static SpecTable FixedLength =>
        new()
        {
            {
                "1.26",
                "a char value's padding is ignored where needed",
                Char(30),
                c => c.X.Like("% King"),
                ("Robert King", True)
            },
            { "1.26", "an nchar value's padding counts", NChar(30), c => c.X.Like("% King"), ("Robert King", False) },
            { "1.26", "RTRIM takes it off", NChar(30), c => c.X.RTrim().Like("% King"), ("Robert King", True) },
            {
                "1.26",
                "a char value is long enough for underscores",
                Char(4),
                c => c.X.Like("____"),
                ("V3", True),
                ("V382", True)
            },
            {
                "1.27",
                "an N literal makes a char value's padding count",
                Char(6),
                c => c.X.Like(CharacterLiteral.Unicode("V382")),
                ("V382", False)
            },
            {
                "6.7",
                "the pattern may spell the padding out",
                Char(6),
                c => c.X.Like(CharacterLiteral.Unicode("V382  ")),
                ("V382", True)
            },
        };
}
