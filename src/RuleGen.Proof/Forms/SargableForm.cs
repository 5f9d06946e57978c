using RuleGen.Model;

namespace RuleGen.Proof.Forms;

/// <summary>
/// A coding written so that indexes can answer it: no function around a column and no pattern that starts with %, where
/// another condition says the same; items of a list asked for one by one, not joined into one text; nothing that never
/// decides.
/// </summary>
/// <param name="Coding">The coding, in which a note on each condition that was changed says what it was.</param>
/// <param name="Rewrites">The changes, in the order of the text as it was; none where there is nothing to change.</param>
/// <param name="Basis">What the proof depends on that every row has the result that it had.</param>
public sealed record SargableForm(Coding Coding, ValueList<Rewrite> Rewrites, ProofBasis Basis);
