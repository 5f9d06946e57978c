namespace RuleGen.Proof.Forms;

/// <summary>A change of a coding by which every row keeps its result.</summary>
/// <param name="Before">What stood there, as a message shows it.</param>
/// <param name="After">What stands there now; null where nothing does.</param>
public sealed record Rewrite(string Before, string? After);
