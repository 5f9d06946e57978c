using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary><c>a AND b</c> ⇒ <c>a</c>: a clause or a group of them is forgotten, or all exclusions.</summary>
internal sealed class DropClause : IMutationOperator
{
    public string Name => "drop a clause";

    public IEnumerable<Mutant> Apply(Coding coding)
    {
        var places = new Places(coding);
        return coding.Paths.SelectMany(path =>
            ItemMistakes
                .Of(this, coding.At(path))
                .Select(edit => new Mutant(Name, places.Describe(path), edit.Mistake, coding.With(path, edit.Part))
                {
                    Path = path,
                    Made = edit.Part,
                })
                .Prepend(
                    new Mutant(Name, places.Describe(path), Describe(coding, path), coding.Without(path))
                    {
                        Path = path,
                    }
                )
        );
    }

    private static string Describe(Coding coding, CodingPath path) =>
        coding.At(path).Children.Count == 0 ? "the clause forgotten"
        : path.Steps.Count > 0 ? "these clauses forgotten"
        : path.Arm is null ? "the exclusions forgotten"
        : "the condition forgotten";
}
