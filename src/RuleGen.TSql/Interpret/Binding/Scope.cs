using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>
/// What the names in a script stand for: the columns of a source, or the parameters of a function; within a subquery the
/// columns of its rows, and then those around it.
/// </summary>
internal sealed class Scope
{
    private readonly Source? _source;
    private readonly string[] _qualifiers;
    private readonly List<Slot> _slots;
    private readonly Dictionary<string, Dom.QueryDerivedTable> _applied = new(SqlName.Comparer);

    /// <summary>What a subquery's own rows have; null outside of one.</summary>
    private readonly Scope? _outer;
    private readonly Func<string, TextPosition, Expression?>? _findOwn;

    private Scope(Source? source, string[] qualifiers, List<Slot> slots)
    {
        _source = source;
        _qualifiers = qualifiers;
        _slots = slots;
    }

    private Scope(Scope outer, string name, Func<string, TextPosition, Expression?> findOwn)
        : this(outer._source, [name], outer._slots)
    {
        _outer = outer;
        _findOwn = findOwn;
    }

    /// <summary>What has been read so far; all parameters of a function, in their order.</summary>
    public IReadOnlyList<Slot> Slots => _slots;

    /// <summary>The source; null where a function reads none.</summary>
    public Source? Source => _source;

    /// <summary>The columns of a source, alone or after one of some qualifiers.</summary>
    public static Scope Over(Source source, params string[] qualifiers) => new(source, qualifiers, []);

    /// <summary>The parameters of a function, and the lists of a source.</summary>
    public static Scope Over(IEnumerable<Slot> parameters, Source lists) => new(lists, [], parameters.ToList());

    /// <summary>The rows of a subquery within this.</summary>
    /// <param name="name">What the subquery calls them.</param>
    /// <param name="findOwn">The value of one of their columns; null where they have none of the name.</param>
    public Scope Within(string name, Func<string, TextPosition, Expression?> findOwn) => new(this, name, findOwn);

    /// <summary>Adds a query that is applied to each row, whose columns the name qualifies.</summary>
    public void Apply(Dom.QueryDerivedTable query) => _applied.Add(query.Alias.Value, query);

    /// <summary>The query that is applied under the qualifier of a column; null where there is none.</summary>
    public Dom.QueryDerivedTable? FindApplied(Dom.ColumnReferenceExpression reference) =>
        reference.MultiPartIdentifier?.Identifiers is [var qualifier, _]
            ? _applied.GetValueOrDefault(qualifier.Value) ?? _outer?.FindApplied(reference)
            : null;

    /// <exception cref="RuleGenException">RG0105: there is no such column.</exception>
    public Column FindColumn(Dom.ColumnReferenceExpression reference)
    {
        if (reference.ColumnType != Dom.ColumnType.Regular)
        {
            throw Refusal.Unsupported(reference, "A pseudo-column or *");
        }

        var names = reference.MultiPartIdentifier.Identifiers;
        var name = names[^1].Value;
        if (names.Count > 2 || (names.Count == 2 && !_qualifiers.Contains(names[0].Value, SqlName.Comparer)))
        {
            throw Refusal.Create(
                ErrorCodes.UnknownColumn,
                reference,
                $"'{names[0].Value}' before column '{name}' is not what the script reads from",
                "Write the column with the alias of its table"
            );
        }

        var isFunction = _qualifiers.Length == 0;
        return (isFunction ? null : _source?.Find(name))
            ?? throw Refusal.Create(
                ErrorCodes.UnknownColumn,
                reference,
                isFunction
                    ? $"Column '{name}' is in a function that reads no table"
                    : $"The source has no column '{name}'",
                "Mend the name, or add the column to the schema file"
            );
    }

    /// <exception cref="RuleGenException">RG0105: there is no such column.</exception>
    public Expression Read(Dom.ColumnReferenceExpression reference)
    {
        if (_outer is null)
        {
            return Read(FindColumn(reference), Refusal.PositionOf(reference));
        }

        var names = reference.MultiPartIdentifier?.Identifiers ?? [];
        var isOwn = names.Count == 1 || (names.Count == 2 && _qualifiers.Contains(names[0].Value, SqlName.Comparer));
        return (isOwn ? _findOwn!(names[^1].Value, Refusal.PositionOf(reference)) : null)
            ?? (
                isOwn && names.Count == 2
                    ? throw Refusal.Create(
                        ErrorCodes.UnknownColumn,
                        reference,
                        $"'{names[0].Value}' has no column '{names[1].Value}'",
                        "Mend the name, or add the column to the list in the schema file"
                    )
                    : _outer.Read(reference)
            );
    }

    /// <summary>A column of the row.</summary>
    public Expression Read(Column column, TextPosition position)
    {
        var index = FindSlot(column);
        return new SlotExpression(index, _slots[index].Type, position);
    }

    /// <summary>The slot of a column of the row.</summary>
    public int FindSlot(Column column)
    {
        var index = _slots.FindIndex(slot => slot.Column == column);
        return index >= 0
            ? index
            : Add(new Slot(column.InRow.Name, Slot.TypeOf(column.Type, CollationStrength.Implicit), column));
    }

    /// <summary>The slot of a column of a list's items.</summary>
    public int FindSlot(Column list, Column item)
    {
        var listSlot = FindSlot(list);
        var index = _slots.FindIndex(slot => slot.ListSlot == listSlot && slot.Item == item);
        return index >= 0
            ? index
            : Add(
                new Slot(list.Name, Slot.TypeOf(item.Type, CollationStrength.Implicit), Column: null)
                {
                    ListSlot = listSlot,
                    Item = item,
                }
            );
    }

    /// <summary>Adds a slot.</summary>
    public int Add(Slot slot)
    {
        _slots.Add(slot);
        return _slots.Count - 1;
    }

    /// <summary>The parameter of a name; -1 where there is none.</summary>
    public int FindParameter(string name) => _slots.FindIndex(slot => SqlName.Comparer.Equals(slot.Name, name));

    /// <exception cref="RuleGenException">RG0105: there is no such parameter.</exception>
    public Expression Read(Dom.VariableReference reference)
    {
        var index = FindParameter(reference.Name);
        return index >= 0
            ? new SlotExpression(index, _slots[index].Type, Refusal.PositionOf(reference))
            : throw Refusal.Create(
                ErrorCodes.UnknownColumn,
                reference,
                $"'{reference.Name}' is not declared",
                "Use a parameter of the function"
            );
    }
}
