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
    public ValueList<string> Parameters => _query.Slots.Select(slot => slot.Name).ToValueList();

    /// <summary>Calls it. Not kept means that it gives no row.</summary>
    /// <param name="arguments">A value for each parameter, cut or padded as its type asks (rule 1.26).</param>
    /// <exception cref="RuleGenException">RG0005: a number does not fit its parameter.</exception>
    /// <exception cref="ArgumentException">
    /// There are not as many values as parameters, or one is of another kind.
    /// </exception>
    public ScriptResult Apply(params ReadOnlySpan<SqlValue> arguments)
    {
        if (arguments.Length != _query.Slots.Count)
        {
            throw new ArgumentException("A function is called with one value for each parameter.", nameof(arguments));
        }

        var values = new SqlValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _query.Slots[i].Store(arguments[i]);
        }

        return _query.Evaluate(values);
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
        var values = new SqlValue[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = row[arguments[i]];
        }

        return Apply(values);
    }

    internal static ScriptFunction Bind(Dom.FunctionStatementBody function, string databaseCollation)
    {
        if (function.ReturnType is not Dom.SelectFunctionReturnType { SelectStatement: { } statement })
        {
            throw Refusal.Unsupported(function.Name, "A function that is not an inline table-valued one");
        }

        var query = QueryBinder.Unwrap(statement);
        if (query.FromClause is not null)
        {
            throw Refusal.Unsupported(query.FromClause, "FROM in a function");
        }

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
        return new ScriptFunction(
            function.Name.SchemaIdentifier?.Value ?? "",
            function.Name.BaseIdentifier.Value,
            outcome.Name,
            QueryBinder.Bind(Scope.Over(parameters), databaseCollation, query.WhereClause, outcome.Expression)
        );
    }
}
