namespace RuleGen.TSql;

/// <summary>A file that RuleGen generates, to be written as UTF-8 without byte order mark.</summary>
/// <param name="Name">Its name, after that of a folder and <c>/</c> where it is in one.</param>
/// <param name="Text">Its text; lines end with LF.</param>
public sealed record GeneratedFile(string Name, string Text);
