namespace RuleGen.Model.Authoring;

/// <summary>A list of a row, as rules are written in C#: <c>Diagnoses.Any(d =&gt; d.Text("Code").Like("M45%"))</c>.</summary>
public sealed class ListOperand
{
    private readonly Column _list;

    internal ListOperand(Column list) => _list = list;

    /// <summary>Whether there is an item for which a condition is TRUE.</summary>
    public Predicate Any(Func<ItemOperand, Predicate> condition) => Model.Any.Of(_list, condition(new(_list)));

    /// <summary>Whether there is an item.</summary>
    public Predicate Any() => Model.Any.Of(_list, condition: null);
}

/// <summary>An item of a list: the columns that a condition on it reads.</summary>
public sealed class ItemOperand
{
    private readonly Column _list;

    internal ItemOperand(Column list) => _list = list;

    /// <summary>The position, from 1.</summary>
    /// <exception cref="RuleGenException">RG0010: the items of the list have none.</exception>
    public NumberOperand Position => Number(ListType.PositionName);

    /// <summary>A character column of the item.</summary>
    /// <exception cref="RuleGenException">RG0010: it has no such column. RG0001: it is of another kind.</exception>
    public CharacterOperand Text(string name) => SqlColumns.Text(Find(name));

    /// <summary>A column of whole numbers or of decimals.</summary>
    /// <exception cref="RuleGenException">RG0010: it has no such column. RG0001: it is of another kind.</exception>
    public NumberOperand Number(string name) => SqlColumns.Number(Find(name));

    /// <summary>A column of dates, with or without times.</summary>
    /// <exception cref="RuleGenException">RG0010: it has no such column. RG0001: it is of another kind.</exception>
    public DateOperand Date(string name) => SqlColumns.Date(Find(name));

    private Column Find(string name) =>
        ((ListType)_list.Type).Find(name)
        ?? throw new RuleGenException(
            ErrorCodes.UnboundColumn,
            $"Items of the list '{_list.Name}' have no column '{name}'",
            "Add it to the list"
        );
}
