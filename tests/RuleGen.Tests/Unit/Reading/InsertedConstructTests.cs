using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>
/// T-SQL that changes which rows there are, or what they get, is put into every gap of a text: the text is then refused, or
/// read as another coding, but never as what it was. T-SQL that changes nothing is put in, too: it is read as what it was.
/// </summary>
public sealed class InsertedConstructTests
{
    private const string Case = "CASE WHEN Admission_Method LIKE '2%' THEN 'x' ELSE 'y' END";
    private const string Where = "WHERE Administrative_Category <> '02' AND Any_Spell_Diagnosis IS NULL";

    /// <summary>Texts in words that one blank parts, so that every blank is a gap.</summary>
    private static readonly string[] Texts =
    [
        $"SELECT APCS_Ident , {Case} AS grp FROM dbo . APCS AS a {Where}",
        $"SELECT {Case} FROM dbo.APCS {Where} ;",
        $"SELECT * FROM [dbo].[APCS] {Where}",
        $"CREATE VIEW dbo.v AS SELECT APCS_Ident , grp = {Case} FROM dbo.APCS a {Where}",
        $"SET NOCOUNT ON ; USE [Warehouse] ; SELECT {Case} AS grp FROM dbo.APCS",
        $"CREATE FUNCTION dbo.f () RETURNS TABLE AS RETURN ( SELECT {Case} AS grp FROM dbo.APCS {Where} )",
        $"{Case} AS grp {Where}",
        $"WHEN Admission_Method LIKE '2%' THEN 'x' {Where}",
    ];

    private static readonly string[] ThatChangeResults =
    [
        "INNER JOIN dbo.B b ON b.Id = 1 AND b.Flag = 1",
        "JOIN dbo.B ON 1=1",
        "LEFT JOIN dbo.B b ON b.Id = 1 AND b.Flag = 1",
        "LEFT OUTER HASH JOIN dbo.B b ON 1=1",
        "RIGHT JOIN dbo.B b ON 1=1",
        "FULL OUTER JOIN dbo.B b ON 1=1",
        "CROSS JOIN dbo.B",
        ", dbo.B AS b (x)",
        ", dbo.APCS AS b WITH (NOLOCK)",
        "CROSS APPLY (SELECT 1 AS x) AS y",
        "OUTER APPLY dbo.g(1) AS y",
        "CROSS APPLY (VALUES (1), (2)) AS y (z)",
        "TABLESAMPLE (10 PERCENT)",
        "TABLESAMPLE SYSTEM (10 ROWS) REPEATABLE (1)",
        "FOR SYSTEM_TIME ALL",
        "FOR SYSTEM_TIME AS OF '2024-01-01'",
        "FOR SYSTEM_TIME BETWEEN '2024-01-01' AND '2024-02-01'",
        "FOR PATH",
        "PIVOT (MAX(Age) FOR Sex IN ([1], [2])) AS p",
        "UNPIVOT (v FOR c IN (d1, d2)) AS u",
        "WITH (READPAST)",
        "WITH (NOLOCK, READPAST)",
        "DISTINCT",
        "TOP 10",
        "TOP (10)",
        "TOP (10) PERCENT",
        "TOP 100 WITH TIES",
        "TOP (@n)",
        "GROUP BY Admission_Method",
        "GROUP BY ROLLUP (Admission_Method)",
        "HAVING COUNT(*) > 1",
        "ORDER BY 1 OFFSET 1 ROWS",
        "ORDER BY 1 OFFSET 0 ROWS FETCH NEXT 1 ROWS ONLY",
        "UNION SELECT 'x'",
        "UNION ALL SELECT 'x' FROM dbo.APCS",
        "EXCEPT SELECT 'x'",
        "INTERSECT SELECT 'x'",
        "FOR XML AUTO",
        "FOR XML PATH ('')",
        "FOR JSON PATH",
        "FOR BROWSE",
        "WINDOW w AS (ORDER BY 1)",
        "OPTION (FOR TIMESTAMP AS OF '2024-01-01T00:00:00')",
        "OPTION (USE PLAN N'<x/>')",
        "WITH c AS (SELECT 1 AS x)",
        "; WITH APCS AS (SELECT TOP 10 * FROM dbo.APCS)",
        "; DELETE FROM dbo.APCS",
        "; DELETE dbo.APCS WHERE 1 = 1",
        "; UPDATE dbo.APCS SET Admission_Method = NULL",
        "; INSERT INTO dbo.APCS (APCS_Ident) VALUES (1)",
        "; INSERT dbo.APCS EXEC dbo.p",
        "; MERGE dbo.APCS AS t USING dbo.B AS s ON 1=1 WHEN MATCHED THEN DELETE",
        "; TRUNCATE TABLE dbo.APCS",
        "; DROP TABLE dbo.APCS",
        "; DROP VIEW dbo.APCS",
        "; ALTER TABLE dbo.APCS DROP COLUMN Admission_Method",
        "; ALTER TABLE dbo.APCS SWITCH TO dbo.B",
        "; CREATE SYNONYM dbo.APCS2 FOR dbo.B",
        "; EXEC dbo.p",
        "; EXEC (@sql)",
        "; EXEC ('DELETE FROM dbo.APCS')",
        "; EXEC ('SELECT 1') AT Linked",
        "; EXEC sp_executesql N'DELETE FROM dbo.APCS'",
        "; EXEC sp_executesql @sql",
        "; EXEC sp_rename 'dbo.B', 'APCS'",
        "; BULK INSERT dbo.APCS FROM 'x.csv'",
        "; DBCC CHECKIDENT ('dbo.APCS')",
        "; CREATE PROCEDURE dbo.p AS DELETE FROM dbo.APCS",
        "; DISABLE TRIGGER ALL ON dbo.APCS",
        "; SELECT APCS_Ident, 'q' AS grp INTO dbo.t FROM dbo.APCS",
        "; BEGIN TRY DELETE FROM dbo.APCS END TRY BEGIN CATCH END CATCH",
        "; IF 1 = 1 DELETE FROM dbo.APCS",
        "; WHILE 1 = 1 DELETE FROM dbo.APCS",
        "\nGO\nDELETE FROM dbo.APCS\nGO\n",
        "\nGO 5\n",
        "\n:r other.sql\n",
        ", 'z' + 'z'",
        ", ROW_NUMBER() OVER (ORDER BY 1) AS n",
        ", COUNT(*) AS n",
        ", (SELECT 1) AS n",
        ", CASE WHEN 1=1 THEN 'q' END AS second",
        ", @x AS v",
        "AND NOT EXISTS (SELECT 1 FROM dbo.B)",
        "AND Admission_Method IN (SELECT m FROM dbo.B)",
        "AND 1=0",
        "OR 1=1",
        "NOT",
    ];

