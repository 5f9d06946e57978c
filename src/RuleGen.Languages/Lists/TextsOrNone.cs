namespace RuleGen.Languages;

/// <summary>What may stand in one place: some texts, or none.</summary>
/// <param name="Texts">The texts.</param>
/// <param name="HasNone">Whether there may be none.</param>
internal sealed record TextsOrNone(Automaton Texts, bool HasNone)
{
    /// <summary>Everything else that there may be.</summary>
    public TextsOrNone Not() => new(Texts.Complement(), !HasNone);

    /// <summary>What is in both, or in either; null where that has more states than are allowed.</summary>
    public TextsOrNone? TryJoin(TextsOrNone other, bool both, int maximum) =>
        Product.TryCombine(Texts, other.Texts, both, maximum) is { } texts
            ? new(texts, both ? HasNone && other.HasNone : HasNone || other.HasNone)
            : null;

    /// <summary>Whether it is everything, or nothing.</summary>
    public bool IsConstant(bool holds) => HasNone == holds && Texts.StateCount == 1 && Texts.Accepts(0) == holds;
}
