using System.Text;

namespace RuleGen.TSql.Read;

/// <summary>The script that string literals of another hold, put one after the other.</summary>
internal static class EmbeddedScript
{
    /// <summary>The script, whose characters know their place in the other.</summary>
    /// <param name="outer">The script around it.</param>
    /// <param name="literals">The tokens of the literals.</param>
    public static SourceText Read(SourceText outer, IEnumerable<Token> literals)
    {
        var script = new StringBuilder();
        var offsets = new List<int>();
        foreach (var literal in literals)
        {
            Decode(literal, script, offsets);
        }

        offsets.Add(offsets.LastOrDefault());
        return outer.Nested(script.ToString(), [.. offsets]);
    }

    /// <summary>Adds the text that a literal means, and where each of its characters stands.</summary>
    private static void Decode(Token literal, StringBuilder script, List<int> offsets)
    {
        var text = literal.Text;
        var isAsGiven = text.Length == literal.End - literal.Start;
        for (var i = text.IndexOf('\'', StringComparison.Ordinal) + 1; i < text.Length - 1; i++)
        {
            script.Append(text[i]);
            offsets.Add(isAsGiven ? literal.Start + i : literal.Start);
            i += text[i] == '\'' ? 1 : 0;
        }
    }
}
