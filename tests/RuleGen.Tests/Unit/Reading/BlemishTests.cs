namespace RuleGen.Tests.Unit.Reading;

public sealed class BlemishTests
{
    private const string Clean = "WHERE Admission_Method LIKE '2%' AND Any_Spell_Diagnosis IS NULL";

    private static readonly TestCaseData[] Blemishes =
    [
        Case("WHERE Admission_Method LIKE ‘2%’ AND Any_Spell_Diagnosis IS NULL", "1:29: ‘2%’ is read as '2%'"),
        Case("WHERE Admission_Method LIKE ’2%‘ AND Any_Spell_Diagnosis IS NULL", "1:29: ’2%‘ is read as '2%'"),
        Case("WHERE Admission_Method LIKE “2%” AND Any_Spell_Diagnosis IS NULL", "1:29: “2%” is read as '2%'"),
        Case("WHERE Admission_Method LIKE '2%’ AND Any_Spell_Diagnosis IS NULL", "1:29: '2%’ is read as '2%'"),
        Case("WHERE Admission_Method LIKE ‘2%' AND Any_Spell_Diagnosis IS NULL", "1:29: ‘2%' is read as '2%'"),
        Case("WHERE Admission_Method LIKE ′2%′ AND Any_Spell_Diagnosis IS NULL", "1:29: ′2%′ is read as '2%'"),
        Case("WHERE Admission_Method LIKE `2%` AND Any_Spell_Diagnosis IS NULL", "1:29: `2%` is read as '2%'"),
        Case("WHERE Admission_Method LIKE `2%' AND Any_Spell_Diagnosis IS NULL", "1:29: `2%' is read as '2%'"),
        Case("WHERE Admission_Method LIKE \"2%” AND Any_Spell_Diagnosis IS NULL", "1:29: \"2%” is read as '2%'"),
        Case("WHERE Admission_Method LIKE ‘‘2%’’ AND Any_Spell_Diagnosis IS NULL", "1:29: ‘‘2%’’ is read as '2%'"),
        Case("WHERE Admission_Method LIKE ''2%'' AND Any_Spell_Diagnosis IS NULL", "1:29: ''2%'' is read as '2%'"),
        Case(
            "WHERE Admission _ Method LIKE '2%' AND Any_ Spell _Diagnosis IS NULL",
            "1:7: 'Admission _ Method' is read as 'Admission_Method'",
            "1:40: 'Any_ Spell _Diagnosis' is read as 'Any_Spell_Diagnosis'"
        ),
        Case(
            "WHERE\u00A0Admission_Method \u2009\u3000LIKE '2%' AND Any_Spell_Diagnosis IS NULL",
            "1:6: U+00A0 is read as an ordinary blank",
            "1:24: U+2009 and those after it are read as ordinary blanks"
        ),
        Case(
            "\uFEFFWHERE Admission\u200B_Method LIKE '2%' AND Any_Spell_Diagnosis IS NU\u00ADLL",
            "1:1: U+FEFF, which has no shape, is taken out",
            "1:17: U+200B, which has no shape, is taken out",
            "1:65: U+00AD, which has no shape, is taken out"
        ),
        Case(
            "\u061CWHERE Admission\u2066_Method LIKE '2%' AND Any_Spell_Diagnosis\uFE0F IS NULL",
            "1:1: U+061C, which has no shape, is taken out",
            "1:17: U+2066, which has no shape, is taken out",
            "1:59: U+FE0F, which has no shape, is taken out"
        ),
        Case(
            "\0WHERE\u0001\0Admission_Method LIKE '2%'\u001B AND Any_Spell_Diagnosis IS NULL -- a\0b\u0001\n/*\u007F*/",
            "1:1: U+0000 is read as a blank",
            "1:7: U+0001 and those after it are read as a blank",
            "1:35: U+001B is read as a blank",
            "1:73: U+0000 inside the comment is left alone",
            "2:3: U+007F inside the comment is left alone"
        ),
        Case("WHERE\tAdmission_Method\r\nLIKE\r'2%'\nAND Any_Spell_Diagnosis\r\n\r\nIS NULL"),
        Case(
            "WHERE Admission_Method LIKE '2%'\u2028AND Any_Spell_Diagnosis IS NULL",
            "1:33: U+2028 is read as the end of a line"
        ),
        Case(
            "Exclusions\nWHERE Admission_Method LIKE '2%' AND Any_Spell_Diagnosis IS NULL",
            "1:1: 'Exclusions' is no T-SQL, and is passed over as a heading"
        ),
        Case(
            "SQL code:\n\n2Y_back_pain_fusion\nWHERE Admission_Method LIKE '2%'\nGlobal cancer exclusion\nAPC\n"
                + "AND Any_Spell_Diagnosis IS NULL\nCancer and private, non-elective – all.\n",
            "1:1: 'SQL code:' is no T-SQL, and is passed over as a heading",
            "3:1: '2Y_back_pain_fusion' is no T-SQL, and is passed over as a heading",
            "5:1: 'Global cancer exclusion' is no T-SQL, and is passed over as a heading",
            "6:1: 'APC' is no T-SQL, and is passed over as a heading",
            "8:1: 'Cancer and private, non-elective – all.' is no T-SQL, and is passed over as a heading"
        ),
        Case("wHeRe ADMISSION_METHOD Like '2%' and any_spell_diagnosis is null"),
        Case("WHERE Admission_Method LIKE '2%' AND Any_Spell_Diagnosis IS NULL;", "1:65: ';' is passed over"),
        Case("WHERE APCS.Admission_Method LIKE '2%' AND apcs.Any_Spell_Diagnosis IS NULL"),
        Case(
            "WHERE Der.Admission_Method LIKE '2%' AND der.Any_Spell_Diagnosis IS NULL",
            "1:7: Qualifier 'Der', here and after, is read as the source's alias 'APCS'"
        ),
        Case("WHERE [APCS].[Admission_Method] LIKE '2%' AND [Any_Spell_Diagnosis] IS NULL"),
        Case("WHERE Admission_Method LIKE (('2%')) AND Any_Spell_Diagnosis IS NULL"),
        Case(
            "– Emergencies\nWHERE Admission_Method LIKE '2%'\n  — without a diagnosis\nAND Any_Spell_Diagnosis IS NULL",
            "1:1: U+2013 at the start of the line is read as '--', a comment",
            "3:3: U+2014 at the start of the line is read as '--', a comment"
        ),
    ];

