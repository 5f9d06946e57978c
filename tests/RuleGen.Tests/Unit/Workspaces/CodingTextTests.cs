using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.Workspaces;

namespace RuleGen.Tests.Unit.Workspaces;

/// <summary>Codings that are files: what comments and the JSON beside a text say of them.</summary>
public sealed class CodingTextTests
{
    private const string Text = """
        -- title: Spells of adults
        -- publication: Us
        -- Edition:  Second edition
        -- address: https://example.org/x?a=b
        -- note: For a test.
        -- Asked for by the board.

        -- the arm
        WHEN
            -- cites: “Adults only.”
            -- note: From 19.
            -- as ever
            Der_Age_at_CDS_Activity_Date >= 19
            AND Admission_Method = '11' -- not in guidance
            /* cites: Over
               two lines */
            AND (
                -- Cites: Of the second operand.
                Primary_Spell_Diagnosis LIKE 'M54%'
                OR Primary_Spell_Diagnosis IS NULL
            )
        THEN 'adult'
        -- cites: Of the exclusions as a whole.
        WHERE Administrative_Category <> '02'
        """;

    private TemporaryFolder _folder = null!;
    private Workspace _workspace = null!;

    [SetUp]
    public void MakeWorkspace()
    {
        _folder = new TemporaryFolder();
        _folder.Write("rulegen.json", "{ \"codings\": \"texts\" }");
        Directory.CreateDirectory(_folder["texts"]);
        _workspace = Workspace.Over(Apcs.Source, WorkspaceFolder.Find(_folder.Path));
    }

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_text_says_in_its_header_what_it_is()
    {
        _folder.Write("texts/adults.sql", Text);

        var found = _workspace.Codings.Single().Published;

        Assert.That(found.Id, Is.EqualTo("adults"));
        Assert.That(
            (found.Title, found.Publication, found.Edition, found.Address),
            Is.EqualTo(("Spells of adults", "Us", "Second edition", "https://example.org/x?a=b"))
        );
        Assert.That(found.Remarks, Is.EqualTo(new[] { "Note: For a test." }));
    }

    [Test]
    public void Comments_before_a_clause_are_citations_and_notes_and_others_stay_comments()
    {
        _folder.Write("texts/adults.sql", Text);

        var coding = _workspace.Find("ADULTS").Coding;

        Assert.That(
            coding.Clauses.Select(clause => Describe(clause.Predicate.Documentation)),
            Is.EqualTo(
                new[]
                {
                    "“Adults only.”; From 19.; as ever",
                    "not in the guidance; ; ",
                    "“Of the second operand.”; ; ",
                    "; ; ",
                    "; ; ",
                }
            )
        );
        Assert.That(Describe(coding.Arms[0].When.Children[2].Documentation), Is.EqualTo("“Over two lines”; ; "));
        Assert.That(Describe(coding.Arms[0].Documentation), Does.EndWith("the arm"));
        Assert.That(Describe(coding.ExclusionsDocumentation), Does.StartWith("“Of the exclusions as a whole.”"));
        Assert.That(coding.Clauses.First().Predicate.Position, Is.EqualTo(new TextPosition(13, 5)));
    }

    [Test]
    public void The_file_beside_a_text_says_the_same_things()
    {
        _folder.Write(
            "texts/adults.sql",
            "WHEN Admission_Method = '11' AND Age_At_Start_of_Spell_SUS > 18 THEN 1 ELSE 0"
        );
        _folder.Write(
            "texts/adults.json",
            """
            {
              "title": "Adults", "publication": "Us", "edition": "2", "address": "here", "notes": ["For a test."],
              "clauses": [
                { "clause": "arm 1, clause 2", "cites": "Adults only.", "notes": ["a", "b"] },
                { "clause": "arm 1, clause 1", "notInGuidance": true },
                { "clause": "arm 1", "notes": ["c"] },
                { "clause": "else", "cites": "Or not." }
              ]
            }
            """
        );

        var found = _workspace.Find("adults").Published;

        Assert.That((found.Title, found.Address), Is.EqualTo(("Adults", "here")));
        Assert.That(
            found.Coding.Clauses.Select(clause => Describe(clause.Predicate.Documentation)),
            Is.EqualTo(new[] { "not in the guidance; ; ", "“Adults only.”; a+b; " })
        );
        Assert.That(Describe(found.Coding.Arms[0].Documentation), Is.EqualTo("; c; "));
        Assert.That(Describe(found.Coding.ElseDocumentation), Is.EqualTo("“Or not.”; ; "));
    }

