using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>
/// Nothing that a text says of which rows there are, or of what they get, is passed over: it is read, or refused by its name
/// at its place.
/// </summary>
public sealed class WholeTextTests
{
    private const string Case = "CASE WHEN Admission_Method LIKE '2%' THEN 'x' END";
    private const string Where = "WHERE Administrative_Category <> '02'";
    private const string Plain = $"SELECT APCS_Ident, {Case} AS grp FROM dbo.APCS {Where}";

    private static readonly string[] SameText =
    [
        $"{Case} {Where}",
        $"SELECT {Case} AS grp FROM APCS {Where}",
        $"SELECT grp = {Case}, NHS_Number FROM [DBO].[apcs] AS [a] {Where};",
        $"SELECT *, ({Case}) grp, 'EBI' AS programme FROM \"dbo\".\"APCS\" {Where} ORDER BY grp DESC",
        $"(SELECT ALL {Case} AS grp FROM dbo.APCS {Where})",
        $"SELECT TOP (100) PERCENT {Case} AS grp FROM dbo.APCS {Where} ORDER BY 1",
        $"SELECT {Case} AS grp INTO #cohort FROM dbo.APCS {Where}",
        $"SELECT {Case} AS grp FROM dbo.APCS WITH (NOLOCK, INDEX (1)) {Where} OPTION (RECOMPILE, MAXDOP 1)",
        $"USE NHS;\nGO\nSET NOCOUNT, ANSI_NULLS ON\nGO\nDROP VIEW IF EXISTS dbo.v\nGO\nCREATE VIEW dbo.v AS {Plain}\nGO\n"
            + "GRANT SELECT ON dbo.v TO public;\nSELECT TOP 10 * FROM dbo.v;",
        $"IF OBJECT_ID('dbo.v') IS NOT NULL DROP VIEW dbo.v\nGO\nCREATE VIEW dbo.v (id, grp) WITH SCHEMABINDING AS {Plain}"
            + " WITH CHECK OPTION",
        $"DECLARE @today date = GETDATE(); SET @today = '20240101'; PRINT 'x'; BEGIN TRAN; {Plain}; COMMIT",
        $"USE NHS\nGO\n{Case} AS grp\n{Where}",
        $"SET NOCOUNT ON;\nWHEN Admission_Method LIKE '2%' THEN 'x'\n{Where}",
        $";{Plain};;",
    ];

