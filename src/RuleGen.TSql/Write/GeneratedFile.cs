namespace RuleGen.TSql;

/// <summary>A file that RuleGen generates, to be written as UTF-8 without byte order mark.</summary>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Text">Its text; lines end with LF.</param>
public sealed record GeneratedFile(string Name, string Text);
