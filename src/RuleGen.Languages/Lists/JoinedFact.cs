using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>A condition on the text that a list's items are joined to, or on its being NULL.</summary>
/// <param name="list">The list.</param>
/// <param name="made">How the items are joined.</param>
/// <param name="asked">What the text may be.</param>
internal sealed class JoinedFact(ListSpace list, JoinedItems made, TextsOrNone asked) : ListFact(list)
{
    public override ListFact Not() => new JoinedFact(List, made, asked.Not());

    protected override ValueSet MakeSet() => List.Where(made, asked);

    protected override object Subject(bool isAll) => made;

    protected override ListFact? TryJoin(ListFact other, bool isAll)
    {
        // The set of lists is not to become larger than it would from two sets of lists.
        var others = ((JoinedFact)other).Asked;
        var maximum =
            (long)asked.Texts.StateCount
            + others.Texts.StateCount
            + (List.Sets.Limits.JoinAllowance / List.Sets.Universe.Texts!.StateCount);
        return asked.TryJoin(others, isAll, (int)Math.Min(maximum, int.MaxValue)) is { } joined
            ? new JoinedFact(List, made, joined)
            : null;
    }

    private TextsOrNone Asked => asked;
}