    /// <summary>What stands before the text: it takes the meaning of what comes after it away.</summary>
    private static readonly string[] BeforeThatChangeResults =
    [
        "SET ANSI_NULLS OFF;",
        "SET ANSI_NULLS OFF\nGO\n",
        "SET ANSI_DEFAULTS OFF;",
        "SET ROWCOUNT 10;",
        "SET NOEXEC ON;",
        "SET PARSEONLY ON;",
        "SET FMTONLY ON;",
        "SET NOCOUNT ON SET ANSI_NULLS OFF;",
        "DELETE FROM dbo.APCS;",
        "UPDATE dbo.APCS SET Admission_Method = NULL;",
        "DROP TABLE IF EXISTS dbo.APCS;",
        "DROP VIEW dbo.APCS\nGO\n",
        "EXEC dbo.prepare;",
        "IF 1 = 0 ",
        "WHILE 1 = 1 ",
        "RETURN;",
        "WITH APCS AS (SELECT TOP 1 * FROM dbo.B) ",
        ";WITH c AS (SELECT 1 AS x) ",
        "INSERT INTO dbo.t ",
        "DECLARE @t TABLE (c int); INSERT INTO @t EXEC dbo.p;",
        "DECLARE @t TABLE (c int); INSERT INTO @t OUTPUT inserted.c INTO dbo.APCS (APCS_Ident) VALUES (1);",
        "DECLARE @t TABLE (c int); DELETE a FROM dbo.APCS AS a JOIN @t AS t ON 1=1;",
        "INSERT dbo.t (grp) ",
        "DECLARE c CURSOR FOR ",
        "EXPLAIN ",
    ];

