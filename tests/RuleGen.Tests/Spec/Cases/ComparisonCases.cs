using RuleGen.Model.Authoring;
using static RuleGen.Model.ComparisonOperator;
using static RuleGen.Model.Truth;
using static RuleGen.Tests.Spec.SpecTypes;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Section 2, and the comparisons of section 5.</summary>
internal static class ComparisonCases
{
    public static SpecTable Equality =>
        new()
        {
            {
                "2.1",
                "blanks at the end do not count",
                All,
                c => c.X.EqualTo("02"),
                ("02", True),
                ("02 ", True),
                ("02   ", True),
                ("2", False)
            },
            { "2.1", "of the literal neither", All, c => c.X.EqualTo("02  "), ("02", True), ("02 ", True) },
            { "2.1", "so <> drops them", All, c => c.X.NotEqualTo("02"), ("02 ", False), ("01", True) },
            {
                "2.3",
                "nvarchar pads as well",
                NVarChar,
                c => c.X.EqualTo(CharacterLiteral.Unicode("nspace")),
                ("nspace   ", True)
            },
            { "2.3", "char pads as well", Char(6), c => c.X.EqualTo("02"), ("02", True), ("020", False) },
            {
                "2.4",
                "the empty value equals a blank",
                All,
                c => c.X.EqualTo(""),
                ("", True),
                (" ", True),
                ("a", False)
            },
            { "2.4", "leading blanks count", All, c => c.X.EqualTo("02"), (" 02", False) },
            {
                "2.5",
                "letter case does not count",
                CaseInsensitive,
                c => c.X.EqualTo("abc"),
                ("ABC", True),
                ("aBc", True),
                ("abd", False)
            },
            { "2.5", "letter case counts", Binary, c => c.X.EqualTo("abc"), ("ABC", False), ("abc", True) },
            { "2.6", "equality with NULL is unknown", All, c => c.X.EqualTo("02"), (null, Unknown) },
            { "2.6", "inequality with NULL is unknown", All, c => c.X.NotEqualTo("02"), (null, Unknown) },
            { "2.6", "for numbers, too", Default, c => c.I.NotEqualTo(2), (null, Unknown), (2, False), (3, True) },
            { "2.7", "a leading zero counts in text", All, c => c.X.EqualTo("02"), ("2", False) },
            {
                "2.7",
                "the literal may stand first",
                All,
                c => Sql.Compare("02", NotEqual, c.X),
                ("02 ", False),
                ("01", True),
                (null, Unknown)
            },
        };

