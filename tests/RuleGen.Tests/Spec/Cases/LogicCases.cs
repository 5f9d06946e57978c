using RuleGen.Model.Authoring;
using static RuleGen.Model.ComparisonOperator;
using static RuleGen.Model.Truth;
using static RuleGen.Tests.Spec.SpecTypes;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Section 5: three-valued logic.</summary>
internal static class LogicCases
{
    /// <summary>I = 1 makes the left side TRUE, 0 FALSE, NULL UNKNOWN; J does the same for the right side.</summary>
    private static SpecRow Row(long? left, long? right) => new(I: left, J: right);

    public static SpecTable Connectives =>
        new()
        {
            {
                "5.1",
                "AND",
                Default,
                c => c.I.EqualTo(1) & c.J.EqualTo(1),
                (Row(1, 1), True),
                (Row(1, 0), False),
                (Row(1, null), Unknown),
                (Row(0, 1), False),
                (Row(0, 0), False),
                (Row(0, null), False),
                (Row(null, 1), Unknown),
                (Row(null, 0), False),
                (Row(null, null), Unknown)
            },
            {
                "5.1",
                "OR",
                Default,
                c => c.I.EqualTo(1) | c.J.EqualTo(1),
                (Row(1, 1), True),
                (Row(1, 0), True),
                (Row(1, null), True),
                (Row(0, 1), True),
                (Row(0, 0), False),
                (Row(0, null), Unknown),
                (Row(null, 1), True),
                (Row(null, 0), Unknown),
                (Row(null, null), Unknown)
            },
            { "5.1", "NOT", Default, c => !c.I.EqualTo(1), (1, False), (0, True), (null, Unknown) },
            { "5.1", "NOT NOT", Default, c => !!c.I.EqualTo(1), (1, True), (0, False), (null, Unknown) },
            {
                "5.4",
                "NOT of an OR of patterns is unknown for NULL",
                All,
                c => !(c.X.Like("a%") | c.X.Like("b%")),
                (null, Unknown),
                ("a", False),
                ("b", False),
                ("c", True)
            },
            {
                "5.4",
                "OR IS NULL lets NULL in",
                All,
                c => !(c.X.Like("a%") | c.X.Like("b%")) | c.X.IsNull(),
                (null, True),
                ("a", False)
            },
            {
                "5.5",
                "a match AND NOT of an unknown is unknown",
                All,
                c => c.X.Like("V38%") & !c.Y.Like("C%"),
                (new SpecRow("V382"), Unknown),
                (new SpecRow("V382", "M545"), True),
                (new SpecRow("V382", "C509"), False),
                (new SpecRow("W371"), False)
            },
            {
                "5.6",
                "AND before OR, so NULL passes the published exclusion",
                All,
                c => c.X.NotLike("%C[0-9][0-9]%") & c.X.NotLike("%D0%") | c.X.IsNull(),
                (null, True),
                ("M545", True),
                ("C509", False),
                ("D059", False)
            },
            {
                "5.13",
                "NOT before AND",
                Default,
                c => !c.I.EqualTo(1) & c.J.EqualTo(1),
                (Row(0, 1), True),
                (Row(1, 0), False),
                (Row(0, 0), False)
            },
            {
                "5.13",
                "parentheses before all",
                Default,
                c => !(c.I.EqualTo(1) & c.J.EqualTo(1)) & (c.I.EqualTo(1) | c.J.EqualTo(1)),
                (Row(1, 1), False),
                (Row(1, 0), True),
                (Row(0, 0), False),
                (Row(null, 1), Unknown)
            },
            {
                "5.14",
                "NOT x LIKE y is x NOT LIKE y",
                All,
                c => !c.X.Like("2%"),
                ("21", False),
                ("11", True),
                (null, Unknown)
            },
            {
                "5.14",
                "NOT x NOT LIKE y is x LIKE y",
                All,
                c => !c.X.NotLike("2%"),
                ("21", True),
                ("11", False),
                (null, Unknown)
            },
            {
                "5.14",
                "IS NULL is never unknown",
                All,
                c => c.X.IsNull(),
                (null, True),
                ("", False),
                (" ", False),
                ("a", False)
            },
            { "5.14", "IS NOT NULL is never unknown", All, c => c.X.IsNotNull(), (null, False), ("", True) },
            { "5.14", "IS NULL of a number", Default, c => c.I.IsNull(), (null, True), (0, False) },
            {
                "5.1",
                "a constant truth",
                Default,
                c => Sql.True & c.I.EqualTo(1),
                (1, True),
                (0, False),
                (null, Unknown)
            },
            {
                "5.1",
                "a constant falsehood",
                Default,
                c => Sql.Constant(1, Equal, 0) | c.I.EqualTo(1),
                (1, True),
                (0, False),
                (null, Unknown)
            },
            {
                "5.1",
                "a constant inequality",
                Default,
                c => Sql.Constant(2, GreaterThan, 1) & !Sql.Constant(2, LessThan, 1),
                (null, True)
            },
        };
}
