using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>Says where something is so only because of what is assumed about the rows.</summary>
internal static class AssumedReason
{
    /// <summary>
    /// The assumptions without which it would not be so, as few as can be; none where it is so without any.
    /// </summary>
    /// <param name="examination">What is examined, under all its assumptions.</param>
    /// <param name="isSo">Whether it is so in an examination of the same coding under others.</param>
    public static ValueList<Assumption> Of(Examination examination, Func<Examination, bool> isSo)
    {
        var needed = examination.Assumptions;
        if (needed.Count == 0 || IsSo([]))
        {
            return [];
        }

        if (needed.FirstOrDefault(assumption => IsSo([assumption])) is { } single)
        {
            return [single];
        }

        foreach (var assumption in needed)
        {
            var fewer = needed.Where(each => each != assumption).ToValueList();
            needed = IsSo(fewer) ? fewer : needed;
        }

        return needed;

        bool IsSo(ValueList<Assumption> assumptions)
        {
            try
            {
                return isSo(examination.Under(assumptions));
            }
            catch (LimitReachedException)
            {
                // What is not known to be so without an assumption is said to rest on it.
                return false;
            }
        }
    }

    /// <summary>A sentence to follow others, with a blank before it; empty where nothing rests on assumptions.</summary>
    public static string Sentence(Examination examination, Func<Examination, bool> isSo)
    {
        var reason = Of(examination, isSo);
        return reason.Count == 0 ? "" : $" It is so because of what is assumed: {Write(reason)}.";
    }

    /// <summary>Assumptions in a sentence.</summary>
    public static string Write(ValueList<Assumption> assumptions) =>
        string.Join("; ", assumptions.Select(assumption => MessageText.OneLine(assumption.Text)));
}
