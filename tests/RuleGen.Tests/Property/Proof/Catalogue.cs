using RuleGen.Model;
using RuleGen.Model.Authoring;
using static RuleGen.Rules.Apcs;

namespace RuleGen.Tests.Property.Proof;

/// <summary>Codings of many arms in the style of intervention 2Y.</summary>
internal static class Catalogue
{
    /// <summary>A coding with so many arms.</summary>
    /// <param name="arms">The number of arms.</param>
    /// <param name="edited">The arm in which one character differs; -1 for none.</param>
    public static Coding Create(int arms, int edited = -1)
    {
        var builder = new CodingBuilder();
        for (var arm = 0; arm < arms; arm++)
        {
            var letter = (char)('A' + (arm % 26));
            var (digit, other) = (arm / 26 % 10, arm / 7 % 10);
            var last = arm == edited ? "[23457]" : "[23456]";
            builder.When(
                (
                    PrimarySpellProcedure.Left(4).Like($"%{letter}{digit}8{last}%")
                    | PrimarySpellProcedure.Left(4).Like($"%{letter}{digit}9[34567]%")
                )
                    & PrimarySpellDiagnosis.Like($"%M{digit}{other}[34589]%")
                    & !(
                        AnySpellDiagnosis.Like($"%{letter}4{other}[012]%")
                        | AnySpellDiagnosis.Like($"%M4{digit}[0125]%")
                    )
                    & Sql.IsNull(AgeAtStartOfSpellSus, DerAgeAtCdsActivityDate).Between(arm % 60, 120)
                    & AdmissionMethod.NotLike("2%"),
                $"label_{arm}"
            );
        }

        return builder
            .Where(
                (
                    AnySpellDiagnosis.NotLike("%C[0-9][0-9]%") & AnySpellDiagnosis.NotLike("%D0%")
                    | AnySpellDiagnosis.IsNull()
                ) & AdministrativeCategory.NotEqualTo("02")
            )
            .Build();
    }
}