    [TestCaseSource(nameof(Blemishes))]
    public void A_blemish_is_repaired_and_noted_at_its_place(string text, string[] notes)
    {
        Assert.That(Reading.Notes(text), Is.EqualTo(notes));
        Assert.That(Reading.Coding(text), Is.EqualTo(Reading.Coding(Clean)));
    }

    [Test]
    public void Clean_text_has_no_notes() => Assert.That(Reading.Notes(Clean), Is.Empty);

    [Test]
    public void Several_literals_on_a_line_may_mix_their_quotes()
    {
        var mixed = "Admission_Method IN (‘1’, “2”, '3', '4’) OR Admission_Method = ‘5' OR Admission_Method = '6'";

        Assert.That(
            Reading.Where(mixed),
            Is.EqualTo(
                Reading.Where(
                    "Admission_Method IN ('1', '2', '3', '4') OR Admission_Method = '5' OR Admission_Method = '6'"
                )
            )
        );
    }

    [Test]
    public void A_straight_quote_closed_by_a_typographic_one_does_not_swallow_the_next_clause() =>
        Assert.That(
            Reading.Where("Admission_Method = '1’ OR Administrative_Category = ′2'"),
            Is.EqualTo(Reading.Where("Admission_Method = '1' OR Administrative_Category = '2'"))
        );

