using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary><c>IIF(condition, label, label)</c> as arms and an ELSE: the last label may be another IIF (rule 5.17).</summary>
/// <param name="Arms">The arms, one for each IIF.</param>
/// <param name="Else">The label of the innermost; null where something is wrong, which is reported.</param>
internal sealed record IifParts(List<ArmPart> Arms, LabelPart? Else)
{
    /// <summary>The parts of the IIF at a place, which is closed.</summary>
    public static IifParts Read(List<Token> tokens, int start, Findings findings)
    {
        var arms = new List<ArmPart>();
        while (true)
        {
            var close = TokenSpans.FindEndOfIif(tokens, start)!.Value;
            if (FindCommas(tokens, start + 2, close) is not [var first, var second])
            {
                findings.Report(
                    ErrorCodes.SyntaxError,
                    "IIF takes a condition and two labels",
                    "Count the commas and parentheses",
                    tokens[start].Start,
                    tokens[close].End
                );
                return new IifParts(arms, null);
            }

            arms.Add(
                new ArmPart(
                    new ConditionPart(tokens[start], tokens[(start + 2)..first]),
                    new LabelPart(tokens[first], tokens[(first + 1)..second])
                )
            );
            if (TokenSpans.FindEndOfIif(tokens, second + 1) != close - 1)
            {
                return new IifParts(arms, new LabelPart(tokens[second], tokens[(second + 1)..close]));
            }

            start = second + 1;
        }
    }

    /// <summary>The commas between the arguments of a function.</summary>
    private static List<int> FindCommas(List<Token> tokens, int start, int end)
    {
        var (commas, depth) = (new List<int>(), 0);
        for (var i = start; i < end; i++)
        {
            depth += TokenSpans.Depth(tokens[i]);
            if (depth == 0 && tokens[i].IsSymbol(","))
            {
                commas.Add(i);
            }
        }

        return commas;
    }
}
