using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>THEN 'a'</c> ⇒ <c>THEN 'b'</c>: the label of the next arm, or one that is mistyped.</summary>
internal sealed class ChangeLabel : IMutationOperator
{
    public string Name => "change a label";

    public IEnumerable<Mutant> Apply(Coding coding) =>
        coding.Arms.SelectMany(
            (arm, place) =>
                Wrong(coding, place)
                    .Select(label => new Mutant(
                        Name,
                        string.Create(CultureInfo.InvariantCulture, $"arm {place + 1}"),
                        $"label {Show(arm.Then)} as {Show(label)}",
                        new Coding(
                            coding
                                .Arms.Select((each, index) => index == place ? new CaseArm(each.When, label) : each)
                                .ToValueList(),
                            coding.Else,
                            coding.Exclusions
                        )
                    ))
        );

    /// <summary>A label as a mistake shows it.</summary>
    internal static string Show(Label label) => label.Text is { } text ? $"'{text}'" : "NULL";

    /// <summary>A label that differs in its last character.</summary>
    internal static Label Mistyped(Label label) =>
        Label.Of(label.Text is { Length: > 0 } text ? text[..^1] : "x", label.IsUnicode);

    private static IEnumerable<Label> Wrong(Coding coding, int place)
    {
        var label = coding.Arms[place].Then;
        yield return Mistyped(label);
        var next = place + 1 < coding.Arms.Count ? coding.Arms[place + 1].Then : coding.Else;
        if (next is not null && next.Text != label.Text)
        {
            yield return next;
        }
    }
}
