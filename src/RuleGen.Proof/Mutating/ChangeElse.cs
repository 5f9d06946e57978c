using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>ELSE is forgotten, mistyped, or added with the label of the last arm.</summary>
internal sealed class ChangeElse : IMutationOperator
{
    public string Name => "drop, change or add ELSE";

    public IEnumerable<Mutant> Apply(Coding coding)
    {
        if (coding.Arms.Count == 0)
        {
            yield break;
        }

        if (coding.Else is not { } label)
        {
            var added = coding.Arms[^1].Then;
            yield return Make(coding, added, $"ELSE {ChangeLabel.Show(added)} added");
            yield break;
        }

        yield return Make(coding, null, "ELSE forgotten");
        var mistyped = ChangeLabel.Mistyped(label, coding.ResultType ?? LabelType.Text);
        yield return Make(coding, mistyped, $"label {ChangeLabel.Show(label)} as {ChangeLabel.Show(mistyped)}");
    }

    private Mutant Make(Coding coding, Label? label, string mistake) =>
        new(Name, "ELSE", mistake, new Coding(coding.Arms, label, coding.Exclusions));
}
