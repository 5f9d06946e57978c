using RuleGen.Model;
using RuleGen.TSql.Interpret;
using static RuleGen.Tests.Unit.Interpret.Interpreting;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>Views, inline functions and deployment scripts.</summary>
internal sealed class ScriptTests
{
    private const string View = """
        SET ANSI_NULLS, QUOTED_IDENTIFIER ON;
        GO
        -- The coding.
        CREATE OR ALTER VIEW [ebi].[back]
        WITH SCHEMABINDING
        AS
        SELECT
            [APCS].[id],
            [APCS].[d],
            CASE
                WHEN LEFT([APCS].[v], 4) LIKE '%V38[23456]%' THEN 'fusion'
                WHEN [APCS].[v] LIKE 'V%' THEN 'other'
            END AS [Outcome]
        FROM [dbo].[APCS] AS [APCS]
        WHERE 1=1
        AND ([APCS].[n] NOT LIKE '%C[0-9]%' OR [APCS].[n] IS NULL);
        GO
        """;

    private const string Function = """
        CREATE OR ALTER FUNCTION [ebi].[back_for](@v varchar(4), @n nvarchar(30), @i int)
        RETURNS TABLE
        AS
        RETURN
        (
            SELECT CASE WHEN @v COLLATE Latin1_General_CI_AS LIKE 'v382' THEN 'fusion' END AS [Outcome]
            WHERE @n NOT LIKE 'x' OR @i BETWEEN 1 AND 5
        );
        """;

    [Test]
    public void A_view_shows_key_carried_columns_and_outcome_of_the_rows_it_keeps()
    {
        var source = Over();
        var view = ScriptInterpreter.Load(View, source).View("BACK");
        var rows = view.Run([
            Row(source, ("id", 1), ("v", "V3821")),
            Row(source, ("id", 2), ("v", "V3821"), ("n", "C5")),
            Row(source, ("id", 3), ("v", "V39"), ("d", "2020-01-01"), ("n", "c")),
            Row(source, ("id", 4), ("v", "x")),
            Row(source, ("id", 5), ("v", "ß")),
        ]);
        ScriptRow[] expected =
        [
            new([Value(1), SqlValue.Null], "fusion", null),
            new([Value(3), Value(source.Find("d")!, "2020-01-01")], "other", null),
            new([Value(4), SqlValue.Null], null, null),
            new([Value(5), SqlValue.Null], null, new UnreadCharacter("v", 'ß')),
        ];
        Assert.That(rows, Is.EqualTo(expected));
        Assert.That(view.Schema, Is.EqualTo("ebi"));
        Assert.That(view.OutcomeName, Is.EqualTo("Outcome"));
        Assert.That(view.Columns.Select(column => column.Name), Is.EqualTo(["id", "d"]));
    }

    [Test]
    public void A_view_may_lack_the_outcome_the_condition_and_the_alias_and_name_its_columns()
    {
        var source = Over();
        var row = Row(source, ("id", 1), ("v", "x"));
        var view = ScriptInterpreter.Load("CREATE VIEW x AS SELECT id FROM APCS", source).Views.Single();
        Assert.That(view.Evaluate(row).Result, Is.EqualTo(new Result(true, null)));
        Assert.That((view.Schema, view.OutcomeName), Is.EqualTo(("", (string?)null)));

        const string named = "ALTER VIEW x (k, o) AS SELECT APCS.id, CASE WHEN v='x' THEN 'y' END FROM dbo.APCS";
        view = ScriptInterpreter.Load(named, source).Views.Single();
        Assert.That(view.OutcomeName, Is.EqualTo("o"));
        Assert.That(view.Evaluate(row).Result.Outcome, Is.EqualTo("y"));
    }

    [Test]
    public void A_function_gives_a_row_for_each_row_that_it_keeps()
    {
        var function = ScriptInterpreter.Load(Function, Over()).Function("back_for");
        Assert.That(function.Parameters, Is.EqualTo(["@v", "@n", "@i"]));
        Assert.That((function.Schema, function.OutcomeName), Is.EqualTo(("ebi", "Outcome")));
        Assert.That(Apply("V382", "y", null), Is.EqualTo(new Result(true, "fusion")));
        Assert.That(Apply("V39", "y", null), Is.EqualTo(new Result(true, null)));
        Assert.That(Apply("V382", "x", 9), Is.EqualTo(Result.NotKept));
        Assert.That(Apply("V382", null, 5), Is.EqualTo(new Result(true, "fusion")));
        Assert.That(Apply("V382", null, null), Is.EqualTo(Result.NotKept));

        Result Apply(object? v, object? n, object? i)
        {
            var source = Over();
            var result = function.Apply(Value(v), Value(n), Value(i));
            var row = Row(source, ("v", v), ("n", n), ("i", i));
            ValueList<Column> arguments = [source.Find("v")!, source.Find("n")!, source.Find("i")!];
            Assert.That(function.CrossApply(row, arguments), Is.EqualTo(result));
            Assert.That(result.NotEvaluated, Is.Null);
            return result.Result;
        }
    }

    [Test]
    public void Rule_1_26_a_parameter_cuts_or_pads_what_it_is_given()
    {
        const string text = """
            CREATE FUNCTION f(@a varchar(2), @b char(3), @c varchar) RETURNS TABLE AS RETURN
            SELECT 'x' AS o WHERE @a LIKE 'ab' AND @b LIKE 'ab_' AND @c LIKE 'a'
            """;
        var function = ScriptInterpreter.Load(text, Over()).Functions.Single();
        Assert.That(function.Apply(Value("abc"), Value("ab"), Value("ab")).Result.IsKept, Is.True);
    }

