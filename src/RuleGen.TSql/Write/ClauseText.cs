using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Clauses as messages show them.</summary>
public static class ClauseText
{
    /// <summary>
    /// The clause, or several joined, on one line, as the published text writes it, without what
    /// <see cref="Plain"/> leaves out.
    /// </summary>
    public static string Write(Predicate predicate)
    {
        var text = FragmentWriter.WritePredicate(Plain(predicate)).ReplaceLineEndings("\n").TrimEnd();
        return predicate.Children.Count == 0 && predicate is not (In or Any)
            ? text.Replace('\n', ' ')
            : string.Join(' ', text.Split('\n').Select(line => line.Trim()))
                .Replace("( ", "(", StringComparison.Ordinal)
                .Replace(" )", ")", StringComparison.Ordinal);
    }

    /// <summary>The clause without comments and needless parentheses.</summary>
    public static Predicate Plain(Predicate predicate) => Uncommented(predicate) with { Parentheses = 0 };

    /// <summary>Without comments, also those inside: on one line they would hide what follows.</summary>
    internal static Predicate Uncommented(Predicate predicate) =>
        predicate switch
        {
            And => And.Of(Children(predicate)) with { Parentheses = predicate.Parentheses },
            Or => Or.Of(Children(predicate)) with { Parentheses = predicate.Parentheses },
            Not not => Not.Of(Uncommented(not.Operand)) with { Parentheses = predicate.Parentheses },
            Any { Condition: { } condition } any => any.WithCondition(Uncommented(condition))
                .Documented(Documentation.None),
            _ => predicate.Documented(Documentation.None),
        };

    private static ValueList<Predicate> Children(Predicate predicate) =>
        predicate.Children.Select(Uncommented).ToValueList();
}