    private static readonly string[] BeforeThatChangeNothing =
    [
        "USE [Warehouse]\nGO\n",
        "use Warehouse;\n",
        "SET ANSI_NULLS ON\nGO\nSET QUOTED_IDENTIFIER ON\nGO\n",
        "SET NOCOUNT, XACT_ABORT ON;",
        "/****** Object:  View [dbo].[v]    Script Date: 01/02/2024 10:11:12 ******/\nSET ANSI_NULLS ON\nGO\n",
        "DROP VIEW IF EXISTS dbo.v;\nGO\n",
        "IF OBJECT_ID('dbo.v') IS NOT NULL DROP VIEW dbo.v;\nGO\n",
        "IF EXISTS (SELECT * FROM sys.views WHERE name = 'v')\nBEGIN\n    DROP VIEW dbo.v\nEND\nGO\n",
        "IF OBJECT_ID('tempdb..#t') IS NOT NULL DROP TABLE #t;\nGO\n",
        "PRINT 'creating the view';\nGO\n",
        "GO\n",
        "-- only a comment\n",
        "SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED;\nGO\n",
        "DECLARE @start date = '2024-04-01';\nGO\n",
        "DECLARE @t TABLE (c int); INSERT INTO @t VALUES (1); UPDATE @t SET c = 2; DELETE FROM @t;\nGO\n",
        ";;",
    ];

    private static readonly string[] AfterThatChangeNothing =
    [
        ";",
        "\nGO",
        "\nGO\n\nGRANT SELECT ON dbo.v TO [Analysts]\nGO\n",
        "\nGO\nEXEC sys.sp_addextendedproperty @name = N'MS_DiagramPaneCount', @value = 1, @level0type = N'SCHEMA',\n"
            + "@level0name = N'dbo', @level1type = N'VIEW', @level1name = N'v'\nGO",
        "\nORDER BY 1",
        "\nORDER BY APCS_Ident DESC, 2 ASC;",
        "\nOPTION (RECOMPILE, MAXDOP 4)",
        "\n-- the end",
        "\nGO\nSET ANSI_NULLS OFF\nGO\n",
    ];

    public static IEnumerable<TestCaseData> Insertions =>
        from text in Texts
        from construct in ThatChangeResults
        select new TestCaseData(text, construct);

    [TestCaseSource(nameof(Insertions))]
    public void A_construct_that_changes_results_is_never_passed_over(string text, string construct)
    {
        var before = Reading.Coding(text);
        var words = text.Split(' ');
        var passedOver = Enumerable
            .Range(1, words.Length)
            .Select(gap => $"{string.Join(' ', words[..gap])} {construct} {string.Join(' ', words[gap..])}".TrimEnd())
            .Where(changed => Equals(before, ReadOrNull(changed)))
            .ToList();

        Assert.That(passedOver, Is.Empty);
    }

    [TestCaseSource(nameof(BeforeThatChangeResults))]
    public void What_stands_before_a_query_and_changes_its_result_is_never_passed_over(string before)
    {
        foreach (var query in Texts.Where(text => text.StartsWith("SELECT", StringComparison.Ordinal)))
        {
            Assert.That(ReadOrNull(before + query), Is.Not.EqualTo(Reading.Coding(query)), query);
        }
    }

    [TestCaseSource(nameof(BeforeThatChangeNothing))]
    public void What_stands_before_a_script_and_changes_nothing_is_passed_over(string before)
    {
        // CREATE is the first of its batch.
        var mayBeFirst =
            before.Trim().EndsWith("GO", StringComparison.Ordinal) || before.StartsWith("--", StringComparison.Ordinal);
        foreach (
            var script in Texts
                .Take(6)
                .Where(text => mayBeFirst || !text.StartsWith("CREATE", StringComparison.Ordinal))
        )
        {
            Assert.That(Reading.Coding(before + script), Is.EqualTo(Reading.Coding(script)), script);
        }
    }

    [TestCaseSource(nameof(AfterThatChangeNothing))]
    public void What_stands_after_a_query_and_changes_nothing_is_passed_over(string after)
    {
        foreach (
            var query in Texts
                .Where(text => text.StartsWith("SELECT", StringComparison.Ordinal))
                .Select(text => text.TrimEnd(';', ' '))
        )
        {
            Assert.That(Reading.Coding(query + after), Is.EqualTo(Reading.Coding(query)), query);
        }
    }

