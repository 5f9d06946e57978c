using System.Globalization;
using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>Two arms that follow each other, in the other order: the first that is TRUE is taken (rule 5.3).</summary>
internal sealed class SwapArms : IMutationOperator
{
    public string Name => "reorder arms";

    public IEnumerable<Mutant> Apply(Coding coding) =>
        Enumerable
            .Range(1, Math.Max(coding.Arms.Count - 1, 0))
            .Select(second =>
            {
                var arms = coding.Arms.ToList();
                (arms[second - 1], arms[second]) = (arms[second], arms[second - 1]);
                return new Mutant(
                    Name,
                    string.Create(CultureInfo.InvariantCulture, $"arms {second} and {second + 1}"),
                    "in the other order",
                    new Coding(arms.ToValueList(), coding.Else, coding.Exclusions)
                );
            });
}
