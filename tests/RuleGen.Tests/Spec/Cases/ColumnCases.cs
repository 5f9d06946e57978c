using static RuleGen.Model.ComparisonOperator;
using static RuleGen.Model.Truth;
using static RuleGen.Tests.Spec.SpecTypes;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Columns compared with each other (rules 2.1, 2.6, 6.2).</summary>
internal static class ColumnCases
{
    public static SpecTable Columns =>
        new()
        {
            {
                "2.6",
                "integers of different types",
                Default,
                c => c.I < c.J,
                (new(I: 1, J: 2), True),
                (new(I: 2, J: 2), False),
                (new(I: 3, J: 2), False),
                (new(I: 100_000, J: 2), False),
                (new(J: 2), Unknown),
                (new(I: 2), Unknown),
                (null, Unknown)
            },
            { "2.6", "at most", Default, c => c.I <= c.J, (new(I: 2, J: 2), True), (new(I: 3, J: 2), False) },
            { "2.6", "more than", Default, c => c.I > c.J, (new(I: 3, J: 2), True), (new(I: 2, J: 2), False) },
            { "2.6", "at least", Default, c => c.J >= c.I, (new(I: 2, J: 2), True), (new(I: 3, J: 2), False) },
            { "2.6", "equal", Default, c => c.I.EqualTo(c.J), (new(I: 2, J: 2), True), (new(I: 1, J: 2), False) },
            {
                "2.6",
                "unequal",
                Default,
                c => c.I.NotEqualTo(c.J),
                (new(I: 2, J: 2), False),
                (new(I: 1, J: 2), True),
                (new(I: 1), Unknown)
            },
            {
                "2.6",
                "a column and itself",
                Default,
                c => c.D.Is(GreaterThanOrEqual, c.D),
                (new(D: "2019-04-01"), True),
                (null, Unknown)
            },
            {
                "2.1",
                "texts are padded",
                All,
                c => c.X.EqualTo(c.Y),
                (new(X: "M45", Y: "M45"), True),
                (new(X: "M45 ", Y: "M45"), True),
                (new(X: "", Y: "  "), True),
                (new(X: "M45", Y: "M451"), False),
                (new(X: "M45"), Unknown),
                (new(Y: "M45"), Unknown)
            },
            {
                "2.5",
                "letter case by the collation",
                CaseInsensitive,
                c => c.X.EqualTo(c.Y),
                (new(X: "m45", Y: "M45"), True)
            },
            {
                "2.5",
                "letter case counts",
                Binary,
                c => c.X.NotEqualTo(c.Y),
                (new(X: "m45", Y: "M45"), True),
                (new(X: "m45", Y: "m45"), False)
            },
        };
}
