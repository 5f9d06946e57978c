using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>An arm is forgotten.</summary>
internal sealed class DropArm : IMutationOperator
{
    public string Name => "drop an arm";

    public IEnumerable<Mutant> Apply(Coding coding) =>
        Enumerable
            .Range(0, coding.Arms.Count)
            .SelectMany(arm =>
                Edit<Coding>
                    .Try(
                        () =>
                            new Coding(
                                coding.Arms.Where((_, index) => index != arm).ToValueList(),
                                coding.Else,
                                coding.Exclusions
                            ),
                        "the arm forgotten"
                    )
                    .Select(edit => new Mutant(
                        Name,
                        string.Create(CultureInfo.InvariantCulture, $"arm {arm + 1}"),
                        edit.Mistake,
                        edit.Part
                    ))
            );
}
