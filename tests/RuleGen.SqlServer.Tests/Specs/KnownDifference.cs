using System.Text.RegularExpressions;
using RuleGen.TSql;

namespace RuleGen.SqlServer.Tests.Specs;

/// <summary>Cases in which a server is known not to do as SQL Server does.</summary>
/// <param name="Pattern">The names of the cases.</param>
/// <param name="Reason">What the server does, and why.</param>
internal sealed record KnownDifference(string Pattern, string Reason)
{
    private static readonly KnownDifference[] Babelfish =
    [
        new("Latin1_General_100_", "It has no collation of version 100."),
        new("[²³¹¼½¾]", "Sets of LIKE are matched by bytes, and superscripts equal no digit (rules 1.33 to 1.35)."),
        new("^6\\.2 an N literal brings Windows rules", "Superscripts equal no digit, under N literals neither."),
        new(
            "^1\\.3[45] .*(superscript|fractions)",
            "Superscripts equal no digit, and fractions stand after the digits."
        ),
        new("^1\\.16 ", "A pattern that ends with its escape is an error."),
        new("^1\\.27 ", "An N literal does not make trailing blanks of char and varchar count."),
        new("^1\\.29 ", "Trailing blanks of varchar count under LIKE where the pattern has no wildcard."),
        new("^1\\.24 ", "Trailing blanks of varchar count under LIKE unless the pattern ends with a wildcard."),
        new("^1\\.2[56] ", "Trailing blanks of nchar and nvarchar are ignored under LIKE."),
        new("^3\\.2 LEFT of ", "Trailing blanks of what LEFT gives: as those of columns."),
        new(
            "^4\\.1 ISNULL of varchar and char|^4\\.2 ISNULL (cuts|pads)",
            "ISNULL does not give its replacement the first's type."
        ),
        new("^6\\.2 COALESCE of varchar and nvarchar", "Trailing blanks of nvarchar are ignored under LIKE."),
        new("^4\\.3 COALESCE of nchar", "COALESCE does not pad to the type of its result."),
        new("^1\\.8 an escaped closing bracket", "ESCAPE has no meaning inside a set."),
        new("^1\\.11 an escaped hyphen", "ESCAPE has no meaning inside a set."),
        new("^5\\.9 a control character", "The shorter value is not padded before it is compared."),
    ];

    /// <summary>Those of a server; SQL Server has none.</summary>
    public static KnownDifference[] Of(Target target) => target == Targets.Babelfish ? Babelfish : [];

    /// <summary>Whether a case is one of them.</summary>
    public bool Covers(string name) => Regex.IsMatch(name, Pattern, RegexOptions.CultureInvariant);
}