    private static readonly TestCaseData[] Refusals =
    [
        From("dbo.APCS a INNER JOIN dbo.Eligible b ON a.Id = b.Id AND b.Flag = 1", "INNER JOIN", 11),
        From("dbo.APCS a JOIN dbo.APCS b ON 1 = 1", "INNER JOIN", 11),
        From("dbo.APCS a LEFT OUTER JOIN dbo.Eligible b ON a.Id = b.Id AND b.Flag = 1", "LEFT JOIN", 11),
        From("dbo.APCS a RIGHT JOIN dbo.Eligible b ON a.Id = b.Id", "RIGHT JOIN", 11),
        From("dbo.APCS a FULL JOIN dbo.Eligible b ON a.Id = b.Id", "FULL JOIN", 11),
        From("dbo.APCS CROSS JOIN dbo.Eligible", "CROSS JOIN", 9),
        From("dbo.APCS a CROSS APPLY (SELECT 1 AS x) b", "CROSS APPLY", 11),
        From("dbo.APCS a OUTER APPLY dbo.f(a.Id) b", "OUTER APPLY", 11),
        From("dbo.APCS, dbo.Eligible", "A join with a comma", 10),
        From("dbo.APCS, sys.objects", "A join with a comma", 10),
        From("(dbo.APCS a JOIN b ON 1 = 1)", "A join in parentheses", 0),
        From("(SELECT TOP 10 * FROM dbo.APCS WHERE Admission_Method = '11') a", "A derived table", 0),
        From("(VALUES ('11', '01')) a (Admission_Method, Administrative_Category)", "VALUES as a table", 0),
        From("dbo.APCS TABLESAMPLE (10 PERCENT)", "TABLESAMPLE", 9),
        From("dbo.APCS FOR SYSTEM_TIME ALL", "FOR SYSTEM_TIME", null),
        From("dbo.APCS PIVOT (COUNT(Id) FOR Admission_Method IN ([11], [12])) p", "PIVOT", 0),
        From("dbo.APCS UNPIVOT (v FOR n IN (a, b)) p", "UNPIVOT", 0),
        From("dbo.APCS WITH (READPAST)", "READPAST", 15),
        From("dbo.f(1) a", "A table-valued function", 0),
        From("OPENROWSET('a', 'b', 'c') a", "OPENROWSET", 0),
        From("OPENJSON('[]') a", "OPENJSON", 0),
        From("@rows a", "A table variable", 0),
        From("dbo.Spells", "The query reads dbo.Spells, and the source is [dbo].[APCS]", 0),
        From("x.APCS", "The query reads x.APCS, and the source is [dbo].[APCS]", 0),
        From("Live.dbo.APCS", "The query reads Live.dbo.APCS, and the source is [dbo].[APCS]", 0),
        From("#APCS", "The query reads #APCS, and the source is [dbo].[APCS]", 0),
        Refused($"WITH a AS (SELECT 1 AS x) SELECT {Case} AS grp FROM a {Where}", "WITH is not read", 1),
        Refused($"SELECT DISTINCT {Case} AS grp FROM dbo.APCS {Where}", "DISTINCT is not read", 8),
        Refused($"SELECT TOP 10 {Case} AS grp FROM dbo.APCS {Where}", "TOP is not read", 8),
        Refused($"SELECT TOP 99 PERCENT {Case} AS grp FROM dbo.APCS {Where}", "TOP is not read", 8),
        After("GROUP BY Admission_Method", "GROUP BY"),
        After("GROUP BY ALL Admission_Method HAVING COUNT(*) > 1", "GROUP BY"),
        After("UNION SELECT 'y'", "UNION", 1),
        After("UNION ALL SELECT 'y' FROM dbo.APCS", "UNION", 1),
        After("EXCEPT SELECT 'y'", "EXCEPT", 1),
        After("INTERSECT SELECT 'y'", "INTERSECT", 1),
        After("ORDER BY grp OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY", "OFFSET", null),
        After("FOR XML PATH", "FOR XML"),
        After("FOR JSON AUTO", "FOR JSON"),
        After("; DELETE FROM dbo.APCS", "DELETE", 2),
        After("\nTRUNCATE TABLE dbo.APCS", "TRUNCATE", null),
        After("; DROP TABLE dbo.APCS", "DROP TABLE", 2),
        After("; EXEC dbo.Refresh", "EXECUTE dbo.Refresh", 2),
        After("; EXEC (@script)", "EXECUTE of a text that is put together", 2),
        After("; ALTER TABLE dbo.APCS ADD x int", "ALTER TABLE", 2),
        After("; SELECT * FROM dbo.APCS", "The query has no CASE, no label and no WHERE", 2),
        Before("UPDATE dbo.APCS SET Admission_Method = '11';", "UPDATE"),
        Before("INSERT dbo.APCS DEFAULT VALUES;", "INSERT"),
        Before("MERGE dbo.APCS t USING s ON 1 = 1 WHEN MATCHED THEN DELETE;", "MERGE"),
        Before("SET ANSI_NULLS OFF;", "SET ANSI_NULLS"),
        Before("SET ANSI_NULLS, NOCOUNT OFF;", "SET ANSI_NULLS"),
        Before("SET ROWCOUNT 10;", "SET ROWCOUNT"),
        Before("SET PARSEONLY ON;", "SET PARSEONLY"),
        Before("CREATE SYNONYM dbo.APCS FOR dbo.Other;", "CREATE SYNONYM"),
        Before("CREATE TABLE dbo.APCS (x int);", "CREATE TABLE"),
        Before("EXEC sp_rename 'dbo.APCS', 'Old';", "EXECUTE sp_rename"),
        Before("DECLARE c CURSOR FOR SELECT 1;", "DECLARE"),
        Before(":r other.sql\n", ":r"),
        Before("IF 1 = 0", "A query that runs under IF or WHILE", 10),
        Before("CREATE PROCEDURE p AS", "CREATE PROCEDURE"),
        Item($"ISNULL({Case}, 'none') AS grp", "'ISNULL' around the CASE gives other labels than the CASE"),
        Item($"COALESCE({Case}, 'none') AS grp", "'COALESCE' around the CASE gives other labels than the CASE"),
        Item($"'low-' + {Case} AS grp", "'+' puts something to the labels of the CASE"),
        Item($"UPPER({Case}) AS grp", "The CASE stands within function 'UPPER'"),
        Item($"CAST({Case} AS varchar(9)) AS grp", "The CASE stands within function 'CAST'"),
        Item($"{Case} COLLATE Latin1_General_BIN2 AS grp", "'COLLATE Latin1_General_BIN2' stands after the CASE"),
        Item($"MAX({Case}) AS grp", "'MAX' around the CASE makes one row of several"),
        Item(
            "SUM(CASE WHEN Admission_Method = '11' THEN 1 END) AS n",
            "'SUM' around the CASE makes one row of several"
        ),
        Item("COUNT(*) AS n", "'COUNT' makes one row of several"),
        Item("ROW_NUMBER() OVER (ORDER BY APCS_Ident) AS n", "'ROW_NUMBER … OVER' looks at several rows"),
        Item("IIF(Admission_Method = '11', 'x', NULL) + 'y' AS grp", "The text selects arithmetic"),
        Item("(SELECT MAX(x) FROM y) AS grp", "The text selects a subquery"),
        Item("Admission_Method AS grp", "The query labels rows with the column Admission_Method"),
        Item("1", "The number 1 is no label"),
        Item("@x AS grp", "The text selects variable '@x'"),
        Refused($"SELECT 'a' AS x, 'b' AS y FROM dbo.APCS {Where}", "The text has 2 constant columns: 1 x, 2 y", 18),
    ];

