using System.Text;

namespace RuleGen.TSql.Read;

/// <summary>Tokens put together as clean T-SQL, and the way back from its offsets to the tokens.</summary>
internal sealed class CleanText
{
    private readonly List<int> _starts = [];

    /// <summary>
    /// The tokens as text, comments left out; line breaks and blanks stay where they were, each once.
    /// </summary>
    public CleanText(IEnumerable<Token> tokens)
    {
        Tokens = tokens.Where(token => token.Kind != TokenKind.Comment).ToList();
        var text = new StringBuilder();
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (i > 0 && Tokens[i].Start > Tokens[i - 1].End)
            {
                text.Append(Tokens[i].Line > Tokens[i - 1].LastLine ? '\n' : ' ');
            }

            _starts.Add(text.Length);
            text.Append(Tokens[i].Text);
        }

        Text = text.ToString();
    }

    public string Text { get; }

    public List<Token> Tokens { get; }

    /// <summary>The index of the token at an offset; the last one at the end of the text.</summary>
    public int IndexAt(int offset)
    {
        var found = _starts.BinarySearch(offset);
        return found >= 0 ? found : Math.Max(~found - 1, 0);
    }
}
