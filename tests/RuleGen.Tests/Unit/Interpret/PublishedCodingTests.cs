using RuleGen.Model;
using RuleGen.TSql.Interpret;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>A published coding, row by row.</summary>
internal sealed class PublishedCodingTests
{
    private const string Case = """
        WHEN (LEFT(Primary_Spell_Procedure,4) LIKE '%V38[23456]%'
        OR LEFT(Primary_Spell_Procedure,4) LIKE '%V39[34567]%'
        OR LEFT(Primary_Spell_Procedure,4) LIKE '%V404%') 
        AND Primary_Spell_Diagnosis LIKE '%M54[34589]%' 
        AND NOT ( Any_Spell_Diagnosis LIKE '%M40[012]%' 
        OR Any_Spell_Diagnosis LIKE '%M41[01234589]%' 
        OR Any_Spell_Diagnosis LIKE '%M80[01234589]8%'
        )
        -- Age between 19 and 120
        AND ISNULL(APCS.Age_At_Start_of_Spell_SUS,APCS.Der_Age_at_CDS_Activity_Date) between 19 AND 120 
        -- Only Elective Activity
        AND APCS.Admission_Method not like ('2%') 
        THEN '2Y_back_pain_fusion'
        """;

    private const string Where = """
        WHERE 1=1
        -- Cancer Diagnosis Exclusion
        AND (Any_Spell_Diagnosis not like '%C[0-9][0-9]%' 
        AND Any_Spell_Diagnosis not like '%D0%' 
        OR Any_Spell_Diagnosis IS NULL)
        -- Private Appointment Exclusion
        AND apcs.Administrative_Category<>'02'
        """;

    private static readonly Source Apcs = new(
        new TableName("dbo", "APCS"),
        "APCS",
        ["APCS_Ident"],
        [],
        [
            new Column("APCS_Ident", IntegerType.BigInt, isNullable: false),
            Text("Primary_Spell_Procedure", 100),
            Text("Primary_Spell_Diagnosis", 100),
            Text("Any_Spell_Diagnosis", 8000),
            new Column("Age_At_Start_of_Spell_SUS", IntegerType.SmallInt, isNullable: true),
            new Column("Der_Age_at_CDS_Activity_Date", IntegerType.SmallInt, isNullable: true),
            Text("Admission_Method", 2),
            Text("Administrative_Category", 2),
        ]
    );

    [TestCase("V382", "M545", "M545", 40, null, "11", "01", true, true)]
    [TestCase("V3825", "xM545", "M545", null, 19, "11", "01", true, true)]
    [TestCase("v404", "m549", "M545", 120, 5, "", "", true, true)]
    [TestCase("V382", "M545", null, 40, null, "11", "01", true, false, Description = "NOT of UNKNOWN is not taken")]
    [TestCase("V382", "M545", "M545,M401", 40, null, "11", "01", true, false)]
    [TestCase("xV38", "M545", "M545", 40, null, "11", "01", true, false)]
    [TestCase("V382", "M545", "M545", null, null, "11", "01", true, false)]
    [TestCase("V382", "M545", "M545", 18, 40, "11", "01", true, false)]
    [TestCase("V382", "M545", "M545", 40, null, "21", "01", true, false)]
    [TestCase("V382", "M545", "M545", 40, null, null, "01", true, false)]
    [TestCase("V382", "M545", "C50", 40, null, "11", "01", false, false)]
    [TestCase("V382", "M545", "M545", 40, null, "11", "02", false, false)]
    [TestCase("V382", "M545", "M545", 40, null, "11", null, false, false)]
    public void A_published_coding_is_run(
        string? procedure,
        string? diagnosis,
        string? any,
        int? age,
        int? derivedAge,
        string? method,
        string? category,
        bool isKept,
        bool isFusion
    )
    {
        object?[] values = [1, procedure, diagnosis, any, age, derivedAge, method, category];
        var row = new Row(Apcs.Columns, values.Select(Interpreting.Value).ToValueList());
        var result = FragmentInterpreter.Load(Case, Where, Apcs).Evaluate(row);
        Assert.That(result.NotEvaluated, Is.Null);
        Assert.That(result.Result, Is.EqualTo(new Result(isKept, isFusion ? "2Y_back_pain_fusion" : null)));
    }

    private static Column Text(string name, int length) =>
        new(name, CharacterType.VarChar(length, Collation.Latin1GeneralCiAs), isNullable: true);
}
