namespace RuleGen.Languages;

/// <summary>
/// Two numbers that make up one state. A class, so that what explores it is compiled once for all kinds.
/// </summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
internal sealed record StatePair(int First, int Second);
