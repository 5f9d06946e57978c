using RuleGen.Model;

namespace RuleGen.Tests.Property.Proof;

/// <summary>Copies of a coding with one character of one LIKE pattern dropped, or one digit replaced.</summary>
internal static class PatternEdits
{
    public static IEnumerable<Coding> Of(Coding coding)
    {
        for (var i = 0; i < coding.Arms.Count; i++)
        {
            foreach (var when in Of(coding.Arms[i].When))
            {
                var arms = coding.Arms.ToList();
                arms[i] = new CaseArm(when, arms[i].Then);
                yield return new Coding(arms.ToValueList(), coding.Else, coding.Exclusions);
            }
        }

        foreach (var exclusions in coding.Exclusions is null ? [] : Of(coding.Exclusions))
        {
            yield return new Coding(coding.Arms, coding.Else, exclusions);
        }
    }

    private static IEnumerable<Predicate> Of(Predicate predicate)
    {
        if (predicate is Like like)
        {
            return Patterns(like.PatternText.Value)
                .Select(text => (Predicate)Like.Of(like.Operand, StringLiteral.Of(text), like.Escape, like.IsNegated));
        }

        return predicate.Children.SelectMany(
            (child, i) =>
                Of(child)
                    .Select(changed =>
                        Rebuild(
                            predicate,
                            predicate.Children.Select((other, k) => k == i ? changed : other).ToValueList()
                        )
                    )
        );
    }

    private static IEnumerable<string> Patterns(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isInRange = text.AsSpan(Math.Max(0, i - 1), Math.Min(3, text.Length - Math.Max(0, i - 1)))
                .Contains('-');
            if (text[i] is not ('[' or ']') && !isInRange)
            {
                yield return text.Remove(i, 1);
            }

            if (char.IsAsciiDigit(text[i]))
            {
                yield return text.Remove(i, 1).Insert(i, text[i] == '9' ? "0" : ((char)(text[i] + 1)).ToString());
            }
        }
    }

    private static Predicate Rebuild(Predicate predicate, ValueList<Predicate> children) =>
        predicate switch
        {
            And => And.Of(children.Select(child => child.Grouped()).ToValueList()),
            Or => Or.Of(children.Select(child => child.Grouped()).ToValueList()),
            Not => Not.Of(children[0].Grouped()),
            _ => throw new ArgumentException("No connective.", nameof(predicate)),
        };
}
