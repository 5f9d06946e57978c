using RuleGen.Model;
using static RuleGen.Proof.Findings.FindingSeverity;

namespace RuleGen.Proof.Findings;

/// <summary>Every kind of finding, in one table.</summary>
public static class FindingCodes
{
    /// <summary>Without the clause every row has the same result.</summary>
    public static readonly FindingCode RedundantClause = new(
        "RG1001",
        Warning,
        "a clause that can be dropped without effect"
    );

    /// <summary>Without the member of a set, or item of IN, every row has the same result.</summary>
    public static readonly FindingCode RedundantMember = new(
        "RG1002",
        Info,
        "a member of a set, or an item of IN, that can be dropped without effect"
    );

    /// <summary>No row takes the arm.</summary>
    public static readonly FindingCode UnreachableArm = new("RG1003", Error, "an arm that no row takes");

    /// <summary>Every kept row takes an arm.</summary>
    public static readonly FindingCode UnreachableElse = new("RG1004", Warning, "an ELSE that no row reaches");

    /// <summary>No value that the column can hold matches the pattern, interval or literal.</summary>
    public static readonly FindingCode MatchesNothing = new(
        "RG1005",
        Error,
        "a pattern, interval or literal that no value matches"
    );

    /// <summary>A condition is TRUE for every row, or for every row without NULL.</summary>
    public static readonly FindingCode AlwaysTrue = new(
        "RG1006",
        Warning,
        "a condition that is TRUE for every row, or for every value but NULL"
    );

    /// <summary>A condition is TRUE for no row.</summary>
    public static readonly FindingCode NeverTrue = new("RG1007", Error, "a condition that is TRUE for no row");

    /// <summary>A negated condition loses the rows with NULL, too.</summary>
    public static readonly FindingCode LosesNull = new(
        "RG1008",
        Warning,
        "a negated condition that silently loses the rows with NULL"
    );

    /// <summary>AND and OR stand side by side, and precedence decides.</summary>
    public static readonly FindingCode MixedConnectives = new(
        "RG1009",
        Warning,
        "AND and OR mixed without parentheses (rule 5.13)"
    );

    /// <summary>A set of ASCII characters matches others under the collation.</summary>
    public static readonly FindingCode BeyondAscii = new(
        "RG1010",
        Info,
        "a set or range that matches characters beyond ASCII (rules 1.33-1.35)"
    );

    /// <summary>A condition cannot use an index, and one that says the same can.</summary>
    public static readonly FindingCode PreventsSeek = new(
        "RG1011",
        Warning,
        "a function or leading % that prevents an index seek; a rewrite is proven for every value"
    );

    /// <summary>A condition cannot use an index, and one that says the same under an assumption can.</summary>
    public static readonly FindingCode PreventsSeekUnlessAssumed = new(
        "RG1012",
        Info,
        "a function or leading % that prevents an index seek; a rewrite is proven under an assumption"
    );

    /// <summary>A condition cannot use an index, and none of the rewrites tried says the same.</summary>
    public static readonly FindingCode PreventsSeekAnyway = new(
        "RG1013",
        Info,
        "a function or leading % that prevents an index seek; no rewrite is proven"
    );

    /// <summary>A pattern matches two codes side by side, though it matches neither.</summary>
    public static readonly FindingCode CrossesCodes = new(
        "RG1014",
        Warning,
        "a pattern that matches across the boundary of two codes in a list"
    );

    /// <summary>A question that the checks ask was not decided.</summary>
    public static readonly FindingCode NotDecided = new("RG1015", Info, "a question that could not be decided");

    /// <summary>A range of texts ends before texts that begin like its end.</summary>
    public static readonly FindingCode LongerCodesLeftOut = new(
        "RG1016",
        Warning,
        "a range of codes that leaves out longer ones: I691 is above I69"
    );

    /// <summary>No code of the shape that the source declares is what a literal says.</summary>
    public static readonly FindingCode UnlikeCodes = new(
        "RG1017",
        Warning,
        "a literal that no value of the declared shape is: a dotted code, a range in quotes"
    );

    /// <summary>A text column is compared with a number, and SQL Server converts the column.</summary>
    public static readonly FindingCode ConvertsText = new(
        "RG1018",
        Error,
        "a text column compared with a number: the query fails on a value that is no number (rules 2.7-2.10)"
    );

    /// <summary>Two conditions on items of a list are met by two items.</summary>
    public static readonly FindingCode ItemsApart = new(
        "RG1019",
        Warning,
        "conditions on an item of a list that two items can meet"
    );

    /// <summary>A pattern on joined text could be EXISTS on the items.</summary>
    public static readonly FindingCode JoinedPattern = new(
        "RG1020",
        Info,
        "a pattern on joined items that an index on the items cannot answer, and EXISTS can"
    );

    /// <summary>Every row that has a coding of a catalogue has an earlier one, too.</summary>
    public static readonly FindingCode ShadowedCoding = new(
        "RG1021",
        Error,
        "a coding of a catalogue that no row has first: earlier ones take all its rows"
    );

    /// <summary>Two codings of a catalogue label the same rows.</summary>
    public static readonly FindingCode SameRows = new(
        "RG1022",
        Warning,
        "two codings of a catalogue that label the same rows"
    );

    /// <summary>A coding of a catalogue labels rows that an exclusion of most others keeps out.</summary>
    public static readonly FindingCode OtherExclusions = new(
        "RG1023",
        Warning,
        "a coding of a catalogue that labels rows which an exclusion of most others keeps out"
    );

    /// <summary>All codes, in the order of their ids.</summary>
    public static ValueList<FindingCode> All { get; } =
        typeof(FindingCodes)
            .GetFields()
            .Select(field => field.GetValue(null))
            .OfType<FindingCode>()
            .OrderBy(code => code.Id, StringComparer.Ordinal)
            .ToValueList();
}
