using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>The texts that compare with a literal in a given way, as an automaton (rules 2.1, 2.5, 5.9).</summary>
internal static class ComparisonAutomaton
{
    /// <summary>How the part that is read compares with the literal so far.</summary>
    private enum Order
    {
        Same,
        Less,
        Greater,
    }

    private sealed record Progress(Order Order, int Read);

    /// <summary>
    /// The texts for which <c>text comparison literal</c> is TRUE. The shorter side is padded with blanks.
    /// </summary>
    public static Automaton Create(
        Alphabet alphabet,
        string literal,
        ComparisonOperator comparison,
        CharacterRules rules
    )
    {
        return StateGraph<Progress>.Explore(
            alphabet,
            new Progress(Order.Same, 0),
            (at, letter) =>
                at.Order != Order.Same
                    ? at
                    : Decide(alphabet.Representative(letter), At(literal, at.Read), at.Read, literal, rules),
            at => comparison.Holds(Sign(at.Order == Order.Same ? CompareRest(literal, at.Read, rules) : at.Order))
        );
    }

    /// <summary>What a comparison with a literal asks of a character, for the alphabet.</summary>
    public static IEnumerable<CharacterTest> Tests(string literal, ComparisonOperator comparison, CharacterRules rules)
    {
        foreach (var expected in literal.Append(' ').Distinct())
        {
            yield return CharacterTest.Equal(expected, rules);
            if (comparison.NeedsOrder())
            {
                yield return CharacterTest.Less(expected, rules);
            }
        }
    }

    private static char At(string literal, int place) => place < literal.Length ? literal[place] : ' ';

    private static Progress Decide(char actual, char expected, int read, string literal, CharacterRules rules)
    {
        var order = Compare(actual, expected, rules);
        return order == Order.Same ? new(Order.Same, Math.Min(read + 1, literal.Length)) : new(order, 0);
    }

    /// <summary>How the blanks that pad a text compare with the rest of the literal.</summary>
    private static Order CompareRest(string literal, int read, CharacterRules rules)
    {
        for (; read < literal.Length; read++)
        {
            var order = Compare(' ', literal[read], rules);
            if (order != Order.Same)
            {
                return order;
            }
        }

        return Order.Same;
    }

    private static Order Compare(char left, char right, CharacterRules rules) =>
        rules.AreEqual(left, right) ? Order.Same
        : rules.Rank(left) < rules.Rank(right) ? Order.Less
        : Order.Greater;

    private static int Sign(Order order) =>
        order switch
        {
            Order.Less => -1,
            Order.Greater => 1,
            _ => 0,
        };
}
