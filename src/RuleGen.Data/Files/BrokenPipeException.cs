namespace RuleGen.Data.Files;

/// <summary>Whoever reads the output has stopped reading; the command ends quietly.</summary>
public sealed class BrokenPipeException : Exception;
