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
    internal static string Show(Label label) => label.Type.Show(label.Text);

    /// <summary>
    /// A text that differs in its last character, a number that is one more or less, the other bit; for NULL a value of
    /// the coding's type.
    /// </summary>
    internal static Label Mistyped(Label label, LabelType type) =>
        (type, label.Text) switch
        {
            (LabelType.Text, { Length: > 0 } text) => Label.Of(text[..^1], label.IsUnicode),
            (LabelType.Text, _) => Label.Of("x", label.IsUnicode),
            (LabelType.Bit, var digits) => Label.OfBit(digits != "1"),
            (_, null) => Label.Of(0),
            (_, var digits) when long.Parse(digits, CultureInfo.InvariantCulture) is var number => Label.Of(
                number == int.MaxValue ? number - 1 : number + 1
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };

    private static IEnumerable<Label> Wrong(Coding coding, int place)
    {
        var label = coding.Arms[place].Then;
        yield return Mistyped(label, coding.ResultType ?? LabelType.Text);
        var next = place + 1 < coding.Arms.Count ? coding.Arms[place + 1].Then : coding.Else;
        if (next is not null && next.Text != label.Text)
        {
            yield return next;
        }
    }
}
