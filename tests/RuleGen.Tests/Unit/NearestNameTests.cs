using RuleGen.Model;

namespace RuleGen.Tests.Unit;

public sealed class NearestNameTests
{
    private static readonly string[] Known = ["Admission_Method", "Administrative_Category", "Any_Spell_Diagnosis"];

    [TestCase("Admision_Method", "Admission_Method")]
    [TestCase("admissionmethod", "Admission_Method")]
    [TestCase("Any Spell Diagnosis", "Any_Spell_Diagnosis")]
    [TestCase("Administrative_Categroy", "Administrative_Category")]
    public void A_mistyped_name_finds_what_was_meant(string name, string meant) =>
        Assert.That(NearestName.Find(name, Known), Is.EqualTo(meant));

    [TestCase("")]
    [TestCase("Postcode")]
    public void A_name_like_no_other_finds_nothing(string name) => Assert.That(NearestName.Find(name, Known), Is.Null);

    [Test]
    public void Of_equally_near_names_the_first_in_the_order_of_the_alphabet_is_found() =>
        Assert.That(NearestName.Find("Column0", ["Column3", "Column1", "Column2"]), Is.EqualTo("Column1"));

    [TestCase(10_000_000)]
    [TestCase(257)]
    public void What_is_too_long_for_a_name_is_passed_over(int length)
    {
        var text = new string('w', length);

        Assert.That(NearestName.Find(text, [text[1..], "w"]), Is.Null);
        Assert.That(NearestName.Find("Admision_Method", [text, .. Known]), Is.EqualTo("Admission_Method"));
    }

    [Test]
    public void A_name_as_long_as_it_may_be_is_found() =>
        Assert.That(NearestName.Find(new string('w', 255), [new string('w', 256)]), Is.Not.Null);

    [Test]
    public void Among_too_many_names_none_is_looked_for() =>
        Assert.That(
            NearestName.Find("Admision_Method", Enumerable.Range(0, 10_001).Select(i => $"Admission_Method_{i}")),
            Is.Null
        );
}
