using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Rules;
using RuleGen.Workspaces;

namespace RuleGen.Tests.Unit.Lists;

/// <summary>One coding over the four storages of the seed: what says the same is proven to, and what does not is shown.</summary>
public sealed class ListStorageTests
{
    private const string Id = "2Y_back_pain_fusion";

    private static readonly string[] Codes =
    [
        "M40[012]",
        "M41[01234589]",
        "M42[019]",
        "M43[01589]",
        "M45",
        "C41[24]",
        "M462",
        "M533",
        "M80[01234589]8",
    ];

    private static readonly string[] Cancers = ["C[0-9][0-9]", "D0", "D3[789]", "D4[012345678]"];

    private static readonly string Children = Text(code =>
        $"EXISTS (SELECT 1 FROM dbo.APCS_Spell_Diagnosis d WHERE d.APCS_Ident = APCS.APCS_Ident AND d.Diagnosis_Code_ICD LIKE '{code}%')"
    );

    private static readonly string Numbered = Text(code =>
        string.Join(" OR ", Enumerable.Range(1, 20).Select(i => $"ISNULL(DIAG_{i:00}, '') LIKE '{code}%'"))
    );

    [Test]
    public void Child_rows_say_what_the_published_text_says_of_joined_text() =>
        Assert.That(Prove("apcs-child-tables", Children), Is.InstanceOf<Equivalent>());

    [Test]
    public void Numbered_columns_say_what_the_published_text_says_of_joined_text() =>
        Assert.That(Prove("hes-apc", Numbered), Is.InstanceOf<Equivalent>());

    [TestCase("LIKE 'M45%'", "LIKE 'M46%'")]
    [TestCase("M40[012]", "M40[01]")]
    [TestCase("M80[01234589]8", "M80[01234589]9")]
    [TestCase("NOT LIKE '2%'", "NOT LIKE '1%'")]
    [TestCase("C[0-9][0-9]%", "C[0-9]1%")]
    [TestCase("V38[23456]", "V38[2345]")]
    [TestCase("NOT (EXISTS", "(EXISTS")]
    [TestCase(
        "= APCS.APCS_Ident AND d.Diagnosis_Code_ICD LIKE 'M45%'",
        "= APCS.APCS_Ident AND d.Diagnosis_Sequence = 1 AND d.Diagnosis_Code_ICD LIKE 'M45%'"
    )]
    public void An_edit_shows_on_a_spell_with_its_diagnoses(string old, string @new)
    {
        var edit = Children.Replace(old, @new, StringComparison.Ordinal);
        Assert.That(edit, Is.Not.EqualTo(Children));

        var verdict = (Different)Prove("apcs-child-tables", edit);

        var diagnoses = verdict.Row.Columns.Single(column => column.Name == "Diagnoses");
        Assert.That(verdict.Row[diagnoses].Items, Is.Not.Null);
    }

    [Test]
    public void An_edit_of_numbered_columns_shows_on_a_spell_with_its_diagnoses() =>
        Assert.That(
            Prove("hes-apc", Numbered.Replace("ISNULL(DIAG_07, '') LIKE 'M45%'", "1 = 0", StringComparison.Ordinal)),
            Is.InstanceOf<Different>()
        );

    [Test]
    public void Without_ISNULL_a_column_that_is_NULL_makes_NOT_unknown() =>
        Assert.That(
            Prove(
                "hes-apc",
                Text(code => string.Join(" OR ", Enumerable.Range(1, 20).Select(i => $"DIAG_{i:00} LIKE '{code}%'")))
            ),
            Is.InstanceOf<Different>()
        );

    [TestCase("%D[0-4]%", true)]
    [TestCase("%D[0-3]%", false)]
    public void A_view_that_joins_items_is_compared_with_one_over_joined_text(string neoplasm, bool isSame)
    {
        const string Head =
            "CREATE VIEW dbo.EBI_Meniscal AS SELECT s.APCS_Ident, 'meniscal' AS i FROM dbo.APCS_Spell AS s ";
        const string Adult = " AND s.Admission_Method LIKE '1%' AND s.Age_At_Start_of_Spell_SUS >= 18";
        var items =
            Head
            + """
                INNER JOIN dbo.APCS_Spell_Procedure p ON p.APCS_Ident = s.APCS_Ident AND p.Procedure_Sequence = 1
                LEFT JOIN dbo.APCS_Spell_Diagnosis d ON s.APCS_Ident = d.APCS_Ident AND 1 = d.Diagnosis_Sequence
                WHERE p.Procedure_Code_OPCS LIKE 'W82%'
                    AND (d.Diagnosis_Code_ICD LIKE 'M23[23]%' OR d.Diagnosis_Code_ICD LIKE 'S832%')
                    AND NOT EXISTS (SELECT 1 FROM dbo.APCS_Spell_Diagnosis c WHERE c.APCS_Ident = s.APCS_Ident
                        AND (c.Diagnosis_Code_ICD LIKE 'C%' OR c.Diagnosis_Code_ICD LIKE 'D[0-4]%'))
                """
            + Adult;
        var joined =
            Head
            + $"""
                WHERE s.Primary_Spell_Procedure LIKE 'W82%' AND LEFT(s.Primary_Spell_Diagnosis, 4) IN ('M232', 'M233', 'S832')
                    AND s.Any_Spell_Diagnosis NOT LIKE '%C[0-9][0-9]%' AND s.Any_Spell_Diagnosis NOT LIKE '{neoplasm}'
                """
            + Adult;
        var workspace = Workspace.Over(SourceFile.Parse(Repository.Read("sql", "schema", "apcs-child-tables.json")));

        var verdict = workspace.Prove(workspace.Read(items, "items"), workspace.Read(joined, "joined")).Verdict;

        Assert.That(verdict, isSame ? Is.InstanceOf<Equivalent>() : Is.InstanceOf<Different>());
    }

    /// <summary>The published coding, its questions about diagnoses in another form.</summary>
    private static string Text(Func<string, string> isThere) =>
        $"""
            SELECT APCS_Ident, CASE
            WHEN (Primary_Spell_Procedure LIKE 'V38[23456]%' OR Primary_Spell_Procedure LIKE 'V39[34567]%'
            OR Primary_Spell_Procedure LIKE 'V404%')
            AND Primary_Spell_Diagnosis LIKE 'M54[34589]%'
            AND NOT ({string.Join(" OR ", Codes.Select(isThere))})
            AND ISNULL(Age_At_Start_of_Spell_SUS, Der_Age_at_CDS_Activity_Date) BETWEEN 19 AND 120
            AND Admission_Method NOT LIKE '2%'
            THEN '{Id}' END
            FROM APCS
            WHERE {string.Join(
                " AND ",
                Cancers.Select(code => $"NOT ({isThere(code)})")
            )} AND Administrative_Category <> '02'
            """;

    private static Verdict Prove(string schema, string text)
    {
        var source = SourceFile.Parse(Repository.Read("sql", "schema", $"{schema}.json"));
        var workspace = Workspace.Over(source);
        return workspace
            .Prove(
                workspace.Use(BackPainFusion.Coding),
                workspace.Read(
                    text.Replace("FROM APCS\n", $"FROM {source.Table}  AS APCS\n", StringComparison.Ordinal),
                    "edit"
                )
            )
            .Verdict;
    }
}
