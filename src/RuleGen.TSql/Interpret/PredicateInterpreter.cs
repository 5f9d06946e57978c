using RuleGen.Model;
using RuleGen.TSql.Interpret.Binding;

namespace RuleGen.TSql.Interpret;

/// <summary>Runs the text of one condition over rows of a source.</summary>
public sealed class PredicateInterpreter
{
    private readonly BoundQuery _query;

    private PredicateInterpreter(BoundQuery query) => _query = query;

    /// <summary>
    /// Reads a condition; names may stand alone, or after the source's alias or the name of its table.
    /// </summary>
    /// <param name="predicate">The condition, without WHERE.</param>
    /// <param name="source">The columns, with their types.</param>
    /// <param name="databaseCollation">As for <see cref="ScriptInterpreter.Load"/>.</param>
    /// <exception cref="RuleGenException">As for <see cref="ScriptInterpreter.Load"/>.</exception>
    public static PredicateInterpreter Load(string predicate, Source source, string? databaseCollation = null) =>
        new(
            QueryBinder.Bind(
                Scope.Over(source, source.Alias, source.Table.Name),
                ScriptInterpreter.ChooseDatabaseCollation(source, databaseCollation),
                FragmentInterpreter.ParseWhere(predicate),
                outcome: null
            )
        );

    /// <summary>Reads a condition and evaluates it for one row.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Load"/>.</exception>
    public static PredicateResult Evaluate(string predicate, Source source, Row row) =>
        Load(predicate, source).Evaluate(row);

    /// <summary>What the condition is for a row.</summary>
    /// <exception cref="ArgumentException">The row lacks a column that the condition reads.</exception>
    public PredicateResult Evaluate(Row row) => _query.EvaluateCondition(_query.Read(row));
}
