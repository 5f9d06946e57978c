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
}