    [Test]
    public void A_number_that_does_not_fit_its_parameter_is_refused()
    {
        const string text = "CREATE FUNCTION f(@t tinyint) RETURNS TABLE AS RETURN SELECT 'x' AS o WHERE @t > 1";
        var function = ScriptInterpreter.Load(text, Over()).Functions.Single();
        Assert.That(function.Apply(Value(255)).Result.IsKept, Is.True);
        Assert.That(ProblemOf(() => function.Apply(Value(256))).Code, Is.EqualTo(ErrorCodes.OutOfRange));
        Assert.That(() => function.Apply(Value("x")), Throws.ArgumentException);
        Assert.That(() => function.Apply(), Throws.ArgumentException);
    }

    [Test]
    public void Rule_6_10_a_parameter_without_collate_takes_the_database_collation()
    {
        const string text = """
            CREATE FUNCTION f(@v varchar(30)) RETURNS TABLE AS RETURN SELECT 'x' AS o WHERE @v LIKE 'M54%'
            """;
        foreach (var collation in Collation.All)
        {
            var source = Over().WithCollation(collation);
            var row = Row(source, ("v", "m54"));
            ValueList<Column> arguments = [source.Find("v")!];
            var asColumn = PredicateInterpreter.Evaluate("v LIKE 'M54%'", source, row).Value == ThreeValued.True;
            // The default differs from the collation of the columns, so that the missing COLLATE shows.
            var asParameter = ScriptInterpreter
                .Load(text, source)
                .Function("f")
                .CrossApply(row, arguments)
                .Result.IsKept;
            Assert.That(asParameter, Is.Not.EqualTo(asColumn), collation.Name);
            var inDatabase = ScriptInterpreter.Load(text, source, collation.Name).Function("f");
            Assert.That(inDatabase.CrossApply(row, arguments).Result.IsKept, Is.EqualTo(asColumn), collation.Name);
        }
    }

    [Test]
    public void A_character_in_a_parameter_that_is_not_known_is_reported()
    {
        const string text = """
            CREATE FUNCTION f(@v varchar(30)) RETURNS TABLE AS RETURN SELECT 'x' AS o WHERE @v LIKE 'M54%'
            """;
        var function = ScriptInterpreter.Load(text, Over(), Windows).Functions.Single();
        var result = function.Apply(Value("aß"));
        Assert.That(result, Is.EqualTo(new ScriptResult(Result.NotKept, new UnreadCharacter("@v", 'ß'))));
    }

    [Test]
    public void Rule_10_6_a_deployment_script_is_looked_into()
    {
        var deploy = $"""
            :setvar Unused "x y"
            :on error exit
            SET XACT_ABORT, NOCOUNT ON;
            SET NUMERIC_ROUNDABORT OFF;
            GO
            BEGIN TRY
                BEGIN TRANSACTION;
                IF SCHEMA_ID(N'ebi') IS NULL
                    EXEC(N'CREATE SCHEMA [ebi]');
                EXEC(N'{Quoted(View.Split("GO")[1])}');
                EXEC sys.sp_executesql N'{Quoted(Function)}';
                EXEC sys.sp_addextendedproperty @name = N'hash', @value = N'CREATE VIEW no AS SELECT 1';
                DECLARE @sql nvarchar(max) = N'DROP VIEW x';
                EXEC(@sql);
                COMMIT;
            END TRY
            BEGIN CATCH
                THROW;
            END CATCH;
            GO
            CREATE FUNCTION ebi.clr(@a nvarchar(4000)) RETURNS nvarchar(10) AS EXTERNAL NAME [a].[b].[c];
            GO
            """;
        var script = ScriptInterpreter.Load(deploy, Over());
        Assert.That(script.Views.Select(view => view.Name), Is.EqualTo(["back"]));
        Assert.That(script.Functions.Select(function => function.Name), Is.EqualTo(["back_for"]));
        var row = Row(Over(), ("v", "V382"));
        Assert.That(script.View("back").Evaluate(row).Result, Is.EqualTo(new Result(true, "fusion")));
    }

    [Test]
    public void Positions_inside_a_text_that_is_executed_are_those_of_the_script()
    {
        var problem = ProblemOf(() =>
            ScriptInterpreter.Load("\nEXEC(N'CREATE VIEW x AS\nSELECT id FROM APCS\nWHERE zz = 1');", Over())
        );
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.UnknownColumn));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(4, 7)));
        problem = ProblemOf(() => ScriptInterpreter.Load("EXEC(N'CREATE VIEW x AS SELECT zz FROM APCS');", Over()));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(1, 32)));
    }

    [Test]
    public void A_name_that_the_script_does_not_create_or_creates_twice_is_refused()
    {
        var script = ScriptInterpreter.Load($"{View}\n{View}", Over());
        Assert.That(ProblemOf(() => script.View("back")).Code, Is.EqualTo(ErrorCodes.NoCoding));
        Assert.That(ProblemOf(() => script.View("x")).Code, Is.EqualTo(ErrorCodes.NoCoding));
        Assert.That(ProblemOf(() => script.Function("back")).Code, Is.EqualTo(ErrorCodes.NoCoding));
    }

    [TestCase("CREATE VIEW x AS SELECT id FROM", 1)]
    [TestCase("SELECT 1\nGO\nSELECT FROM", 3)]
    [TestCase("EXEC(N'SELECT 1\nFROM')", 2)]
    public void A_script_that_is_not_sql_is_refused_with_its_place(string script, int line)
    {
        var problem = ProblemOf(() => ScriptInterpreter.Load(script, Over()));
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.SyntaxError));
        Assert.That(problem.Position!.Value.Line, Is.EqualTo(line));
    }

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
