using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>What the names in a script stand for: the columns of a source, or the parameters of a function.</summary>
internal sealed class Scope
{
    private readonly Source? _source;
    private readonly string[] _qualifiers;
    private readonly List<Slot> _slots;

    private Scope(Source? source, string[] qualifiers, List<Slot> slots)
    {
        _source = source;
        _qualifiers = qualifiers;
        _slots = slots;
    }

    /// <summary>What has been read so far; all parameters of a function, in their order.</summary>
    public IReadOnlyList<Slot> Slots => _slots;

    /// <summary>The columns of a source, alone or after one of some qualifiers.</summary>
    public static Scope Over(Source source, params string[] qualifiers) => new(source, qualifiers, []);

    /// <summary>The parameters of a function without FROM.</summary>
    public static Scope Over(IEnumerable<Slot> parameters) => new(null, [], parameters.ToList());

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

        return _source?.Find(name)
            ?? throw Refusal.Create(
                ErrorCodes.UnknownColumn,
                reference,
                _source is null
                    ? $"Column '{name}' is in a function that reads no table"
                    : $"The source has no column '{name}'",
                "Mend the name, or add the column to the schema file"
            );
    }

    /// <exception cref="RuleGenException">RG0105: there is no such column.</exception>
    public Expression Read(Dom.ColumnReferenceExpression reference)
    {
        var column = FindColumn(reference);
        var index = _slots.FindIndex(slot => slot.Column == column);
        if (index < 0)
        {
            index = _slots.Count;
            _slots.Add(new Slot(column.Name, Slot.TypeOf(column.Type, CollationStrength.Implicit), column));
        }

        return new SlotExpression(index, _slots[index].Type, Refusal.PositionOf(reference));
    }

    /// <exception cref="RuleGenException">RG0105: there is no such parameter.</exception>
    public Expression Read(Dom.VariableReference reference)
    {
        var index = _slots.FindIndex(slot => SqlName.Comparer.Equals(slot.Name, reference.Name));
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