    [Test]
    public void Text_and_file_may_say_the_same_and_contradictions_are_errors()
    {
        _folder.Write("texts/a.sql", "-- title: A\n\nWHERE\n-- cites: x\nAdmission_Method = '11'");
        _folder.Write(
            "texts/a.json",
            "{ \"title\": \"A\", \"clauses\": [{ \"clause\": \"exclusions, clause 1\", \"cites\": \"x\" }] }"
        );
        Assert.That(_workspace.Find("a").Published.Title, Is.EqualTo("A"));

        _folder.Write("texts/a.json", "{\n  \"title\": \"B\"\n}");
        var title = Refused.Problem(() => _workspace.Find("a"));
        _folder.Write(
            "texts/a.json",
            "{ \"clauses\": [{ \"clause\": \"exclusions, clause 1\", \"notInGuidance\": true }] }"
        );
        var clause = Refused.Problem(() => _workspace.Find("a"));

        Assert.That(title.Code, Is.EqualTo(ErrorCodes.Contradiction));
        Assert.That(title.Position, Is.EqualTo(new TextPosition(2, 12)));
        Assert.That(title.File, Does.EndWith("a.json"));
        Assert.That(title.Message, Does.Match("^The title is 'B' here, and 'A' in .*a.sql:1:1$"));
        Assert.That(clause.Code, Is.EqualTo(ErrorCodes.Contradiction));
        Assert.That(clause.File, Does.EndWith("a.json"));
    }

