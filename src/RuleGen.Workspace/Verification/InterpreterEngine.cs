using RuleGen.Model;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;

namespace RuleGen.Workspaces.Verification;

/// <summary>The interpreter, which runs the text of a script that was generated for the coding.</summary>
internal sealed class InterpreterEngine : IVerificationEngine
{
    private readonly Source _source;
    private readonly Func<Row, ScriptResult> _evaluate;
    private readonly Dictionary<Predicate, PredicateInterpreter> _clauses = [];

    private InterpreterEngine(string scriptObject, Source source, Func<Row, ScriptResult> evaluate)
    {
        Name = new EngineName("interpreter", scriptObject);
        _source = source;
        _evaluate = evaluate;
    }

    /// <inheritdoc/>
    public EngineName Name { get; }

    /// <summary>Runs the view that a script creates.</summary>
    /// <exception cref="RuleGenException">The interpreter does not run the script.</exception>
    public static InterpreterEngine OfView(string script, Source source)
    {
        var view = ScriptInterpreter.Load(script, source).Views.Single();
        return new InterpreterEngine("view", source, view.Evaluate);
    }

    /// <summary>Runs the inline function that a script creates, under CROSS APPLY over the coding's columns.</summary>
    /// <exception cref="RuleGenException">The interpreter does not run the script.</exception>
    public static InterpreterEngine OfFunction(string script, Source source, Coding coding)
    {
        var function = ScriptInterpreter.Load(script, source).Functions.Single();
        var columns = source.StoredFor(coding.NamedColumns);
        return new InterpreterEngine("function", source, row => function.CrossApply(row, columns));
    }

    /// <inheritdoc/>
    public void Evaluate(IReadOnlyList<Row> rows, Answer[] answers)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (result, notEvaluated) = _evaluate(rows[i]);
            answers[i] = notEvaluated is null ? new Answer(result) : Answer.NotEvaluated;
        }
    }

    /// <inheritdoc/>
    public Truth? Evaluate(Predicate clause, Row row)
    {
        if (!_clauses.TryGetValue(clause, out var interpreter))
        {
            interpreter = PredicateInterpreter.Load(FragmentWriter.WritePredicate(clause), _source);
            _clauses.Add(clause, interpreter);
        }

        var (value, notEvaluated) = interpreter.Evaluate(row);
        return notEvaluated is not null
            ? null
            : value switch
            {
                ThreeValued.True => Truth.True,
                ThreeValued.False => Truth.False,
                _ => Truth.Unknown,
            };
    }

    /// <inheritdoc/>
    public void Dispose() { }
}
