using RuleGen.Model;
using RuleGen.TSql.Interpret.Running;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>A <c>SELECT</c> over one row at a time, ready to run.</summary>
/// <param name="Where">The condition that a row must meet; null keeps every row.</param>
/// <param name="Outcome">What the row gets; null is NULL.</param>
/// <param name="Slots">What both read, in the order of the values given to <see cref="Evaluate"/>.</param>
/// <param name="Needs">What must be known about the characters of those values.</param>
internal sealed record BoundQuery(
    Condition? Where,
    Expression? Outcome,
    IReadOnlyList<Slot> Slots,
    IReadOnlyList<CharacterNeed> Needs
)
{
    /// <summary>The values of a row of the source.</summary>
    public SqlValue[] Read(Row row)
    {
        var values = new SqlValue[Slots.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Slots[i].Store(row[Slots[i].Column!]);
        }

        return values;
    }

    /// <summary>The first character in the way of evaluation; null where there is none.</summary>
    public UnreadCharacter? FindUnread(SqlValue[] values)
    {
        foreach (var need in Needs)
        {
            if (need.FindUnread(values) is { } character)
            {
                return new UnreadCharacter(Slots[need.Slot].Name, character);
            }
        }

        return null;
    }

    public ScriptResult Evaluate(SqlValue[] values)
    {
        if (FindUnread(values) is { } unread)
        {
            return new ScriptResult(Result.NotKept, unread);
        }

        var isKept = Where is null || Where.Evaluate(values) == ThreeValued.True;
        return new ScriptResult(isKept ? new Result(true, Outcome?.Evaluate(values).Text) : Result.NotKept, null);
    }
}