    [TestCase("-- title: A\n-- title: B\n\nWHERE 1=1", 2)]
    [TestCase("WHERE\n-- cites: a\n-- cites: b\nAdmission_Method = '11'", 4)]
    [TestCase("WHERE\n-- cites: a\n-- not in guidance\nAdmission_Method = '11'", 4)]
    public void A_text_that_contradicts_itself_is_refused(string text, int line)
    {
        var problem = Refused.Problem(() => _workspace.Read(text, "t.sql"));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.Contradiction));
        Assert.That(problem.Position?.Line, Is.EqualTo(line));
    }

    [Test]
    public void A_key_that_is_mistyped_is_noted_and_stays_a_comment()
    {
        var read = _workspace.Read(
            "-- titel: A\n-- edition: 1\n-- Checked on: Monday\n-- address:\nWHERE 1=1",
            "t.sql"
        );

        Assert.That(
            read.Notes.Select(note => note.ToString()),
            Is.EqualTo(
                new[]
                {
                    "1:1: 'titel' says nothing of a coding, and is a comment; 'title' would",
                    "4:1: 'address' is empty, and says nothing",
                }
            )
        );
        Assert.That(read.Published.Title, Is.EqualTo("t"));
    }

    [Test]
    public void Comments_without_a_key_of_a_header_belong_to_what_they_stand_before()
    {
        var read = _workspace.Read("-- note: about the arm\nWHEN Admission_Method = '11' THEN 'x'", "t.sql");

        Assert.That(read.Published.Remarks, Is.Empty);
        Assert.That(read.Coding.Arms[0].Documentation.Notes, Is.EqualTo(new[] { "about the arm" }));
    }

    [Test]
    public void A_clause_that_the_coding_does_not_have_is_named_with_its_place()
    {
        _folder.Write("texts/a.sql", "WHERE Admission_Method = '11'");
        _folder.Write("texts/a.json", "{ \"clauses\": [{ \"clause\": \"exclusions, clause 2\" }] }");

        var problem = Refused.Problem(() => _workspace.Find("a"));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.WorkspaceShape));
        Assert.That(problem.Remedy, Is.EqualTo("Did you mean 'exclusions, clause 1'?"));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(1, 27)));
    }

    [TestCase("my coding.sql", "'my coding' is no name of a view")]
    [TestCase("knie-spülung.sql", "'knie-spülung' is no name of a view")]
    public void A_file_whose_name_is_no_id_is_refused(string name, string message)
    {
        _folder.Write($"texts/{name}", "WHERE 1=1");

        var problem = Refused.Problem(() => _ = _workspace.Codings);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.InvalidId));
        Assert.That(problem.Message, Does.EndWith(message));
        Assert.That(problem.File, Does.EndWith(name));
        Assert.That(_workspace.Find(_folder[$"texts/{name}"]).Coding.Clauses.Count(), Is.EqualTo(1));
    }

    [Test]
    public void Two_files_whose_names_differ_in_letter_case_are_refused()
    {
        _folder.Write("texts/a.sql", "WHERE 1=1");
        _folder.Write("texts/A.sql", "WHERE 1=1");
        if (Directory.GetFiles(_folder["texts"]).Length == 1)
        {
            Assert.Ignore("The file system does not tell letter case apart.");
        }

        Assert.That(Refused.Problem(() => _ = _workspace.Codings).Code, Is.EqualTo(ErrorCodes.InvalidId));
    }

    [Test]
    public void A_coding_in_csharp_of_the_same_id_is_the_model_that_the_text_must_match()
    {
        const string Id = "2Y_back_pain_fusion";
        var published = Repository.Read("sql", "published", $"{Id}.sql");
        var file = _folder.Write($"texts/{Id}.sql", published);
        Assert.That(_workspace.Codings.Single().File, Is.Null);
        Assert.That(_workspace.FindNamed(file).Single().File, Is.Null);

        _folder.Write($"texts/{Id}.sql", published.Replace("120", "121", StringComparison.Ordinal));
        var problem = Refused.Problem(() => _workspace.FindNamed(file));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.Contradiction));
        Assert.That(problem.Message, Does.StartWith($"The text and the coding {Id} in C# differ: "));
        Assert.That(_workspace.Build().Codings.Single().Difference!.Published, Is.EqualTo("121"));
    }

    [Test]
    public void What_is_said_beside_a_text_of_a_model_must_be_what_the_model_says()
    {
        const string Id = "2Y_back_pain_fusion";
        _folder.Write($"texts/{Id}.sql", Repository.Read("sql", "published", $"{Id}.sql"));
        _folder.Write($"texts/{Id}.json", "{ \"title\": \"Another\" }");

        var problem = _workspace.Build().Problems.Single();

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.Contradiction));
        Assert.That(problem.Message, Does.EndWith("in the model in C#"));
    }

    [Test]
    public void A_name_stands_for_an_id_a_file_or_a_folder()
    {
        _folder.Write("texts/b.sql", "WHERE 1=1");
        _folder.Write("texts/a.sql", "WHERE 1=1");
        Directory.CreateDirectory(_folder["none"]);

        Assert.That(_workspace.FindAll("b").Single().ShortName, Is.EqualTo("b"));
        Assert.That(_workspace.FindAll(_folder["texts/a.sql"]).Single().ShortName, Is.EqualTo("a"));
        Assert.That(
            _workspace.FindNamed(_folder["texts"]).Select(coding => coding.Published.Id),
            Is.EqualTo(new[] { "a", "b" })
        );
        Assert.That(
            Refused.Problem(() => _workspace.FindAll(_folder["none"])).Code,
            Is.EqualTo(ErrorCodes.UnknownCoding)
        );
        Assert.That(
            Refused.Problem(() => _workspace.FindAll("c")).Remedy,
            Is.EqualTo("Name a .sql file, or one of a, b")
        );
    }

    [Test]
    public void The_json_beside_a_file_elsewhere_may_be_anything()
    {
        _folder.Write("x.json", "[]");
        var file = _folder.Write("x.sql", "WHERE 1=1");

        Assert.That(_workspace.Find(file).Published.Title, Is.EqualTo("x"));
        Assert.That(Refused.Problem(() => _workspace.FindNamed(file)).Code, Is.EqualTo(ErrorCodes.WorkspaceShape));
    }

    private static string Describe(Documentation documentation) =>
        $"{documentation.Citation}; {string.Join('+', documentation.Notes)}; "
        + string.Join('+', documentation.Comments.Select(comment => comment.Text));
}
