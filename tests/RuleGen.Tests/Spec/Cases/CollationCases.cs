using RuleGen.Model.Authoring;
using static RuleGen.Model.Truth;
using static RuleGen.Tests.Spec.SpecTypes;

namespace RuleGen.Tests.Spec.Cases;

/// <summary>Section 1b: letter case, and ranges as intervals of the sort order.</summary>
internal static class CollationCases
{
    public static SpecTable Cases =>
        new()
        {
            {
                "1.31",
                "letter case does not count",
                CaseInsensitive,
                c => c.X.Like("%M54[5]%"),
                ("m545", True),
                ("M545", True)
            },
            { "1.31", "letter case counts", Binary, c => c.X.Like("%M54[5]%"), ("m545", False), ("M545", True) },
            { "1.31", "in a set, too", CaseInsensitive, c => c.X.Like("[ab]"), ("A", True), ("b", True) },
            { "1.31", "in a set, too", Binary, c => c.X.Like("[ab]"), ("A", False), ("b", True) },
            {
                "1.32",
                "a range of letters holds both cases",
                CaseInsensitive,
                c => c.X.Like("[a-z]"),
                ("a", True),
                ("A", True),
                ("Z", True),
                ("5", False)
            },
            {
                "1.32",
                "a range of letters holds one case",
                Binary,
                c => c.X.Like("[a-z]"),
                ("a", True),
                ("z", True),
                ("A", False),
                ("Z", False)
            },
            {
                "1.32",
                "an interval may end in either case",
                CaseInsensitive,
                c => c.X.Like("[b-D]"),
                ("B", True),
                ("d", True),
                ("a", False),
                ("E", False)
            },
            {
                "1.32",
                "its ends are both in it",
                All,
                c => c.X.Like("[3-5]"),
                ("2", False),
                ("3", True),
                ("4", True),
                ("5", True),
                ("6", False)
            },
            {
                "1.33",
                "the digits' range holds superscripts and fractions",
                Windows,
                c => c.X.Like("[0-9]"),
                ("0", True),
                ("9", True),
                ("²", True),
                ("³", True),
                ("¹", True),
                ("¼", True),
                ("½", True),
                ("¾", True),
                ("A", False),
                (" ", False)
            },
            {
                "1.34",
                "the fractions stand between 0 and 1, in their order",
                Windows,
                c => c.X.Like("[½-1]"),
                ("0", False),
                ("¼", False),
                ("½", True),
                ("¾", True),
                ("1", True),
                ("¹", True),
                ("2", False)
            },
            {
                "1.34",
                "a superscript bounds a range as its digit",
                Windows,
                c => c.X.Like("[¹-2]"),
                ("1", True),
                ("²", True),
                ("¾", False),
                ("3", False)
            },
            { "1.35", "a superscript equals its digit", Windows, c => c.X.Like("2"), ("²", True), ("³", False) },
            { "1.35", "in a set, too", Windows, c => c.X.Like("[2]"), ("²", True), ("2", True), ("½", False) },
            {
                "1.35",
                "a pattern's superscript equals the digit",
                Windows,
                c => c.X.Like("V38²"),
                ("V382", True),
                ("v38²", True)
            },
            {
                "1.35",
                "digits written out hold no fraction",
                Windows,
                c => c.X.Like("[0123456789]"),
                ("½", False),
                ("³", True)
            },
            {
                "1.35",
                "a negated set leaves the equals out",
                Windows,
                c => c.X.Like("[^2]"),
                ("²", False),
                ("½", True)
            },
            { "1.35", "equality follows", Windows, c => c.X.EqualTo("2"), ("²", True), ("½", False) },
            {
                "1.37",
                "the digits' range holds ten characters",
                Binary,
                c => c.X.Like("[0-9]"),
                ("0", True),
                ("9", True),
                ("²", False),
                ("½", False)
            },
            { "1.37", "a superscript equals only itself", Binary, c => c.X.EqualTo("2"), ("²", False), ("2", True) },
            {
                "1.40",
                "punctuation sorts before digits",
                Windows,
                c => c.X.Like("[0-a]"),
                ("=", False),
                ("0", True),
                ("a", True),
                ("b", False)
            },
            {
                "1.40",
                "code points decide",
                Binary,
                c => c.X.Like("[0-a]"),
                ("=", True),
                ("Z", True),
                ("/", False),
                ("b", False)
            },
            {
                "1.40",
                "also where they put punctuation after digits",
                Binary,
                c => c.X.Like("[<->]"),
                ("=", True),
                ("?", False)
            },
        };

    public static SpecTable MixedTypes =>
        new()
        {
            {
                "6.2",
                "an N literal brings Windows rules to a varchar column",
                Legacy,
                c => c.X.Like(CharacterLiteral.Unicode("[½-2]")),
                ("2", True),
                ("²", True),
                ("0", False)
            },
            {
                "6.2",
                "under equality as well",
                Legacy,
                c => c.X.EqualTo(CharacterLiteral.Unicode("2")),
                ("²", True),
                ("2", True)
            },
            {
                "6.6",
                "a literal takes the column's collation",
                Binary,
                c => c.X.EqualTo("abc"),
                ("ABC", False),
                ("abc", True)
            },
            {
                "6.7",
                "an N literal, too",
                Binary,
                c => c.X.EqualTo(CharacterLiteral.Unicode("abc")),
                ("ABC", False),
                ("abc", True)
            },
        };
}
