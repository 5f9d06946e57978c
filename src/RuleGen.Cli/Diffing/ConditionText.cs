using System.Globalization;
using RuleGen.Model;
using RuleGen.Proof.Differences;
using RuleGen.TSql;

namespace RuleGen.Cli.Diffing;

/// <summary>Conditions in words near to T-SQL, and shorter where many patterns of one expression stand together.</summary>
internal static class ConditionText
{
    /// <summary>A condition on columns.</summary>
    public static string Write(Predicate predicate) =>
        predicate switch
        {
            And and => Join(and.Children, isAll: true),
            Or or => Join(or.Children, isAll: false),
            _ => ClauseText.Write(predicate),
        };

    /// <summary>A condition by name.</summary>
    public static string Write(NamedCondition condition)
    {
        var side = condition.Side == Side.Old ? "OLD" : "NEW";
        return condition.Kind switch
        {
            NamedConditionKind.Keeps => $"{side} keeps the row",
            NamedConditionKind.Excludes => $"{side} excludes the row",
            NamedConditionKind.Gives => $"{side} gives {Label(condition.Label, condition.Type)}",
            NamedConditionKind.Holds => $"arm {Arm(condition)} of {side} holds",
            _ => $"arm {Arm(condition)} of {side} does not hold",
        };
    }

    /// <summary>A condition by name, as it follows "the rows".</summary>
    public static string WriteOfRows(NamedCondition condition)
    {
        var side = condition.Side == Side.Old ? "OLD" : "NEW";
        return condition.Kind switch
        {
            NamedConditionKind.Keeps => $"that {side} keeps",
            NamedConditionKind.Excludes => $"that {side} excludes",
            NamedConditionKind.Gives => $"to which {side} gives {Label(condition.Label, condition.Type)}",
            _ => $"where {Write(condition)}",
        };
    }

    /// <summary>Several arms of one coding that hold, or do not.</summary>
    public static string WriteArms(IReadOnlyList<NamedCondition> conditions)
    {
        var arms = conditions.Select(Arm).ToList();
        var side = conditions[0].Side == Side.Old ? "OLD" : "NEW";
        return conditions[0].Kind == NamedConditionKind.Holds
            ? $"arms {string.Join(", ", arms)} of {side} hold"
            : $"none of arms {string.Join(", ", arms)} of {side} holds";
    }

    /// <summary>A text in quotes, a number, or NULL.</summary>
    public static string Label(string? label, LabelType type) => MessageText.OneLine(type.Show(label));

    /// <summary>What a coding makes of a row, as a table shows it.</summary>
    public static string Write(Result result) => result.IsKept ? Label(result.Outcome, result.Type) : "excluded";

    private static string Arm(NamedCondition condition) =>
        (condition.Arm!.Value + 1).ToString(CultureInfo.InvariantCulture);

    private static string Join(ValueList<Predicate> parts, bool isAll) =>
        string.Join(
            isAll ? " AND " : " OR ",
            parts.GroupBy(part => Start(part) ?? ClauseText.Write(part)).Select(group => JoinAlike([.. group], isAll))
        );

    /// <summary>One part, or patterns of one expression.</summary>
    private static string JoinAlike(List<Predicate> parts, bool isAll)
    {
        if (parts is [var only])
        {
            var text = Write(only);
            var isJoined = only switch
            {
                And => text.Contains(" AND ", StringComparison.Ordinal),
                Or => text.Contains(" OR ", StringComparison.Ordinal),
                _ => false,
            };
            return isJoined ? $"({text})" : text;
        }

        var start = Start(parts[0])!;
        var quantifier = parts[0] is Like { IsNegated: true } == isAll ? "any of" : "all of";
        return $"{start}{quantifier} ({string.Join(", ", parts.Select(part => ClauseText.Write(part)[start.Length..]))})";
    }

    /// <summary>What stands before the pattern; null for what is not a pattern alone.</summary>
    private static string? Start(Predicate predicate)
    {
        const string Test = " IS NULL";
        return predicate is Like { Escape: null } like
            ? $"{ClauseText.Write(NullTest.Of(like.Operand))[..^Test.Length]} {(like.IsNegated ? "NOT LIKE " : "LIKE ")}"
            : null;
    }
}