    [TestCaseSource(nameof(SameText))]
    public void What_changes_no_result_is_passed_over(string text) =>
        Assert.That(Prove(Reading.Coding(text)), Is.InstanceOf<Equivalent>());

    [TestCaseSource(nameof(Refusals))]
    public void What_may_change_a_result_is_refused(string text, string message, int? column)
    {
        var problem = Reading.Problems(text)[0];

        Assert.That(problem.Message, Does.StartWith(message));
        Assert.That(problem.Remedy, Is.Not.Empty);
        Assert.That(column ?? problem.Position!.Value.Column, Is.EqualTo(problem.Position!.Value.Column));
    }

    [Test]
    public void A_constant_label_is_that_of_every_row_that_is_kept()
    {
        var labelled = Reading.Read($"SELECT APCS_Ident, Provider, N'lbl' AS [strategy] FROM dbo.APCS {Where}");

        Assert.That(labelled.Coding, Is.EqualTo(Reading.Coding($"WHEN 1=1 THEN N'lbl' {Where}")));
        Assert.That(
            labelled.Notes.Select(note => note.ToString()),
            Is.EqualTo(["1:20: Provider is passed over: it is shown beside the label"])
        );
        Assert.That(Reading.Coding("SELECT 'lbl' AS a FROM dbo.APCS").Arms, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_query_of_the_key_says_which_rows_are_kept() =>
        Assert.That(Reading.Coding($"SELECT a.APCS_Ident FROM dbo.APCS a {Where}"), Is.EqualTo(Reading.Coding(Where)));

    [TestCase("NULL AS grp")]
    [TestCase("APCS_Ident, CAST(NULL AS varchar(9)) AS grp")]
    public void NULL_is_no_label(string items) =>
        Assert.That(Reading.Coding($"SELECT {items} FROM dbo.APCS {Where}"), Is.EqualTo(Reading.Coding(Where)));

    [Test]
    public void A_parameter_is_a_column_only_where_the_function_reads_no_table()
    {
        var problem = Reading.Problems(
            "CREATE FUNCTION dbo.f (@Admission_Method varchar(2)) RETURNS TABLE AS RETURN "
                + $"SELECT {Case} AS grp FROM dbo.APCS WHERE @Admission_Method IS NULL"
        )[0];

        Assert.That(problem.Message, Does.Contain("variable '@Admission_Method'"));
    }

    [Test]
    public void One_other_table_is_the_source_where_that_is_assumed()
    {
        var assuming = new ReadOptions { AssumesTable = true };
        var text = $"SELECT {Case} AS grp FROM Live.sus.Spells s {Where}";

        var read = CodingReader.Read(text, Apcs.Source, assuming);

        Assert.That(Prove(read.Coding), Is.InstanceOf<Equivalent>());
        Assert.That(read.AssumedTables, Is.EqualTo(["Live.sus.Spells"]));
        Assert.That(
            read.Notes.Select(note => note.ToString()),
            Is.EqualTo(["1:70: Live.sus.Spells is taken for the source [dbo].[APCS], as --assume-table says"])
        );
        Assert.That(
            Tests
                .Refused.Problem(() =>
                    CodingReader.Read(
                        text.Replace("Spells s", "Spells s JOIN b ON 1=1", StringComparison.Ordinal),
                        Apcs.Source,
                        assuming
                    )
                )
                .Message,
            Is.EqualTo("INNER JOIN is not read")
        );
    }

    [TestCase("Live.dbo.APCS")]
    [TestCase("[live].[DBO].[apcs]")]
    [TestCase("\"sus\".vw_Spells")]
    public void A_name_that_the_source_lists_is_the_source(string written)
    {
        var source = new Source(
            Apcs.Source.Table,
            Apcs.Source.Alias,
            ["APCS_Ident"],
            [],
            Apcs.Source.Columns,
            [MultiPartName.Parse("Live.dbo.APCS"), MultiPartName.Parse("[sus].vw_Spells")]
        );

        Assert.That(CodingReader.Read($"SELECT {Case} AS grp FROM {written} {Where}", source).AssumedTables, Is.Empty);
    }

    private static Verdict Prove(Coding coding) =>
        new EquivalenceProver(new CodingEvaluator()).Decide(Reading.Coding(Plain), coding, null);

    private static TestCaseData From(string tables, string name, int? offset)
    {
        var before = $"SELECT {Case} AS grp FROM ";
        return Refused($"{before}{tables} {Where}", name, offset is { } found ? before.Length + 1 + found : null);
    }

    private static TestCaseData After(string rest, string name, int? offset = 0) =>
        offset == 1
            ? Refused($"{Plain} {rest}", name, 1)
            : Refused($"{Plain} {rest}", name, offset is { } found ? Plain.Length + 2 + found : null);

    private static TestCaseData Before(string statement, string name, int column = 1) =>
        Refused($"{statement} {Plain}", name, column);

    private static TestCaseData Item(string item, string message) =>
        Refused($"SELECT {item} FROM dbo.APCS {Where}", message, 8);

    private static TestCaseData Refused(string text, string message, int? column) =>
        new TestCaseData(text, message, column).SetArgDisplayNames(text);
}
