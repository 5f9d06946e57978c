using System.Text;

namespace RuleGen.Model;

/// <summary>One thing that is wrong with what the user gave: what, where, and what to do about it.</summary>
/// <param name="Code">The kind of problem, from <see cref="ErrorCodes"/>.</param>
/// <param name="Message">What is wrong, with the offending thing in quotes; a sentence without a full stop.</param>
/// <param name="Remedy">What to do; a sentence without a full stop, or a question.</param>
public sealed record Problem(ErrorCode Code, string Message, string Remedy)
{
    /// <summary>The file at fault; null where there is none, or where the caller will say.</summary>
    public string? File { get; init; }

    /// <summary>The place in that file; null where there is none.</summary>
    public TextPosition? Position { get; init; }

    /// <summary>The text at that place; null where the message already quotes it.</summary>
    public string? Excerpt { get; init; }

    /// <summary><c>file:line:column: RG0101: what is wrong; what to do. Near: text</c>, on one line.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (!string.IsNullOrEmpty(File))
        {
            text.Append(File).Append(':');
        }

        if (Position is { } position)
        {
            text.Append(position.Line).Append(':').Append(position.Column).Append(':');
        }

        if (text.Length > 0)
        {
            text.Append(' ');
        }

        text.Append(Code.Id).Append(": ").Append(Message).Append(". ").Append(Remedy);
        if (!Remedy.EndsWith('?'))
        {
            text.Append('.');
        }

        if (Excerpt is not null)
        {
            text.Append(" Near: ").Append(Excerpt);
        }

        return text.ToString();
    }
}
