namespace RuleGen.Data.Files;

/// <summary>Whoever reads the output has stopped reading; the command ends quietly.</summary>
internal sealed class BrokenPipeException : Exception;
