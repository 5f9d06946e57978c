using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Clr;

public sealed class ClrFunctionTests
{
    private static readonly ClrFunction Function = ClrFunction.Load(
        ClrGenerator.Compile(BackPainFusion.Coding, Apcs.Source)
    );

    [OneTimeTearDown]
    public void Unload() => Function.Dispose();

    [TestCase("V382", "M545", "01", ExpectedResult = "kept, 2Y_back_pain_fusion")]
    [TestCase("V382", "M545", "02", ExpectedResult = "not kept")]
    [TestCase("V382", "M545,C410", "01", ExpectedResult = "not kept")]
    [TestCase("X", "M545", "01", ExpectedResult = "kept, NULL")]
    public string A_row_has_the_outcome_that_the_view_gives(string procedure, string diagnoses, string category)
    {
        var (result, notEvaluated) = Function.Evaluate(Row(procedure, diagnoses, category));

        Assert.That(notEvaluated, Is.Null);
        return result.IsKept ? $"kept, {result.Outcome ?? "NULL"}" : "not kept";
    }

    [Test]
    public void A_character_that_is_not_modelled_is_an_error_that_names_column_and_character()
    {
        var result = Function.Evaluate(Row("V382", "M545ß", "01"));

        Assert.That(result.NotEvaluated, Does.StartWith("Any_Spell_Diagnosis holds U+00DF, and what that means under"));
    }

    [Test]
    public void The_error_says_nothing_else_of_the_value() =>
        Assert.That(Function.Evaluate(Row("V382", "M545ß", "01")).NotEvaluated, Does.Not.Contain("M545"));

    private static Row Row(string procedure, string diagnoses, string category) =>
        new(
            Apcs.Source.Columns,
            [
                SqlValue.Of(1),
                SqlValue.Of(procedure),
                SqlValue.Of("M545"),
                SqlValue.Of(diagnoses),
                SqlValue.Of(40),
                SqlValue.Null,
                SqlValue.Of("11"),
                SqlValue.Of(category),
            ]
        );
}
