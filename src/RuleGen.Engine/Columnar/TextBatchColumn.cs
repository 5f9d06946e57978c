using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>Texts, or lists as texts, as the codes that a dictionary gives them.</summary>
/// <param name="type">The type of the column.</param>
internal sealed class TextBatchColumn(SqlType type) : BatchColumn
{
    private int[] _codes = new int[64];

    /// <summary>The distinct texts; also those of earlier rows.</summary>
    public TextDictionary Dictionary { get; } = new();

    /// <summary>The codes.</summary>
    public ReadOnlySpan<int> Codes => _codes.AsSpan(0, Count);

    public override SqlValue this[int row] => IsNull(row) ? SqlValue.Null : SqlValue.Kept(Text(row).ToString(), type);

    public override bool IsNull(int row) => Codes[row] == TextDictionary.Null;

    public override void AddNull() => AddCode(TextDictionary.Null);

    /// <summary>A text; empty where it is NULL.</summary>
    public ReadOnlySpan<char> Text(int row) => Dictionary[Codes[row]];

    /// <summary>Adds a text.</summary>
    public void Add(ReadOnlySpan<char> text) => AddCode(Dictionary.CodeOf(text));

    public override void Clear()
    {
        base.Clear();
        Dictionary.Trim();
    }

    private void AddCode(int code)
    {
        if (Count == _codes.Length)
        {
            Array.Resize(ref _codes, 2 * Count);
        }

        _codes[Count++] = code;
    }
}
