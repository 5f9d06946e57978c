using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Sqlite;
using RuleGen.TSql;
using RuleGen.TSql.Interpret;

namespace RuleGen.Tests.Property;

/// <summary>Asks every engine about the rows of a case, all together: its preparation is then paid once.</summary>
internal static class Engines
{
    /// <summary>
    /// The opinions, the simple evaluator's first. Of what SQLite cannot decide exactly it has none, and is left out.
    /// </summary>
    public static List<Opinion> Ask(CodingCase asked)
    {
        var opinions = new List<Opinion>
        {
            Reference(asked),
            Opinion.Of("engine, in batches", () => InBatches(asked)),
            Opinion.Of("interpreter, case.sql and where.sql", () => Fragments(asked)),
        };
        var files = ScriptGenerator
            .Generate(asked.Published, asked.Source, Targets.SqlServer2017)
            .ToDictionary(file => file.Name, file => file.Text);
        opinions.Add(Opinion.Of("interpreter, view.sql", () => View(asked, files["view.sql"])));
        opinions.Add(Opinion.Of("interpreter, function.sql", () => Function(asked, files["function.sql"])));
        var translation = SqliteTranslator.Translate(asked.Coding, asked.Source);
        if (translation.Untranslatable.Count == 0)
        {
            opinions.Add(Opinion.Of("SQLite", () => Sqlite(asked, translation)));
        }

        return opinions;
    }

    /// <summary>The opinion of the simple evaluator.</summary>
    public static Opinion Reference(CodingCase asked) => Opinion.Of("engine, row by row", () => RowByRow(asked));

    private static IEnumerable<Result?> RowByRow(CodingCase asked)
    {
        var evaluator = new CodingEvaluator();
        var requirements = asked.Coding.CharacterRequirements;
        return asked.Rows.Select(row =>
            requirements.All(requirement => IsMet(requirement, row)) ? evaluator.FindResult(asked.Coding, row) : null
        );
    }

    /// <summary>Whether the profile models every character of a row's value.</summary>
    public static bool IsMet(CharacterRequirement requirement, Row row) =>
        row[requirement.Column].Text is not { } text || requirement.FindUnmodelled(text) is null;

    private static IEnumerable<Result?> InBatches(CodingCase asked)
    {
        var columns = asked.Source.RowColumns;
        var batch = new RowBatch(columns);
        foreach (var row in asked.Rows)
        {
            batch.Add(columns.Select(column => row[column]).ToArray());
        }

        var results = new RowResult[batch.Count];
        BatchEvaluator.Compile(asked.Coding).Evaluate(batch, results);
        return results.Select(result => result.IsEvaluated ? result.Result : (Result?)null);
    }

    private static IEnumerable<Result?> Fragments(CodingCase asked)
    {
        var interpreter = FragmentInterpreter.Load(
            CodingText.Case(asked.Coding),
            CodingText.Where(asked.Coding),
            asked.Source
        );
        return asked.Rows.Select(row => Answer(interpreter.Evaluate(row)));
    }

    private static IEnumerable<Result?> View(CodingCase asked, string script)
    {
        var view = ScriptInterpreter.Load(script, asked.Source).Views.Single();
        return asked.Rows.Select(row => Answer(view.Evaluate(row)));
    }

    private static IEnumerable<Result?> Function(CodingCase asked, string script)
    {
        var function = ScriptInterpreter.Load(script, asked.Source).Functions.Single();
        var columns = asked.Source.StoredFor(asked.Coding.NamedColumns);
        return asked.Rows.Select(row => Answer(function.CrossApply(row, columns)));
    }

    private static Result?[] Sqlite(CodingCase asked, SqliteTranslation translation)
    {
        using var database = SqliteDatabase.Create(asked.Source);
        database.Load(asked.Rows);
        database.CreateView("coding", translation);
        return database
            .ReadView("coding")
            .Select(result => result.NotEvaluated is null ? result.Result : (Result?)null)
            .ToArray();
    }

    private static Result? Answer(ScriptResult answer) => answer.NotEvaluated is null ? answer.Result : null;
}
