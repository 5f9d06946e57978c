using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql.Interpret.Running;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>A <c>SELECT</c> over one row at a time, ready to run.</summary>
/// <param name="Ordinary">What it says where LIKE looks past no character.</param>
/// <param name="LooksPast">What it says where LIKE looks past those of which nobody says whether it does (rule 1.41).</param>
/// <param name="Slots">What both read, in the order of the values given to <see cref="Evaluate"/>.</param>
/// <param name="Needs">What must be known about the characters of those values.</param>
/// <param name="LookedPastInPattern">The first character of a pattern that LIKE may look past; null where there is none.</param>
internal sealed record BoundQuery(
    BoundReading Ordinary,
    BoundReading LooksPast,
    IReadOnlyList<Slot> Slots,
    IReadOnlyList<CharacterNeed> Needs,
    char? LookedPastInPattern
)
{
    /// <summary>The values of a row of the source.</summary>
    public SqlValue[] Read(Row row)
    {
        var values = new SqlValue[Slots.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Slots[i].Column is { } column ? Slots[i].Store(row[column]) : SqlValue.Null;
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

    /// <summary>What the query makes of some values, or why nobody knows.</summary>
    public ScriptResult Evaluate(SqlValue[] values)
    {
        if (FindUnread(values) is { } unread)
        {
            return new ScriptResult(Result.NotKept, unread);
        }

        var result = Ordinary.Evaluate(values);
        return FindLookedPast(values) is { } character && LooksPast.Evaluate(values) != result
            ? new ScriptResult(Result.NotKept, character)
            : new ScriptResult(result, null);
    }

    /// <summary>What the condition is for some values, or why nobody knows.</summary>
    public PredicateResult EvaluateCondition(SqlValue[] values)
    {
        if (FindUnread(values) is { } unread)
        {
            return new PredicateResult(ThreeValued.Unknown, unread);
        }

        var truth = Ordinary.Where!.Evaluate(values);
        return FindLookedPast(values) is { } character && LooksPast.Where!.Evaluate(values) != truth
            ? new PredicateResult(ThreeValued.Unknown, character)
            : new PredicateResult(truth, null);
    }

    /// <summary>The first character that LIKE may look past, of a value, else of a pattern; null where there is none.</summary>
    private UnreadCharacter? FindLookedPast(SqlValue[] values)
    {
        foreach (var need in Needs)
        {
            if (need.FindLookedPast(values) is { } character)
            {
                return new UnreadCharacter(Slots[need.Slot].Name, character);
            }
        }

        return LookedPastInPattern is { } inPattern ? new UnreadCharacter(Slots[0].Name, inPattern) : null;
    }
}

/// <summary>A <c>SELECT</c> under one reading of its LIKEs.</summary>
/// <param name="Where">The condition that a row must meet; null keeps every row.</param>
/// <param name="Outcome">What the row gets; null is NULL.</param>
internal sealed record BoundReading(Condition? Where, Expression? Outcome)
{
    /// <summary>What it makes of some values.</summary>
    public Result Evaluate(SqlValue[] values) =>
        Where is null || Where.Evaluate(values) == ThreeValued.True ? Keep(Outcome, values) : Result.NotKept;

    private static Result Keep(Expression? outcome, SqlValue[] values) =>
        outcome?.Evaluate(values) is not { IsNull: false } value ? Result.Kept(null)
        : value.Text is { } text ? Result.Kept(text, LabelType.Text)
        : Result.Kept(
            value.Integer.ToString(CultureInfo.InvariantCulture),
            outcome.Type is BitType ? LabelType.Bit : LabelType.Integer
        );
}