    [TestCase("'O’Brien'", "O’Brien")]
    [TestCase("‘O’Brien’", "O’Brien")]
    [TestCase("‘O’’Brien’", "O'Brien")]
    [TestCase("‘O'Brien’", "O'Brien")]
    [TestCase("'O''Brien'", "O'Brien")]
    [TestCase("'''quoted'''", "'quoted'")]
    [TestCase("'the dogs’ and cats'", "the dogs’ and cats")]
    [TestCase("'a’ and ‘b'", "a’ and ‘b")]
    [TestCase("‘say “hi” now’", "say “hi” now")]
    [TestCase("‘’", "")]
    [TestCase("''", "")]
    [TestCase("N‘x’", "x")]
    public void A_label_keeps_the_quotes_that_belong_to_it(string literal, string label) =>
        Assert.That(Reading.Coding($"WHEN 1=1 THEN {literal}").Arms[0].Then.Text, Is.EqualTo(label));

    [Test]
    public void Inside_a_literal_nothing_is_changed_and_what_is_odd_is_noted()
    {
        var read = Reading.Read("WHEN 1=1 THEN 'a\u00A0b\u200Bc’s  _ d – e'");

        Assert.That(read.Coding.Arms[0].Then.Text, Is.EqualTo("a\u00A0b\u200Bc’s  _ d – e"));
        Assert.That(
            read.Notes.Select(note => note.ToString()),
            Is.EqualTo(["1:17: U+00A0, U+200B, U+2019 inside the literal 'a\u00A0b\u200Bc’s  _ d – e' is left alone"])
        );
    }

    [Test]
    public void A_control_character_inside_a_literal_is_left_alone_and_noted()
    {
        var read = Reading.Read("WHEN 1=1 THEN 'a\0b'");

        Assert.That(read.Coding.Arms[0].Then.Text, Is.EqualTo("a\0b"));
        Assert.That(read.Notes.Select(note => note.Message), Has.One.StartsWith("U+0000 inside the literal"));
    }

    [Test]
    public void A_literal_may_cross_lines_where_that_is_the_T_SQL()
    {
        var read = Reading.Read("WHEN Admission_Method = '1' THEN 'a\nb'");

        Assert.That(read.Coding.Arms[0].Then.Text, Is.EqualTo("a\nb"));
        Assert.That(
            read.Notes.Select(note => note.ToString()),
            Is.EqualTo(["1:34: The literal goes on over the end of its line, and is read so"])
        );
    }

    [Test]
    public void A_number_with_leading_zeros_is_noted() =>
        Assert.That(
            Reading.Notes("WHERE Age_At_Start_of_Spell_SUS > 019"),
            Is.EqualTo(["1:35: The number 019 is read as 19"])
        );

    [Test]
    public void Parentheses_around_a_length_are_noted() =>
        Assert.That(
            Reading.Notes("WHERE LEFT(Admission_Method, (1)) = '2'"),
            Is.EqualTo(["1:30: The parentheses around the number are left out"])
        );

    [TestCase("Any_Spell_Diagnosis", Description = "a column")]
    [TestCase("Any_Spel_Diagnosis", Description = "a column, misspelt")]
    [TestCase("apcs.Foo", Description = "a qualified name")]
    [TestCase("Foo (bar)", Description = "parentheses")]
    [TestCase("Foo = bar", Description = "an operator")]
    [TestCase("Foo LIKE bar", Description = "a keyword")]
    public void A_line_that_may_be_meant_as_T_SQL_is_no_heading(string line) =>
        Assert.That(
            Reading.Problems($"WHERE Admission_Method = '1'\n{line}\nAND Admission_Method = '2'"),
            Is.Not.Empty
        );

    [Test]
    public void A_line_of_words_within_parentheses_is_no_heading() =>
        Assert.That(
            Reading.Places("WHERE (Admission_Method = '1'\nAPC\nOR Admission_Method = '2')"),
            Is.EqualTo(["2:1 RG0101"])
        );

    private static TestCaseData Case(string text, params string[] notes) => new(text, notes);
}
