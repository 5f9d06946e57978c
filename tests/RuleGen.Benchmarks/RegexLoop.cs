using System.Text.RegularExpressions;

namespace RuleGen.Benchmarks;

/// <summary>
/// Intervention 2Y as a careful programmer would write it by hand: one compiled Regex for each LIKE of the published
/// text, in its order, and the answer as soon as it is clear. Padding of strings is taken care of, superscripts not.
/// </summary>
internal static class RegexLoop
{
    private static readonly Regex[] Fusion = [Like("V38[23456]"), Like("V39[34567]"), Like("V404")];

    private static readonly Regex BackPain = Like("M54[34589]");

    private static readonly Regex[] AcceptedReason =
    [
        Like("M40[012]"),
        Like("M41[01234589]"),
        Like("M42[019]"),
        Like("M43[01589]"),
        Like("M45"),
        Like("C41[24]"),
        Like("M462"),
        Like("M533"),
        Like("M80[01234589]8"),
    ];

    private static readonly Regex Emergency = Like("^2");

    private static readonly Regex[] Cancer = [Like("C[0-9][0-9]"), Like("D0"), Like("D3[789]"), Like("D4[012345678]")];

    // The same with the alternatives of each OR in one expression.
    private static readonly Regex AnyFusion = AnyOf(Fusion);
    private static readonly Regex AnyAcceptedReason = AnyOf(AcceptedReason);
    private static readonly Regex AnyCancer = AnyOf(Cancer);

    /// <summary>The rows that are kept and those with an outcome, one Regex for each LIKE.</summary>
    public static (long Kept, long WithOutcome) Run(Spells spells)
    {
        var (kept, withOutcome) = (0L, 0L);
        for (var i = 0; i < spells.Count; i++)
        {
            var diagnoses = spells.AnyDiagnosis[i];
            if (
                (diagnoses is not null && IsAny(Cancer, diagnoses))
                || spells.AdministrativeCategory[i] is not { } category
                || category.TrimEnd(' ') == "02"
            )
            {
                continue;
            }

            kept++;
            if (
                spells.Procedure[i] is { } procedure
                && IsAny(Fusion, procedure.Length > 4 ? procedure.AsSpan(0, 4) : procedure)
                && spells.PrimaryDiagnosis[i] is { } diagnosis
                && BackPain.IsMatch(diagnosis)
                && diagnoses is not null
                && !IsAny(AcceptedReason, diagnoses)
                && (spells.Age[i] ?? spells.ActivityAge[i]) is >= 19 and <= 120
                && spells.AdmissionMethod[i] is { } method
                && !Emergency.IsMatch(method)
            )
            {
                withOutcome++;
            }
        }

        return (kept, withOutcome);
    }

    /// <summary>The same, one Regex for all alternatives of an OR.</summary>
    public static (long Kept, long WithOutcome) RunWithAlternatives(Spells spells)
    {
        var (kept, withOutcome) = (0L, 0L);
        for (var i = 0; i < spells.Count; i++)
        {
            var diagnoses = spells.AnyDiagnosis[i];
            if (
                (diagnoses is not null && AnyCancer.IsMatch(diagnoses))
                || spells.AdministrativeCategory[i] is not { } category
                || category.TrimEnd(' ') == "02"
            )
            {
                continue;
            }

            kept++;
            if (
                spells.Procedure[i] is { } procedure
                && AnyFusion.IsMatch(procedure.Length > 4 ? procedure.AsSpan(0, 4) : procedure)
                && spells.PrimaryDiagnosis[i] is { } diagnosis
                && BackPain.IsMatch(diagnosis)
                && diagnoses is not null
                && !AnyAcceptedReason.IsMatch(diagnoses)
                && (spells.Age[i] ?? spells.ActivityAge[i]) is >= 19 and <= 120
                && spells.AdmissionMethod[i] is { } method
                && !Emergency.IsMatch(method)
            )
            {
                withOutcome++;
            }
        }

        return (kept, withOutcome);
    }

    private static bool IsAny(Regex[] expressions, ReadOnlySpan<char> text)
    {
        foreach (var expression in expressions)
        {
            if (expression.IsMatch(text))
            {
                return true;
            }
        }

        return false;
    }

    private static Regex Like(string expression) =>
        new(expression, RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex AnyOf(Regex[] expressions) =>
        Like(string.Join('|', expressions.Select(each => each.ToString())));
}
