using RuleGen.Model;

namespace RuleGen.Proof.Mutating;

/// <summary>Makes mistakes in single predicates, simple ones and connectives, of a row and of an item of a list.</summary>
internal abstract class PredicateOperator : IMutationOperator
{
    public abstract string Name { get; }

    public IEnumerable<Mutant> Apply(Coding coding)
    {
        var places = new Places(coding);
        return Paths(coding)
            .SelectMany(path =>
                Edits(coding, path)
                    .Concat(ItemMistakes.Of(this, coding.At(path)))
                    .Select(edit => new Mutant(Name, places.Describe(path), edit.Mistake, coding.With(path, edit.Part))
                    {
                        Path = path,
                        Made = edit.Part,
                    })
            );
    }

    /// <summary>The places where the mistake is made; all, where an operator does not say otherwise.</summary>
    protected virtual IEnumerable<CodingPath> Paths(Coding coding) => coding.Paths;

    /// <summary>What may stand by mistake in the place of the predicate at a path.</summary>
    protected virtual IEnumerable<Edit<Predicate>> Edits(Coding coding, CodingPath path) => Edits(coding.At(path));

    /// <summary>What may stand in a predicate's place by mistake.</summary>
    protected abstract IEnumerable<Edit<Predicate>> Edits(Predicate predicate);
}