    [TestCase("dbo.Other")]
    [TestCase("Other")]
    [TestCase("other.APCS")]
    [TestCase("Warehouse.dbo.APCS")]
    [TestCase("Warehouse..APCS")]
    [TestCase("[Linked].[Warehouse].[dbo].[APCS]")]
    [TestCase("dbo.APCS_old")]
    [TestCase("dbo.APCS (READPAST)")]
    [TestCase("dbo.APCS AS a WITH (NOLOCK, READPAST)")]
    [TestCase("[dbo.APCS]")]
    [TestCase("#APCS")]
    [TestCase("##APCS")]
    [TestCase("@APCS")]
    [TestCase("sys.objects")]
    [TestCase("INFORMATION_SCHEMA.TABLES")]
    [TestCase("dbo.APCS(1)")]
    [TestCase("dbo.APCS() AS a")]
    [TestCase("(SELECT * FROM dbo.APCS) AS a")]
    [TestCase("(SELECT TOP 10 * FROM dbo.APCS WHERE Admission_Method = '11') a")]
    [TestCase("(SELECT DISTINCT * FROM dbo.APCS) a")]
    [TestCase("(dbo.APCS CROSS JOIN dbo.B)")]
    [TestCase("{oj dbo.APCS LEFT OUTER JOIN dbo.B ON 1=1}")]
    [TestCase(
        "(VALUES ('11', '02', NULL, 1)) AS a (Admission_Method, Administrative_Category, Any_Spell_Diagnosis, APCS_Ident)"
    )]
    [TestCase("OPENROWSET('SQLNCLI', 'x', 'SELECT 1') AS a")]
    [TestCase("OPENROWSET(BULK 'x.csv', FORMATFILE = 'x.fmt') AS a")]
    [TestCase("OPENQUERY(Linked, 'SELECT 1') AS a")]
    [TestCase("OPENDATASOURCE('SQLNCLI', 'x').Warehouse.dbo.APCS")]
    [TestCase("OPENJSON('[]') AS a")]
    [TestCase("OPENXML(1, '/') AS a")]
    [TestCase("STRING_SPLIT('a,b', ',') AS a")]
    [TestCase("CHANGETABLE(CHANGES dbo.APCS, 0) AS a")]
    [TestCase("CONTAINSTABLE(dbo.APCS, *, 'x') AS a")]
    [TestCase("GENERATE_SERIES(1, 2) AS a")]
    [TestCase("(DELETE FROM dbo.APCS OUTPUT deleted.*) AS a")]
    public void Rows_of_anything_but_the_source_are_refused(string rows)
    {
        foreach (var items in (string[])["*", Case + " AS grp", $"APCS_Ident, {Case} AS grp"])
        {
            foreach (
                var text in (string[])
                    [$"SELECT {items} FROM {rows} {Where}", $"CREATE VIEW dbo.v AS SELECT {items} FROM {rows} {Where}"]
            )
            {
                Assert.That(ReadOrNull(text), Is.Null, text);
            }
        }
    }

    [TestCase("[dbo].[APCS]")]
    [TestCase("DBO.apcs")]
    [TestCase("\"dbo\".\"APCS\"")]
    [TestCase("[dbo] . APCS AS a")]
    [TestCase("dbo.APCS [the spells]")]
    [TestCase("APCS")]
    [TestCase("dbo.APCS WITH (NOLOCK)")]
    [TestCase("dbo.APCS AS a (NOLOCK)")]
    [TestCase("dbo.APCS a WITH (TABLOCK, INDEX(1))")]
    public void The_source_is_read_by_any_spelling(string rows) =>
        Assert.That(
            Reading.Coding($"SELECT {Case} AS grp FROM {rows} {Where}"),
            Is.EqualTo(Reading.Coding($"{Case} {Where}"))
        );