    public static SpecTable Ranges =>
        new()
        {
            {
                "5.7",
                "both ends are in BETWEEN",
                Default,
                c => c.I.Between(19, 120),
                (18, False),
                (19, True),
                (120, True),
                (121, False),
                (null, Unknown)
            },
            {
                "5.7",
                "reversed ends hold nothing",
                Default,
                c => c.I.Between(120, 19),
                (50, False),
                (19, False),
                (null, Unknown)
            },
            {
                "5.7",
                "NOT BETWEEN is below or above",
                Default,
                c => c.I.NotBetween(19, 120),
                (18, True),
                (19, False),
                (121, True),
                (null, Unknown)
            },
            {
                "5.7",
                "NOT BETWEEN of reversed ends holds all",
                Default,
                c => c.I.NotBetween(120, 19),
                (50, True),
                (null, Unknown)
            },
            {
                "5.7",
                "below and above zero",
                Default,
                c => c.I.Between(-5, -1),
                (-6, False),
                (-5, True),
                (-1, True),
                (0, False)
            },
            {
                "6.1",
                "an int literal meets a smallint column",
                Default,
                c => c.J.Between(-40000, 40000),
                (new SpecRow(J: -32768), True)
            },
            {
                "6.1",
                "a bigint literal meets an int column",
                Default,
                c => c.I < 3000000000,
                (int.MaxValue, True),
                (null, Unknown)
            },
            { "2.6", "less than", Default, c => c.I < 19, (18, True), (19, False), (null, Unknown) },
            { "2.6", "less than or equal", Default, c => c.I <= 19, (19, True), (20, False), (null, Unknown) },
            { "2.6", "greater than", Default, c => c.I > 19, (20, True), (19, False), (null, Unknown) },
            { "2.6", "greater than or equal", Default, c => c.I >= 19, (19, True), (18, False), (null, Unknown) },
            { "2.6", "a number that stands first", Default, c => 19 <= c.I, (19, True), (18, False), (null, Unknown) },
            {
                "5.9",
                "text between two codes, in the collation's order",
                Ordered,
                c => c.X.Between("C10", "C97"),
                ("C09", False),
                ("C10", True),
                ("C509", True),
                ("C97", True),
                ("C970", False),
                ("D00", False),
                (null, Unknown)
            },
            { "5.9", "blanks pad the ends", Ordered, c => c.X.Between("C10 ", "C97"), ("C10", True), ("C97  ", True) },
            {
                "5.9",
                "letter case does not count",
                Windows,
                c => c.X.Between("c10", "C97"),
                ("C509", True),
                ("c97", True)
            },
            { "5.9", "letter case counts", Binary, c => c.X.Between("C10", "C97"), ("c509", False) },
            {
                "5.9",
                "digits before letters",
                Windows,
                c => c.X.Is(LessThan, "A"),
                ("9", True),
                ("a", False),
                ("", True),
                ("B", False)
            },
            {
                "5.9",
                "a superscript sorts as its digit",
                Windows,
                c => c.X.Is(LessThan, "13"),
                ("¹2", True),
                ("13", False),
                ("1³", False)
            },
            {
                "5.9",
                "a shorter value sorts first",
                Ordered,
                c => c.X.Is(GreaterThan, "M54"),
                ("M54", False),
                ("M54  ", False),
                ("M545", True)
            },
            {
                "5.9",
                "a control character sorts before the padding",
                Binary,
                c => c.X.Is(LessThan, "a"),
                ("a\t", True),
                ("a", False),
                ("a!", False)
            },
            {
                "5.9",
                "or equal",
                Ordered,
                c => c.X.Is(GreaterThanOrEqual, "B2"),
                ("B1", False),
                ("B2 ", True),
                ("B20", True)
            },
            {
                "5.9",
                "the literal may stand first",
                Ordered,
                c => Sql.Compare("B2", GreaterThanOrEqual, c.X),
                ("B2 ", True),
                ("B20", False)
            },
            {
                "5.7",
                "NOT BETWEEN of text",
                Ordered,
                c => c.X.NotBetween("B", "D"),
                ("A9", True),
                ("C", False),
                ("D0", True),
                (null, Unknown)
            },
        };

    public static SpecTable Lists =>
        new()
        {
            {
                "5.10",
                "IN pads as equality does",
                All,
                c => c.X.In("02"),
                ("02 ", True),
                ("2", False),
                (null, Unknown)
            },
            {
                "5.10",
                "any of the items",
                All,
                c => c.X.In("11", "12", "13"),
                ("12", True),
                ("13", True),
                ("14", False)
            },
            { "5.10", "IN follows the collation", CaseInsensitive, c => c.X.In("2a", "2b"), ("2A", True) },
            { "5.10", "IN follows the collation", Binary, c => c.X.In("2a", "2b"), ("2A", False), ("2b", True) },
            {
                "5.11",
                "NOT IN is none of the items",
                All,
                c => c.X.NotIn("11", "12"),
                ("12", False),
                ("12 ", False),
                ("13", True),
                (null, Unknown)
            },
            { "5.10", "numbers", Default, c => c.I.In(1, 2), (1, True), (3, False), (null, Unknown) },
            { "5.11", "NOT IN of numbers", Default, c => c.I.NotIn(1, 2), (1, False), (3, True), (null, Unknown) },
            {
                "5.10",
                "each item is compared on its own, Unicode or not",
                VarChar,
                c => c.X.In("02", CharacterLiteral.Unicode("03")),
                ("02 ", True),
                ("03 ", True),
                ("04", False)
            },
        };
}
