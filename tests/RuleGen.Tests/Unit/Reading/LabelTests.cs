using RuleGen.Model;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>What THEN and ELSE may give (rules 6.3, 6.17, 6.18).</summary>
public sealed class LabelTests
{
    [TestCase("1", 1)]
    [TestCase("-1", -1)]
    [TestCase("(0)", 0)]
    [TestCase("2147483647", int.MaxValue)]
    [TestCase("-2147483648", int.MinValue)]
    public void A_whole_number(string written, long value)
    {
        var coding = Reading.Coding($"CASE WHEN 1=1 THEN {written} END");

        Assert.That(coding.Arms[0].Then, Is.EqualTo(Label.Of(value)));
        Assert.That(coding.ResultType, Is.EqualTo(LabelType.Integer));
    }

    [TestCase("CAST(1 AS bit)", true)]
    [TestCase("cast(0 as BIT)", false)]
    public void A_bit(string written, bool isSet)
    {
        var coding = Reading.Coding($"CASE WHEN 1=1 THEN {written} ELSE NULL END");

        Assert.That(coding.Arms[0].Then, Is.EqualTo(Label.OfBit(isSet)));
        Assert.That(coding.ResultType, Is.EqualTo(LabelType.Bit));
    }

    [TestCase("-1")]
    [TestCase("1")]
    [TestCase("CAST(0 AS bit)")]
    public void A_condition_without_WHERE_may_follow(string label)
    {
        var coding = Reading.Coding($"WHEN 1=1 THEN {label}\nAdmission_Method = '11'");

        Assert.That(coding.Exclusions, Is.EqualTo(Reading.Where("Admission_Method = '11'")));
    }

    [TestCase("2147483648", "RG0005", "does not fit an int")]
    [TestCase("99999999999999999999", "RG0005", "does not fit an int")]
    [TestCase("CAST(2 AS bit)", "RG0106", "neither text, a whole number, a bit nor NULL")]
    [TestCase("1.5", "RG0106", "neither text, a whole number, a bit nor NULL")]
    [TestCase("Age", "RG0106", "neither text, a whole number, a bit nor NULL")]
    [TestCase("CAST(1 AS int)", "RG0106", "neither text, a whole number, a bit nor NULL")]
    public void What_is_none_is_refused_where_it_stands(string written, string code, string said)
    {
        var problem = Reading.Problems($"CASE WHEN 1=1 THEN {written} END").Single();

        Assert.That(problem.Code.Id, Is.EqualTo(code));
        Assert.That(problem.Message, Does.Contain(said));
        Assert.That(problem.Position, Is.EqualTo(new TextPosition(1, 20)));
    }

    [TestCase("'a'", "1", "int", "text")]
    [TestCase("1", "'a'", "text", "int")]
    [TestCase("1", "CAST(1 AS bit)", "bit", "int")]
    [TestCase("CAST(1 AS bit)", "'1'", "text", "bit")]
    public void Labels_of_two_types_are_refused_at_the_second(string first, string second, string type, string before)
    {
        var text = $"CASE WHEN 1=1 THEN {first} WHEN 1=0 THEN NULL ELSE {second} END";

        var problem = Reading.Problems(text).Single();

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.IllTyped));
        Assert.That(problem.Message, Does.Contain($"is {type}, and a label before it is {before}"));
        Assert.That(
            problem.Position,
            Is.EqualTo(new TextPosition(1, text.LastIndexOf(second, StringComparison.Ordinal) + 1))
        );
    }
}