    [TestCase("ISNULL({0}, 'none')")]
    [TestCase("COALESCE({0}, 'none')")]
    [TestCase("NULLIF({0}, 'x')")]
    [TestCase("'low-' + {0}")]
    [TestCase("{0} + '-low'")]
    [TestCase("CONCAT({0}, 'x')")]
    [TestCase("UPPER({0})")]
    [TestCase("LEFT({0}, 0)")]
    [TestCase("REPLACE({0}, 'x', 'z')")]
    [TestCase("CAST({0} AS varchar(1))")]
    [TestCase("CONVERT(char(5), {0})")]
    [TestCase("TRY_CAST({0} AS int)")]
    [TestCase("IIF(1 = 1, {0}, 'q')")]
    [TestCase("CHOOSE(1, {0})")]
    [TestCase("CASE WHEN 1 = 1 THEN {0} END")]
    [TestCase("CASE {0} WHEN 'x' THEN 'z' END")]
    [TestCase("MAX({0})")]
    [TestCase("SUM({0})")]
    [TestCase("MIN({0}) OVER (PARTITION BY APCS_Ident)")]
    [TestCase("FIRST_VALUE({0}) OVER (ORDER BY APCS_Ident)")]
    [TestCase("STRING_AGG({0}, ',')")]
    [TestCase("COUNT(DISTINCT {0})")]
    [TestCase("dbo.f({0})")]
    [TestCase("(SELECT {0})")]
    [TestCase("(SELECT TOP 1 {0} FROM dbo.B)")]
    [TestCase("({0}) COLLATE Latin1_General_BIN2")]
    [TestCase("{0} AT TIME ZONE 'UTC'")]
    [TestCase("{0}, 'z' + 'z'")]
    [TestCase("{0}, IIF(1 = 1, 'a', 'b')")]
    [TestCase("@x = {0}")]
    public void Something_around_the_CASE_is_never_dropped(string item)
    {
        var written = string.Format(System.Globalization.CultureInfo.InvariantCulture, item, Case);
        foreach (var where in (string[])["", Where])
        {
            Assert.That(ReadOrNull($"SELECT {written} AS grp FROM dbo.APCS {where}"), Is.Null);
            Assert.That(ReadOrNull($"SELECT grp = {written} FROM dbo.APCS {where}"), Is.Null);
        }

        Assert.That(ReadOrNull($"{written} {Where}"), Is.Null);
    }

    [TestCase("1.5 AS n")]
    [TestCase("1")]
    [TestCase("GETDATE() AS d")]
    [TestCase("COUNT(*) AS n")]
    [TestCase("Admission_Method + '' AS grp")]
    [TestCase("UPPER(Admission_Method)")]
    [TestCase("Admission_Method AS grp")]
    [TestCase("ISNULL(Admission_Method, 'x')")]
    [TestCase("$ROWGUID")]
    [TestCase("@x AS v")]
    [TestCase("(SELECT 1) AS n")]
    [TestCase("NEXT VALUE FOR dbo.s AS n")]
    [TestCase("'a' AS x, 'b' AS y")]
    public void A_label_that_is_no_literal_is_never_dropped(string item) =>
        Assert.That(ReadOrNull($"SELECT {item} FROM dbo.APCS {Where}"), Is.Null);

    [Test]
    public void A_constant_beside_the_WHERE_is_the_label_of_every_row()
    {
        var expected = Reading.Coding($"WHEN 1=1 THEN 'x' {Where}");
        foreach (
            var item in (string[])
                ["'x' AS [strategy]", "[strategy] = 'x'", "('x')", "APCS_Ident, 'x' grp", "*, 'x' AS grp"]
        )
        {
            Assert.That(Reading.Coding($"SELECT {item} FROM dbo.APCS {Where}"), Is.EqualTo(expected), item);
        }
    }

    [TestCase("Primary_Spell_Diagnosis, Admission_Method", true)]
    [TestCase("a.Primary_Spell_Diagnosis, [Admission_Method] AS Admission_Method", true)]
    [TestCase("APCS_Ident AS SpellID", true)]
    [TestCase("*", true)]
    [TestCase("APCS_Ident, Admission_Method AS grp", false)]
    [TestCase("grp = Admission_Method", false)]
    public void Columns_without_a_CASE_are_read_by_their_own_names_alone(string items, bool isRead) =>
        Assert.That(
            ReadOrNull($"SELECT {items} FROM dbo.APCS AS a {Where}"),
            isRead ? Is.EqualTo(Reading.Coding(Where)) : Is.Null
        );

