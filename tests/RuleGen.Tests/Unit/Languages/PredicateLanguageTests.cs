using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Languages;

/// <summary>
/// The values for which a predicate over one column is TRUE, against <see cref="NaiveText"/> for every short text.
/// </summary>
[TestFixture]
public sealed class PredicateLanguageTests
{
    private const string Ascii = "aAB1 #";
    private const string Windows = "aB12²½";

    private static readonly IEnumerable<Collation> Collations = Collation.All;

    [Test]
    public void Like_under_every_profile([ValueSource(nameof(Collations))] Collation collation, [Values] bool isUnicode)
    {
        var random = new Random(4711);
        string[] parts =
        [
            "%",
            "%",
            "_",
            "a",
            "B",
            "1",
            "2",
            " ",
            "#",
            "[a1]",
            "[^a]",
            "[0-9]",
            "[1-2B]",
            "[^A-B ]",
            "[a-b]",
            "[]",
            "!%",
            "!a",
            "[a!]]",
        ];
        for (var round = 0; round < 200; round++)
        {
            var pattern = string.Concat(
                Enumerable.Range(0, random.Next(5)).Select(_ => parts[random.Next(parts.Length)])
            );
            var escape = pattern.AsSpan().Contains('!') ? '!' : (char?)null;
            var like = Like.Of(
                Column(collation, isUnicode),
                StringLiteral.Of(pattern),
                escape is null ? null : StringLiteral.Of("!")
            );
            Check(like, collation, isUnicode, (text, naive) => naive.IsLike(text, pattern, escape), 3);
        }
    }

    [Test]
    public void Trailing_blanks_of_the_value_do_not_count_in_ascii_mode_and_count_in_unicode_mode()
    {
        var column = Column(Collation.Latin1GeneralCiAs, isUnicode: false);
        var ascii = Words.True(Like.Of(column, StringLiteral.Of("space")), out _);
        var unicode = Words.True(Like.Of(column, StringLiteral.Of("space", isUnicode: true)), out _);
        Assert.Multiple(() =>
        {
            Assert.That(ascii.Contains(SqlValue.Of("space  ")), Is.True);
            Assert.That(unicode.Contains(SqlValue.Of("space  ")), Is.False);
            Assert.That(unicode.Contains(SqlValue.Of("SPACE")), Is.True);
        });
    }

    [Test]
    public void A_pattern_that_is_malformed_matches_nothing()
    {
        var like = Like.Of(Column(Collation.Latin1GeneralCiAs, false), StringLiteral.Of("a[b"));
        var set = Words.True(like, out var sets);
        Assert.That(set, Is.SameAs(sets.Nothing));
    }

    [Test]
    public void Comparisons_under_every_profile(
        [ValueSource(nameof(Collations))] Collation collation,
        [Values] bool isUnicode
    )
    {
        var ordered = collation.Rules(isUnicode).OrdersValues;
        string[] literals = ["", "a", "1 ", "aB", "1a2", " a", "b  "];
        foreach (
            var (comparison, literal) in Enum.GetValues<ComparisonOperator>()
                .Where(comparison => ordered || !comparison.NeedsOrder())
                .SelectMany(_ => literals, (comparison, literal) => (comparison, literal))
        )
        {
            Check(
                Comparison.Of(Column(collation, isUnicode), comparison, StringLiteral.Of(literal)),
                collation,
                isUnicode,
                (text, naive) => comparison.Holds(naive.Compare(text, literal)),
                3
            );
        }
    }

    [Test]
    public void Between_and_in_under_every_profile(
        [ValueSource(nameof(Collations))] Collation collation,
        [Values] bool isUnicode
    )
    {
        var column = Column(collation, isUnicode);
        string[] items = ["1", "aB", "", "a1 "];
        Check(
            In.Of(column, items.Select(item => (Scalar)StringLiteral.Of(item)).ToValueList()),
            collation,
            isUnicode,
            (text, naive) => items.Any(item => naive.Compare(text, item) == 0),
            3
        );
        if (collation.Rules(isUnicode).OrdersValues)
        {
            Check(
                Between.Of(column, StringLiteral.Of("1a"), StringLiteral.Of("a"), isNegated: true),
                collation,
                isUnicode,
                (text, naive) => naive.Compare(text, "1a") < 0 || naive.Compare(text, "a") > 0,
                3
            );
        }
    }

