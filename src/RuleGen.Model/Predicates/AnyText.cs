namespace RuleGen.Model;

/// <summary>How a published text writes an <see cref="Any"/>, around the condition on the item.</summary>
/// <param name="Head">What stands before the conditions, such as <c>EXISTS (SELECT 1 FROM dbo.Diagnosis d WHERE</c>.</param>
/// <param name="Links">
/// The conditions that say to which row an item belongs, with their places: before which of the conjuncts of the condition
/// on the item each stands, from 0.
/// </param>
/// <param name="Tail">What stands after the conditions: <c>)</c>.</param>
public sealed record AnyText(string Head, ValueList<AnyLink> Links, string Tail)
{
    /// <summary>Whether the head says the NOT that stands around it in the model: <c>NOT IN (SELECT …)</c>.</summary>
    public bool SaysNot { get; init; }
}

/// <summary>A condition that says to which row an item belongs.</summary>
/// <param name="Place">Before which of the conjuncts of the condition on the item it stands, from 0.</param>
/// <param name="Text">The condition as the text writes it, such as <c>d.SpellID = s.SpellID</c>.</param>
public readonly record struct AnyLink(int Place, string Text);
