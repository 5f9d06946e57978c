using RuleGen.Model;
using RuleGen.Model.Authoring;
using static RuleGen.Rules.Apcs;

namespace RuleGen.Rules;

/// <summary>Intervention 2Y, Fusion surgery for mechanical axial low back pain.</summary>
public static class BackPainFusion
{
    private const string IsolatedBackPain =
        "Spinal fusion surgery is not indicated for the treatment of isolated back pain i.e. pain which is localised "
        + "to the back and not present in lower limbs, unless the following criteria are met:";

    private const string SeriousPathology =
        "Serious spinal pathology (for example, neoplasms, infections or osteoporotic collapse)";

    private const string Decompression =
        "Spinal fusion is appropriate during spinal decompression surgery for nerve compression, where a more "
        + "extensive exposure of the affected neurological structures is required and would otherwise render the "
        + "spine unstable.";

    /// <summary>The coding.</summary>
    public static PublishedCoding Coding { get; } =
        new()
        {
            Id = "2Y_back_pain_fusion",
            Title = "Fusion surgery for mechanical axial low back pain",
            Publication = "NHS England, Evidence-Based Interventions, Best Practice Guidance",
            Edition = "Published January 2020, last reviewed September 2024",
            Coding = new CodingBuilder()
                .When(
                    Fusion & BackPain & !AcceptedReason & Adult & NotEmergency,
                    "2Y_back_pain_fusion",
                    Documentation.None.Note($"No clause encodes “{Decompression}” A fusion during it is counted.")
                )
                .Where(Sql.True.NotInGuidance() & NoCancer & NotPrivate)
                .Build(),
        };

    private static Predicate Fusion =>
        PrimarySpellProcedure
            .Left(4)
            .Like("%V38[23456]%")
            .Cites(IsolatedBackPain)
            .Note("LEFT(…,4) leaves no room for either %: only the four characters V382 to V386 match.")
            .Note("A fusion that is not the spell's primary procedure is not counted.")
        | PrimarySpellProcedure.Left(4).Like("%V39[34567]%").Cites(IsolatedBackPain)
        | PrimarySpellProcedure.Left(4).Like("%V404%").Cites(IsolatedBackPain);

    private static Predicate BackPain =>
        PrimarySpellDiagnosis
            .Like("%M54[34589]%")
            .Cites(IsolatedBackPain)
            .Note(
                "M54.3 (sciatica) and M54.4 (lumbago with sciatica) are pain in the lower limbs, and the guidance "
                    + "speaks of pain not present there."
            )
            .Note(
                "M54.8 (other dorsalgia) and M54.9 (dorsalgia, unspecified) are pain at any level of the back, and "
                    + "the guidance is about low back pain."
            );

    private static Predicate AcceptedReason =>
        (
            AnySpellDiagnosis
                .Like("%M40[012]%")
                .NotInGuidance()
                .Note("Kyphosis: of the deformities, the guidance names scoliosis alone.")
            | AnySpellDiagnosis.Like("%M41[01234589]%").Cites("Scoliosis surgery")
            | AnySpellDiagnosis
                .Like("%M42[019]%")
                .NotInGuidance()
                .Note("Spinal osteochondrosis is not among the guidance's criteria.")
            | AnySpellDiagnosis
                .Like("%M43[01589]%")
                .NotInGuidance()
                .Note("Spondylolysis, spondylolisthesis and the like are not among the guidance's criteria.")
            | AnySpellDiagnosis
                .Like("%M45%")
                .NotInGuidance()
                .Note("Ankylosing spondylitis is not among the guidance's criteria.")
            | AnySpellDiagnosis
                .Like("%C41[24]%")
                .Cites(SeriousPathology)
                .Note("Never decides: the cancer exclusion, NOT LIKE '%C[0-9][0-9]%', already drops such a row.")
                .Note("Malignant neoplasms of bone only: secondary and benign ones of the spine are not named here.")
            | AnySpellDiagnosis
                .Like("%M462%")
                .Cites(SeriousPathology)
                .Note(
                    "Osteomyelitis of vertebra only: infection of a disc, discitis and other infective "
                        + "spondylopathies (M46.3 to M46.5) are infections too."
                )
            | AnySpellDiagnosis
                .Like("%M533%")
                .Cites("Sacroiliac joint dysfunction")
                .Note("M53.3 is sacrococcygeal disorders; sacroiliitis (M46.1) is not accepted.")
            | AnySpellDiagnosis
                .Like("%M80[01234589]8%")
                .Cites(SeriousPathology)
                .Note(
                    "Osteoporosis with pathological fracture at a site coded 8; a collapsed vertebra coded M48.5 or "
                        + "M49.5 is not accepted."
                )
        )
            .Note(
                "A NULL Any_Spell_Diagnosis makes this UNKNOWN, and the arm is not taken, although the exclusions keep "
                    + "such a row on purpose."
            )
            .Note(
                "How codes are joined into one text is not published: side by side or with commas, no pattern matches across two."
            );

    private static Predicate Adult =>
        Sql.IsNull(
                AgeAtStartOfSpellSus.Written("APCS.Age_At_Start_of_Spell_SUS"),
                DerAgeAtCdsActivityDate.Written("APCS.Der_Age_at_CDS_Activity_Date")
            )
            .Between(19, 120)
            .Comment("Age between 19 and 120")
            .Cites("This guidance applies to adults aged 19 years and over.")
            .Note("The upper bound of 120 is not in the guidance.")
            .Note("A row without either age is not counted: the comparison is UNKNOWN.");

    private static Predicate NotEmergency =>
        AdmissionMethod
            .Written("APCS.Admission_Method")
            .NotLike(CharacterLiteral.FromString("2%").Parenthesized())
            .Comment("Only Elective Activity")
            .NotInGuidance()
            .Note(
                "The comment says elective; the condition drops emergencies (2…) and lets maternity (3…), "
                    + "transfers, births and every other value through."
            )
            .Note("A row without an admission method is not counted: the comparison is UNKNOWN.");

    private static Predicate NoCancer =>
        (
            AnySpellDiagnosis
                .NotLike("%C[0-9][0-9]%")
                .Cites(SeriousPathology)
                .Note("Under Latin1_General_CI_AS, [0-9] also matches ¹ ² ³ ¼ ½ ¾; no ICD-10 code has them.")
                & AnySpellDiagnosis.NotLike("%D0%").Cites(SeriousPathology)
                & AnySpellDiagnosis.NotLike("%D3[789]%").Cites(SeriousPathology)
                & AnySpellDiagnosis.NotLike("%D4[012345678]%").Cites(SeriousPathology)
            | AnySpellDiagnosis.IsNull().NotInGuidance()
        )
            .Comment("Cancer Diagnosis Exclusion")
            .Cites(SeriousPathology)
            .Note(
                "The guidance accepts serious spinal pathology as a reason for fusion; this drops the row for a cancer "
                    + "of any site, before the arm is asked."
            )
            .Note(
                "The comment says cancer: D00 to D09 are in situ and D37 to D48 of uncertain behaviour. Benign "
                    + "neoplasms (D10 to D36) are neoplasms too, and stay."
            );

    private static Predicate NotPrivate =>
        AdministrativeCategory
            .Written("apcs.Administrative_Category")
            .NotEqualTo("02")
            .Comment("Private Appointment Exclusion")
            .NotInGuidance()
            .Note(
                "A row without an administrative category is dropped with the private patients: the comparison is "
                    + "UNKNOWN."
            )
            .Note("The comment speaks of appointments; the rows are admissions.");
}