    [Test]
    public void Functions_under_every_profile([ValueSource(nameof(Collations))] Collation collation)
    {
        var column = Column(collation, isUnicode: false);
        (Scalar Scalar, Func<string, string> Meaning)[] functions =
        [
            (EdgeFunction.Of(true, column, 2), text => string.Concat(text.Take(2))),
            (EdgeFunction.Of(true, column, 0), _ => ""),
            (EdgeFunction.Of(true, column, 3000), text => text),
            (EdgeFunction.Of(false, column, 2), text => string.Concat(text.TakeLast(2))),
            (EdgeFunction.Of(false, column, 3000), text => text),
            (SubstringFunction.Of(column, 2, 2), text => string.Concat(text.Skip(1).Take(2))),
            (SubstringFunction.Of(column, 2, 3000), text => string.Concat(text.Skip(1))),
            (SubstringFunction.Of(column, 2000, 3), _ => ""),
            (SubstringFunction.Of(column, 1, int.MaxValue), text => text),
            (LetterCaseFunction.Of(true, column), text => text.ToUpperInvariant()),
            (
                LetterCaseFunction.Of(false, EdgeFunction.Of(true, column, 1)),
                text => string.Concat(text.Take(1)).ToLowerInvariant()
            ),
            (TrimFunction.Of(true, column), text => text.TrimStart(' ')),
            (TrimFunction.Of(false, column), text => text.TrimEnd(' ')),
            (
                EdgeFunction.Of(false, TrimFunction.Of(false, column), 1),
                text => string.Concat(text.TrimEnd(' ').TakeLast(1))
            ),
        ];
        foreach (var (scalar, meaning) in functions)
        {
            foreach (var pattern in (string[])["a%", "%1", "_A", "[^a]%", "B"])
            {
                var like = Like.Of(scalar, StringLiteral.Of(pattern));
                Check(like, collation, false, (text, naive) => naive.IsLike(meaning(text), pattern), 4, Ascii);
            }

            Check(
                Comparison.Of(scalar, ComparisonOperator.Equal, StringLiteral.Of("aB")),
                collation,
                false,
                (text, naive) => naive.Compare(meaning(text), "aB") == 0,
                4,
                Ascii
            );
        }
    }

    /// <summary>Checks when the predicate is TRUE and when it is FALSE, and that it is neither for NULL.</summary>
    private static void Check(
        Predicate predicate,
        Collation collation,
        bool isUnicode,
        Func<string, NaiveText, bool> expected,
        int length,
        string? characters = null
    )
    {
        var naive = new NaiveText(collation, isUnicode);
        var space = new RowSpace([predicate]);
        var sets = space.Sets(space.Columns.Single());
        var (isTrue, isFalse) = space.Translate(predicate);
        var (whenTrue, whenFalse) = (Words.SetOf(isTrue, sets), Words.SetOf(isFalse, sets));
        Assert.That(whenTrue.HasNull || whenFalse.HasNull, Is.False);
        foreach (var sample in characters is null ? new[] { Ascii, Windows } : [characters])
        {
            var modelled = string.Concat(sample.Where(character => sets.Alphabet!.ClassOf(character) >= 0));
            foreach (var text in Words.UpTo(length, modelled))
            {
                var value = SqlValue.Of(text);
                if (
                    whenTrue.Contains(value) != expected(text, naive)
                    || whenFalse.Contains(value) == expected(text, naive)
                )
                {
                    Assert.Fail($"{predicate} for '{text}' should be {expected(text, naive)}.");
                }
            }
        }
    }

    private static ColumnReference Column(Collation collation, bool isUnicode) =>
        ColumnReference.Of(
            new Column(
                "C",
                isUnicode ? CharacterType.NVarChar(20, collation) : CharacterType.VarChar(20, collation),
                isNullable: true
            )
        );
}
