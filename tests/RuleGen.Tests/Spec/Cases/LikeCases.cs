using static RuleGen.Model.Truth;
using static RuleGen.Tests.Spec.SpecTypes;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Section 1: what the parts of a pattern mean.</summary>
internal static class LikeCases
{
    public static SpecTable Wildcards =>
        new()
        {
            {
                "1.1",
                "percent is any run, also an empty one",
                All,
                c => c.X.Like("%M54[5]%"),
                ("xM545y", True),
                ("M545", True),
                ("M54", False),
                ("M546", False)
            },
            { "1.1", "percent alone matches the empty value", All, c => c.X.Like("%"), ("", True), ("a", True) },
            {
                "1.1",
                "each of several runs takes what it needs",
                All,
                c => c.X.Like("%ab%abc"),
                ("ababc", True),
                ("abababc", True),
                ("abc", False),
                ("ababcx", False)
            },
            {
                "1.2",
                "underscore is exactly one character",
                All,
                c => c.X.Like("V38_"),
                ("V38", False),
                ("V382", True),
                ("V3821", False)
            },
            {
                "1.3",
                "a set is one character out of its members and ranges",
                All,
                c => c.X.Like("[A-CEG]"),
                ("A", True),
                ("B", True),
                ("D", False),
                ("E", True),
                ("F", False),
                ("G", True),
                ("AB", False),
                ("", False)
            },
            {
                "1.3",
                "a set may hold several ranges",
                All,
                c => c.X.Like("[A-BE-G]"),
                ("B", True),
                ("C", False),
                ("F", True)
            },
            {
                "1.4",
                "a negated set is one character that is not in it",
                All,
                c => c.X.Like("de[^l]%"),
                ("de", False),
                ("dex", True),
                ("del", False)
            },
            {
                "1.5",
                "negated sets test each place alone",
                All,
                c => c.X.Like("[^d][^m]%"),
                ("ab", True),
                ("da", False),
                ("am", False)
            },
            { "1.5", "unlike NOT LIKE of the prefix", All, c => c.X.NotLike("dm%"), ("da", True), ("dm", False) },
            {
                "1.6",
                "a percent in brackets is a percent",
                All,
                c => c.X.Like("15[%] %"),
                ("15% off", True),
                ("150 off", False)
            },
            {
                "1.6",
                "an underscore in brackets is an underscore",
                All,
                c => c.X.Like("a[_]b"),
                ("a_b", True),
                ("axb", False)
            },
            {
                "1.6",
                "an opening bracket in brackets is a bracket",
                All,
                c => c.X.Like("[[]x"),
                ("[x", True),
                ("xx", False)
            },
            {
                "1.7",
                "a closing bracket outside a set is itself",
                All,
                c => c.X.Like("]bc"),
                ("]bc", True),
                ("bc", False)
            },
            { "1.7", "and is found within a value", All, c => c.X.Like("%]%"), ("a]b", True), ("ab", False) },
            {
                "1.8",
                "a set ends at its first closing bracket",
                All,
                c => c.X.Like("[]]bc"),
                ("]bc", False),
                ("bc", False)
            },
            {
                "1.9",
                "an empty set matches no character",
                All,
                c => c.X.Like("%[]%"),
                ("", False),
                ("a", False),
                (null, Unknown)
            },
            { "1.9", "so NOT LIKE of it is true", All, c => c.X.NotLike("%[]%"), ("a", True), (null, Unknown) },
            {
                "1.10",
                "a set that is not closed matches nothing",
                All,
                c => c.X.Like("[%"),
                ("[x", False),
                ("[", False)
            },
            {
                "1.10",
                "nor do the parts before it",
                All,
                c => c.X.Like("a[bc"),
                ("abc", False),
                ("a[bc", False),
                ("ab", False)
            },
            {
                "1.13",
                "a reversed range matches nothing",
                All,
                c => c.X.Like("[c-a]"),
                ("a", False),
                ("b", False),
                ("c", False)
            },
            { "1.13", "beside other members too", All, c => c.X.Like("[c-ax]"), ("b", False), ("x", True) },
            { "1.21", "LIKE of NULL is unknown", All, c => c.X.Like("%"), (null, Unknown) },
            { "1.21", "NOT LIKE of NULL is unknown", All, c => c.X.NotLike("%"), (null, Unknown), ("a", False) },
        };

    public static SpecTable Escapes =>
        new()
        {
            {
                "1.14",
                "the character after the escape is itself",
                All,
                c => c.X.Like("%15!% off%", "!"),
                ("10^15% off!", True),
                ("10^15 off", False)
            },
            {
                "1.14",
                "an escaped underscore is an underscore",
                All,
                c => c.X.Like("a!_b", "!"),
                ("a_b", True),
                ("axb", False)
            },
            { "1.14", "an escaped bracket opens no set", All, c => c.X.Like("![a]", "!"), ("[a]", True), ("a", False) },
            {
                "1.8",
                "an escaped closing bracket is a member of its set",
                All,
                c => c.X.Like(@"%[a\]]%", @"\"),
                ("]", True),
                ("a", True),
                ("b", False)
            },
            {
                "1.8",
                "an escaped caret is a member of its set",
                All,
                c => c.X.Like("[!^a]", "!"),
                ("^", True),
                ("a", True),
                ("b", False)
            },
            {
                "1.15",
                "the escape goes before an ordinary character",
                All,
                c => c.X.Like("a!b", "!"),
                ("ab", True),
                ("a!b", False)
            },
            {
                "1.16",
                "an escape at the end matches nothing",
                All,
                c => c.X.Like("30!", "!"),
                ("30", False),
                ("30!", False),
                ("30%", False)
            },
            { "1.16", "so NOT LIKE of it is true", All, c => c.X.NotLike("30!", "!"), ("30%", True), (null, Unknown) },
            {
                "1.17",
                "a doubled escape is the escape itself",
                All,
                c => c.X.Like("15 [%] //off", "/"),
                ("15 % /off", True),
                ("15 % off", False)
            },
            {
                "1.18",
                "the escape is compared exactly, whatever the collation",
                CaseInsensitive,
                c => c.X.Like("ABZ[C]D", "z"),
                ("ABZCD", True),
                ("AB[C]D", False)
            },
            {
                "1.18",
                "the lower-case one escapes",
                All,
                c => c.X.Like("ABz[C]D", "z"),
                ("AB[C]D", True),
                ("ABzCD", False)
            },
        };

    public static SpecTable Hyphens =>
        new()
        {
            {
                "1.11",
                "a hyphen that is first in its set is itself",
                Binary,
                c => c.X.Like("[-acdf]"),
                ("-", True),
                ("a", True),
                ("b", False)
            },
            {
                "1.11",
                "an escaped hyphen in a set is itself",
                Binary,
                c => c.X.Like("[a!-c]", "!"),
                ("-", True),
                ("a", True),
                ("b", False),
                ("c", True)
            },
            {
                "1.14",
                "the page's own example",
                Binary,
                c => c.X.Like("%10-15!% off%", "!"),
                ("10-15% off", True),
                ("10-150 off", False)
            },
        };
}
