using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Rules;

/// <summary>
/// Admitted patient care spells (SUS APCS), as the published codings name their columns. The same source as
/// <c>sql/schema/apcs.json</c>.
/// </summary>
public static class Apcs
{
    /// <summary>The table and its columns.</summary>
    public static Source Source { get; } =
        new(
            new TableName("dbo", "APCS"),
            alias: "APCS",
            key: ["APCS_Ident"],
            carried: [],
            columns:
            [
                new Column("APCS_Ident", IntegerType.BigInt, isNullable: false),
                Text("Primary_Spell_Procedure", 100, shape: Procedure),
                Text("Primary_Spell_Diagnosis", 100, shape: Diagnosis),
                Text("Any_Spell_Diagnosis", 4000, Diagnoses),
                new Column("Age_At_Start_of_Spell_SUS", IntegerType.Int, isNullable: true, shape: Age),
                new Column("Der_Age_at_CDS_Activity_Date", IntegerType.Int, isNullable: true, shape: Age),
                Text("Admission_Method", 2, shape: new ValueShape(["[0-9][0-9]", "[0-9][A-D]"])),
                Text("Administrative_Category", 2, shape: new ValueShape(["[0-9][0-9]"])),
            ]
        );

    /// <summary>The spell's primary procedure: an OPCS-4 code without its full stop.</summary>
    public static CharacterOperand PrimarySpellProcedure { get; } = Source.Text("Primary_Spell_Procedure");

    /// <summary>The spell's primary diagnosis: an ICD-10 code without its full stop.</summary>
    public static CharacterOperand PrimarySpellDiagnosis { get; } = Source.Text("Primary_Spell_Diagnosis");

    /// <summary>Every diagnosis of the spell, joined into one text.</summary>
    public static CharacterOperand AnySpellDiagnosis { get; } = Source.Text("Any_Spell_Diagnosis");

    /// <summary>Age in years at the start of the spell, as SUS derives it.</summary>
    public static NumberOperand AgeAtStartOfSpellSus { get; } = Source.Number("Age_At_Start_of_Spell_SUS");

    /// <summary>Age in years on the activity date.</summary>
    public static NumberOperand DerAgeAtCdsActivityDate { get; } = Source.Number("Der_Age_at_CDS_Activity_Date");

    /// <summary>How the patient was admitted: two digits, of which the first is the group.</summary>
    public static CharacterOperand AdmissionMethod { get; } = Source.Text("Admission_Method");

    /// <summary>On what terms the patient is treated: two digits.</summary>
    public static CharacterOperand AdministrativeCategory { get; } = Source.Text("Administrative_Category");

    /// <summary>
    /// ICD-10 codes of three characters to six. What stands between them is not published: a comma, or nothing.
    /// </summary>
    private static CodeList Diagnoses =>
        new(["[A-Z][0-9][0-9]", "[A-Z][0-9][0-9]_", "[A-Z][0-9][0-9]__", "[A-Z][0-9][0-9]___"], ["", ","]);

    /// <summary>An OPCS-4 code of three characters or four (NHS Data Dictionary, PROCEDURE (OPCS)).</summary>
    private static ValueShape Procedure => new(["[A-Z][0-9][0-9]", "[A-Z][0-9][0-9][0-9]"]);

    /// <summary>
    /// An ICD-10 code of three characters to six, X in place of a fourth that there is not (NHS Data Dictionary, DIAGNOSIS
    /// (ICD)).
    /// </summary>
    private static ValueShape Diagnosis =>
        new([
            "[A-Z][0-9][0-9]",
            "[A-Z][0-9][0-9][0-9X]",
            "[A-Z][0-9][0-9][0-9X][0-9A-Z]",
            "[A-Z][0-9][0-9][0-9X][0-9A-Z][0-9A-Z]",
        ]);

    /// <summary>Whole years.</summary>
    private static ValueShape Age => new([], Minimum: 0, Maximum: 130);

    private static Column Text(string name, int length, CodeList? list = null, ValueShape? shape = null) =>
        new(name, CharacterType.VarChar(length, Collation.Latin1GeneralCiAs), isNullable: true, list, shape);
}