    [TestCase("a.Admission_Method", "dbo.APCS AS a", true)]
    [TestCase("A.Admission_Method", "dbo.APCS [a]", true)]
    [TestCase("apcs.Admission_Method", "dbo.APCS", true)]
    [TestCase("b.Admission_Method", "dbo.APCS AS a", false)]
    [TestCase("APCS.Admission_Method", "dbo.APCS AS a", false)]
    [TestCase("b.Admission_Method", "dbo.APCS", false)]
    public void A_qualifier_is_what_FROM_calls_the_source(string column, string table, bool isRead)
    {
        var read = ReadOrNull($"SELECT * FROM {table} WHERE {column} = '11'");

        Assert.That(read, isRead ? Is.EqualTo(Reading.Coding("WHERE Admission_Method = '11'")) : Is.Null);
    }

    [TestCase("varchar(2)", true)]
    [TestCase("VARCHAR (100)", true)]
    [TestCase("[varchar](max)", true)]
    [TestCase("varchar(2) = '11'", true)]
    [TestCase("varchar(1)", false)]
    [TestCase("varchar", false)]
    [TestCase("char(2)", false)]
    [TestCase("nvarchar(2)", false)]
    [TestCase("int", false)]
    [TestCase("dbo.Method", false)]
    public void A_parameter_holds_every_value_of_its_column(string type, bool isRead)
    {
        const string Condition = "WHERE @Admission_Method COLLATE Latin1_General_CI_AS = '11'";
        var read = ReadOrNull(
            $"CREATE FUNCTION dbo.f (@Admission_Method {type}, @other int) RETURNS TABLE AS RETURN SELECT 'x' AS y {Condition}"
        );

        Assert.That(
            read,
            isRead ? Is.EqualTo(Reading.Coding("WHEN 1=1 THEN 'x' WHERE Admission_Method = '11'")) : Is.Null
        );
    }

    [TestCase("int", true)]
    [TestCase("bigint", true)]
    [TestCase("smallint", false)]
    [TestCase("decimal(10, 0)", false)]
    public void A_parameter_of_a_number_holds_every_value_of_its_column(string type, bool isRead)
    {
        var read = ReadOrNull(
            $"CREATE FUNCTION f (@Age_At_Start_of_Spell_SUS {type}) RETURNS TABLE AS RETURN SELECT 'x' AS y "
                + "WHERE @Age_At_Start_of_Spell_SUS > 18"
        );

        Assert.That(read is not null, Is.EqualTo(isRead));
    }

    [TestCase("SET QUOTED_IDENTIFIER OFF\nGO\n", "Admission_Method", true)]
    [TestCase("SET QUOTED_IDENTIFIER OFF\nGO\n", "\"Admission_Method\"", false)]
    [TestCase("SET QUOTED_IDENTIFIER OFF\nGO\nSET QUOTED_IDENTIFIER ON\nGO\n", "\"Admission_Method\"", true)]
    [TestCase("SET ANSI_NULLS OFF; SET ANSI_NULLS ON;", "Admission_Method", true)]
    [TestCase("SET ANSI_NULLS OFF; IF 1=0 SET ANSI_NULLS ON;", "Admission_Method", false)]
    [TestCase("SET ANSI_WARNINGS, ANSI_PADDING, CONCAT_NULL_YIELDS_NULL OFF;", "Admission_Method", true)]
    [TestCase("IF @@ERROR <> 0 SET NOEXEC ON;\nGO\n", "Admission_Method", true)]
    [TestCase("SET NOEXEC ON;\nGO\nSET NOEXEC OFF;\nGO\n", "Admission_Method", true)]
    [TestCase("IF 1=1 RETURN;", "Admission_Method", true)]
    [TestCase("RETURN;\nGO\n", "Admission_Method", true)]
    [TestCase("BEGIN TRY RETURN END TRY BEGIN CATCH END CATCH;", "Admission_Method", false)]
    public void An_option_counts_where_it_is_in_force(string before, string column, bool isRead)
    {
        var read = ReadOrNull($"{before} SELECT * FROM dbo.APCS WHERE {column} = '11'");

        Assert.That(read, isRead ? Is.EqualTo(Reading.Coding("WHERE Admission_Method = '11'")) : Is.Null);
    }

    [Test]
    public void A_statement_is_no_heading() =>
        Assert.That(ReadOrNull("DELETE APCS\nWHERE Admission_Method = '11'"), Is.Null);

    private static Coding? ReadOrNull(string text)
    {
        try
        {
            return CodingReader.Read(text, RuleGen.Rules.Apcs.Source).Coding;
        }
        catch (RuleGenException)
        {
            return null;
        }
    }
}
