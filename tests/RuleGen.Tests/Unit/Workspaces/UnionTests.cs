using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;
using RuleGen.Workspaces;

namespace RuleGen.Tests.Unit.Workspaces;

/// <summary>UNION of queries with a label each: arms of one coding where no row is in two.</summary>
public sealed class UnionTests
{
    [TestCase("UNION ALL")]
    [TestCase("UNION")]
    public void Queries_apart_are_arms(string union)
    {
        var read = Read(
            $"""
            SELECT APCS_Ident, 'a' AS strategy FROM APCS WHERE Admission_Method = '11' AND Administrative_Category = '01'
            {union}
            (SELECT APCS_Ident, 'b' FROM dbo.APCS AS x WHERE x.Admission_Method = '12' OR x.Admission_Method = '13')
            {union}
            SELECT APCS_Ident, CASE WHEN Administrative_Category = '01' THEN 'c' ELSE 'd' END FROM APCS WHERE Admission_Method = '21'
            ORDER BY APCS_Ident
            """
        );

        Assert.That(
            read.Coding,
            Is.EqualTo(
                Unit.Reading.Reading.Coding(
                    """
                    WHEN Admission_Method = '11' AND Administrative_Category = '01' THEN 'a'
                    WHEN Admission_Method = '12' OR Admission_Method = '13' THEN 'b'
                    WHEN Admission_Method = '21' AND Administrative_Category = '01' THEN 'c'
                    WHEN Admission_Method = '21' THEN 'd'
                    WHERE (Admission_Method = '11' AND Administrative_Category = '01')
                        OR Admission_Method = '12' OR Admission_Method = '13'
                        OR Admission_Method = '21'
                    """
                )
            )
        );
    }

    [TestCase("'a' AS s", "'a'")]
    [TestCase("'a' AS s, 1 AS n", "'a', 1")]
    public void Of_queries_with_the_same_constants_UNION_shows_a_row_once(string first, string second)
    {
        string Text(string union) =>
            $"SELECT *, {first} FROM APCS WHERE Admission_Method LIKE '1%' {union} "
            + $"SELECT *, {second} FROM APCS WHERE Administrative_Category = '01'";

        Assert.That(
            CodingReader
                .Read(Text("UNION"), Apcs.Source, new ReadOptions { FindOverlap = BranchOverlaps.Find, Case = "s" })
                .Coding,
            Is.EqualTo(
                Unit.Reading.Reading.Coding(
                    "WHEN 1=1 THEN 'a' WHERE Admission_Method LIKE '1%' OR Administrative_Category = '01'"
                )
            )
        );
        Assert.That(
            Refused.Problems(() =>
                CodingReader.Read(
                    Text("UNION ALL"),
                    Apcs.Source,
                    new ReadOptions { FindOverlap = BranchOverlaps.Find, Case = "s" }
                )
            ),
            Has.One.Matches<Problem>(problem => problem!.Code == ErrorCodes.OverlappingBranches)
        );
    }

    [Test]
    public void The_first_query_names_the_columns_of_all()
    {
        var read = CodingReader.Read(
            """
            SELECT i.*, 'a' [strategy], 1 [fraction] FROM APCS i WHERE i.Admission_Method = '11'
            UNION
            SELECT i.*, 'b', 2 FROM APCS i WHERE i.Admission_Method = '12'
            """,
            Apcs.Source,
            new ReadOptions { FindOverlap = BranchOverlaps.Find, Case = "Strategy" }
        );

        Assert.That(read.Coding.Arms.Select(arm => arm.Then), Is.EqualTo([Label.Of("a"), Label.Of("b")]));
    }

    [Test]
    public void A_row_that_is_in_two_is_shown()
    {
        var problem = Refused
            .Problems(() =>
                Read(
                    """
                    SELECT APCS_Ident, 'a' AS s FROM APCS WHERE Admission_Method = '11'
                    UNION ALL SELECT APCS_Ident, 'b' FROM APCS WHERE Admission_Method = '12'
                    UNION ALL SELECT APCS_Ident, 'c' FROM APCS WHERE Admission_Method LIKE '1[2-4]'
                    """
                )
            )
            .Single();

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.OverlappingBranches));
        Assert.That(
            problem.Message,
            Is.EqualTo(
                "A row can be in query 2 and query 3 of the UNION, and would be shown twice: Admission_Method = '12'"
            )
        );
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(3, 11)));
    }

    [TestCase(
        "SELECT 'a' AS s FROM APCS WHERE 1=0 UNION SELECT 'b' FROM APCS WHERE 1=1",
        "UNION without ALL makes one row of those that are the same"
    )]
    [TestCase(
        "SELECT *, 'a' AS s, 1 AS n FROM APCS WHERE 1=1 UNION SELECT *, 'a', 2 FROM APCS WHERE 1=1",
        "The text has 2 constant columns: 1 s, 2 n"
    )]
    [TestCase(
        "SELECT APCS_Ident, 'a' AS s FROM APCS WHERE 1=0 UNION ALL SELECT 'b', APCS_Ident FROM APCS WHERE 1=1",
        "The labels of the queries of a UNION stand in different columns"
    )]
    [TestCase(
        "SELECT APCS_Ident, 'a' AS s FROM APCS WHERE 1=0 UNION ALL SELECT APCS_Ident, 1 AS x FROM APCS WHERE 1=1",
        "The label 1 is int, and a label before it is text"
    )]
    [TestCase("SELECT APCS_Ident, 'a' AS s FROM APCS EXCEPT SELECT APCS_Ident, 'b' FROM APCS", "EXCEPT is not read")]
    [TestCase(
        "SELECT APCS_Ident, 'a' AS s FROM APCS WHERE 1=0 UNION ALL SELECT APCS_Ident, 'b' FROM Other WHERE 1=1",
        "Other"
    )]
    public void What_is_not_decided_is_refused(string text, string message) =>
        Assert.That(Refused.Problems(() => Read(text)).Select(problem => problem.Message), Has.Some.Contains(message));

    [Test]
    public void Without_a_prover_it_is_refused_by_name() =>
        Assert.That(
            Unit.Reading.Reading.Problems("SELECT 'a' AS s FROM APCS UNION ALL SELECT 'b' FROM APCS").Single().Message,
            Does.Contain("UNION is not read")
        );

    private static ReadResult Read(string text) =>
        CodingReader.Read(text, Apcs.Source, new ReadOptions { FindOverlap = BranchOverlaps.Find });
}
