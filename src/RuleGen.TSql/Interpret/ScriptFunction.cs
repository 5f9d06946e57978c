using RuleGen.Model;
using RuleGen.TSql.Interpret.Binding;
using RuleGen.TSql.Interpret.Collating;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret;

/// <summary>
/// An inline table-valued function whose SELECT reads nothing but its parameters: under CROSS APPLY it gives one row
/// for a row that it keeps, and none for another.
/// </summary>
public sealed class ScriptFunction
{
    private readonly BoundQuery _query;

    private ScriptFunction(string schema, string name, string? outcomeName, BoundQuery query)
    {
        Schema = schema;
        Name = name;
        OutcomeName = outcomeName;
        _query = query;
    }

    /// <summary>The schema, without brackets; empty where the script names none.</summary>
    public string Schema { get; }

    /// <summary>The name, without brackets.</summary>
    public string Name { get; }

    /// <summary>The name of the column that it gives, the outcome.</summary>
    public string? OutcomeName { get; }

    /// <summary>The names of its parameters, in order, each with its <c>@</c>.</summary>
    public ValueList<string> Parameters => Slots.Select(slot => slot.Name).ToValueList();

    private IEnumerable<Slot> Slots => _query.Slots.Where(slot => slot.IsParameter);

    /// <summary>Calls it. Not kept means that it gives no row. The child tables that it reads are empty.</summary>
    /// <param name="arguments">A value for each parameter, cut or padded as its type asks (rule 1.26).</param>
    /// <exception cref="RuleGenException">RG0005: a number does not fit its parameter.</exception>
    /// <exception cref="ArgumentException">
    /// There are not as many values as parameters, or one is of another kind.
    /// </exception>
    public ScriptResult Apply(params ReadOnlySpan<SqlValue> arguments)
    {
        if (arguments.Length != Parameters.Count)
        {
            throw new ArgumentException("A function is called with one value for each parameter.", nameof(arguments));
        }

        return _query.Evaluate(Store(arguments, list => SqlValue.Of(ListItems.Of((ListType)list.Type, []))));
    }

    /// <summary>A value for each slot: the parameters come first.</summary>
    private SqlValue[] Store(ReadOnlySpan<SqlValue> arguments, Func<Column, SqlValue> findList)
    {
        var values = new SqlValue[_query.Slots.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] =
                i < arguments.Length ? _query.Slots[i].Store(arguments[i])
                : _query.Slots[i].Column is { } list ? findList(list)
                : SqlValue.Null;
        }

        return values;
    }

    /// <summary>Calls it as <c>CROSS APPLY function(column, …)</c> does for a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="arguments">The column that each parameter gets.</param>
    /// <exception cref="RuleGenException">RG0005: a number does not fit its parameter.</exception>
    /// <exception cref="ArgumentException">
    /// There are not as many columns as parameters, or one is of another kind, or the row lacks it.
    /// </exception>
    public ScriptResult CrossApply(Row row, ValueList<Column> arguments)
    {
        if (arguments.Count != Parameters.Count)
        {
            throw new ArgumentException("A function is called with one value for each parameter.", nameof(arguments));
        }

        return _query.Evaluate(Store(arguments.Select(argument => row[argument]).ToArray(), list => row[list]));
    }

    internal static ScriptFunction Bind(Dom.FunctionStatementBody function, Source source, string databaseCollation)
    {
        if (function.ReturnType is not Dom.SelectFunctionReturnType { SelectStatement: { } statement })
        {
            throw Refusal.Unsupported(function.Name, "A function that is not an inline table-valued one");
        }

        var query = QueryBinder.Unwrap(statement);
        var applied = FindDerived(query);

        var shown = QueryBinder.FindShown(query);
        if (shown is not [var outcome])
        {
            throw Refusal.Unsupported(query, "A function with more columns than the outcome");
        }

        var label = new CollationLabel(CollationStrength.CoercibleDefault, databaseCollation);
        var parameters = function.Parameters.Select(parameter => new Slot(
            parameter.VariableName.Value,
            DeclaredTypes.Read(parameter.DataType, DeclaredTypes.LengthInDeclaration, label),
            Column: null
        ));
        var scope = Scope.Over(parameters, source);
        foreach (var derived in applied)
        {
            scope.Apply(derived);
        }

        return new ScriptFunction(
            function.Name.SchemaIdentifier?.Value ?? "",
            function.Name.BaseIdentifier.Value,
            outcome.Name,
            QueryBinder.Bind(scope, databaseCollation, query.WhereClause, outcome.Expression)
        );
    }

    /// <summary>The queries, of one row each, that a function reads beside its parameters.</summary>
    private static List<Dom.QueryDerivedTable> FindDerived(Dom.QuerySpecification query)
    {
        var (reference, derived) = QueryBinder.FindJoined(query, Dom.UnqualifiedJoinType.CrossJoin);
        if (reference is Dom.QueryDerivedTable first)
        {
            derived.Add(first);
        }
        else if (query.FromClause is not null)
        {
            throw Refusal.Unsupported(query.FromClause, "FROM in a function, but a query over the items of a row,");
        }

        return derived;
    }
}
