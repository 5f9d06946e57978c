using RuleGen.Data.Csv;
using RuleGen.Model;
using RuleGen.Proof.Differences;

namespace RuleGen.Workspaces.Diffing;

/// <summary>
/// Writes the rows that get another result as CSV: the key, <c>Change</c> by the name that the regions have for it,
/// <c>OldOutcome</c> and <c>NewOutcome</c>. Which side keeps the row follows from the change.
/// </summary>
internal sealed class ChangedRowWriter
{
    private readonly CsvWriter _writer;

    /// <summary>A writer that has written the header.</summary>
    public ChangedRowWriter(ValueList<Column> key, TextWriter output, string nullToken)
    {
        _writer = new CsvWriter(output, nullToken);
        foreach (var name in key.Select(column => column.Name).Concat(["Change", "OldOutcome", "NewOutcome"]))
        {
            _writer.Write(name);
        }

        _writer.EndRecord();
    }

    /// <summary>Writes a row if its results differ.</summary>
    public void Write(Row key, Result old, Result @new)
    {
        if (ChangeKinds.Of(old, @new) is not { } kind)
        {
            return;
        }

        foreach (var column in key.Columns)
        {
            _writer.Write(key[column]);
        }

        _writer.Write(ChangeName.Of(kind));
        _writer.Write(old.Outcome);
        _writer.Write(@new.Outcome);
        _writer.EndRecord();
    }
}
