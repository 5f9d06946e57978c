using System.Globalization;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using static RuleGen.Rules.Apcs;

namespace RuleGen.Benchmarks;

/// <summary>Made-up codings in the style of intervention 2Y: other codes, bounds and exclusions, the same shape.</summary>
internal static class SyntheticCatalogue
{
    /// <summary>So many codings; the first ones of a longer catalogue are the same.</summary>
    public static ValueList<PublishedCoding> Create(int codings) =>
        Enumerable.Range(0, codings).Select(Coding).ToValueList();

    private static PublishedCoding Coding(int number)
    {
        var random = new Random(number);
        var id = string.Create(CultureInfo.InvariantCulture, $"S{number:D3}_synthetic");
        var procedures = Enumerable.Range(0, 3).Select(_ => PrimarySpellProcedure.Left(4).Like(Procedure(random)));
        var accepted = Enumerable.Range(0, 4 + random.Next(8)).Select(_ => AnySpellDiagnosis.Like(Diagnosis(random)));
        Predicate[] conditions =
        [
            Any(procedures),
            Any(Enumerable.Range(0, 1 + random.Next(2)).Select(_ => PrimarySpellDiagnosis.Like(Diagnosis(random)))),
            !Any(accepted),
            Sql.IsNull(AgeAtStartOfSpellSus, DerAgeAtCdsActivityDate).Between(random.Next(4) == 0 ? 0 : 19, 120),
            AdmissionMethod.NotLike("2%"),
        ];
        return new PublishedCoding
        {
            Id = id,
            Title = id,
            Publication = "made up",
            Edition = "none",
            Coding = new CodingBuilder()
                .When(All(random.Next(5) == 0 ? conditions[..^1] : conditions), id)
                .Where(Exclusions(random))
                .Build(),
        };
    }

    /// <summary>Most codings have the exclusions of 2Y; some have none for cancer, some have one more code.</summary>
    private static Predicate Exclusions(Random random)
    {
        var isPrivate = AdministrativeCategory.NotEqualTo("02");
        var kind = random.Next(10);
        if (kind == 0)
        {
            return isPrivate;
        }

        string[] cancer = ["%C[0-9][0-9]%", "%D0%", "%D3[789]%", "%D4[012345678]%"];
        var notLike = (kind < 3 ? cancer.Append(Diagnosis(random)) : cancer).Select(pattern =>
            AnySpellDiagnosis.NotLike(pattern)
        );
        return (All(notLike) | AnySpellDiagnosis.IsNull()) & isPrivate;
    }

    /// <summary>Such as <c>%V38[23456]%</c>.</summary>
    private static string Procedure(Random random) =>
        $"%{Letter(random, "ABCDEFGHJKLMNPQSTVWX")}{Digit(random)}{Digit(random)}{Digits(random)}%";

    /// <summary>Such as <c>%M54[34589]%</c>, sometimes <c>%M45%</c>.</summary>
    private static string Diagnosis(Random random) =>
        $"%{Letter(random, "ABCDEFGHIJKLMNOPQRST")}{Digit(random)}{Digit(random)}"
        + (random.Next(3) == 0 ? "%" : $"{Digits(random)}%");

    private static char Letter(Random random, string letters) => letters[random.Next(letters.Length)];

    private static char Digit(Random random) => (char)('0' + random.Next(10));

    private static string Digits(Random random)
    {
        var first = random.Next(6);
        return $"[{string.Concat(Enumerable.Range(first, 2 + random.Next(4)).Select(digit => (char)('0' + digit)))}]";
    }

    private static Predicate Any(IEnumerable<Predicate> predicates) =>
        predicates.Aggregate((left, right) => left | right);

    private static Predicate All(IEnumerable<Predicate> predicates) =>
        predicates.Aggregate((left, right) => left & right);
}
