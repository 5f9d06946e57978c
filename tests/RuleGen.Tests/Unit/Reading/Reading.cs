using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>Short forms for reading text over the national source.</summary>
internal static class Reading
{
    /// <summary>The Coding section of the seed page, as it was published.</summary>
    public const string BackPain = """
        WHEN (LEFT(Primary_Spell_Procedure,4) LIKE '%V38[23456]%'
        OR LEFT(Primary_Spell_Procedure,4) LIKE '%V39[34567]%'
        OR LEFT(Primary_Spell_Procedure,4) LIKE '%V404%') 
        AND Primary_Spell_Diagnosis LIKE '%M54[34589]%' 
        AND NOT ( Any_Spell_Diagnosis LIKE '%M40[012]%' 
        OR Any_Spell_Diagnosis LIKE '%M41[01234589]%' 
        OR Any_Spell_Diagnosis LIKE '%M42[019]%' 
        OR Any_Spell_Diagnosis LIKE '%M43[01589]%'
        OR Any_Spell_Diagnosis LIKE '%M45%'
        OR Any_Spell_Diagnosis LIKE '%C41[24]%'
        OR Any_Spell_Diagnosis LIKE '%M462%'
        OR Any_Spell_Diagnosis LIKE '%M533%'
        OR Any_Spell_Diagnosis LIKE '%M80[01234589]8%'
        )
        -- Age between 19 and 120
        AND ISNULL(APCS.Age_At_Start_of_Spell_SUS,APCS.Der_Age_at_CDS_Activity_Date) between 19 AND 120 
        -- Only Elective Activity
        AND APCS.Admission_Method not like ('2%') 
        THEN '2Y_back_pain_fusion'
        Exclusions
        WHERE 1=1
        -- Cancer Diagnosis Exclusion
        AND (Any_Spell_Diagnosis not like '%C[0-9][0-9]%' 
        AND Any_Spell_Diagnosis not like '%D0%' 
        AND Any_Spell_Diagnosis not like '%D3[789]%' 
        AND Any_Spell_Diagnosis not like '%D4[012345678]%' 
        OR Any_Spell_Diagnosis IS NULL)
        -- Private Appointment Exclusion
        AND apcs.Administrative_Category<>'02'
        """;

    public static ReadResult Read(string text) => CodingReader.Read(text, Apcs.Source);

    public static Coding Coding(string text) => Read(text).Coding;

    /// <summary>The notes, as <c>line:column: message</c>.</summary>
    public static IEnumerable<string> Notes(string text) => Read(text).Notes.Select(note => note.ToString());

    /// <summary>The condition of <c>WHERE condition</c>.</summary>
    public static Predicate Where(string condition) => Coding($"WHERE {condition}").Exclusions!;

    public static ValueList<Problem> Problems(string text) => Refused.Problems(() => Read(text));

    /// <summary>The problems, as <c>line:column code</c>.</summary>
    public static IEnumerable<string> Places(string text) => Places(Problems(text));

    public static IEnumerable<string> Places(ValueList<Problem> problems) =>
        problems.Select(problem => $"{problem.Position?.Line}:{problem.Position?.Column} {problem.Code.Id}");
}
