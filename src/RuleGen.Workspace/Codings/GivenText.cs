using RuleGen.Model;

namespace RuleGen.Workspaces.Codings;

/// <summary>A text that somebody wrote about a coding, and where.</summary>
/// <param name="Value">The text.</param>
/// <param name="File">The file.</param>
/// <param name="Position">The place in it.</param>
internal sealed record GivenText(string Value, string File, TextPosition Position)
{
    /// <summary><c>file:line:column</c>.</summary>
    public string Place => FormattableString.Invariant($"{File}:{Position.Line}:{Position.Column}");
}
