using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>Text columns compared with numbers, for values that are digits alone (rules 2.7 to 2.10).</summary>
public sealed class LenientTests
{
    private static readonly ReadOptions Lenient = new() { IsLenient = true };

    [TestCase("Admission_Method = 81", "Admission_Method = '81'")]
    [TestCase("Admission_Method = 2", "Admission_Method IN ('2', '02')")]
    [TestCase("2 <> Admission_Method", "Admission_Method NOT IN ('2', '02')")]
    [TestCase("Admission_Method IN (2, 11, 02)", "Admission_Method IN ('2', '02', '11')")]
    [TestCase("Admission_Method NOT IN (81)", "Admission_Method <> '81'")]
    [TestCase("Admission_Method >= 81", "(Admission_Method LIKE '__' AND Admission_Method >= '81')")]
    [TestCase(
        "Admission_Method > 8",
        "((Admission_Method LIKE '_' AND Admission_Method >= '9') OR (Admission_Method LIKE '__' AND Admission_Method >= '09'))"
    )]
    [TestCase("81 > Admission_Method", "NOT (Admission_Method LIKE '__' AND Admission_Method >= '81')")]
    [TestCase("Admission_Method <= 80", "NOT (Admission_Method LIKE '__' AND Admission_Method >= '81')")]
    [TestCase(
        "Admission_Method NOT BETWEEN 11 AND 28",
        "NOT ((Admission_Method LIKE '__' AND Admission_Method >= '11') AND NOT (Admission_Method LIKE '__' AND Admission_Method >= '29'))"
    )]
    public void It_is_read_as_texts_of_digits(string condition, string plain)
    {
        foreach (var text in new[] { $"WHERE {condition}", $"SELECT APCS_Ident FROM APCS WHERE {condition}" })
        {
            var read = CodingReader.Read(text, Apcs.Source, Lenient);

            Assert.That(read.Coding.Exclusions, Is.EqualTo(Reading.Where(plain)), text);
            Assert.That(
                read.Conversions.Select(each => (each.Column.Name, each.Text)),
                Is.EqualTo([("Admission_Method", condition)])
            );
            Assert.That(
                read.Notes.Single(note => note.Position == read.Conversions[0].Position).Message,
                Does.Contain("digits alone")
            );
        }
    }

    [TestCase("Admission_Method IN (1, 'a')", "RG0001", "Put the number in quotes")]
    [TestCase("LEFT(Admission_Method, 1) = 1", "RG0001", "Put the number in quotes")]
    [TestCase("Any_Spell_Diagnosis = 1", "RG0106", "too many to write out")]
    public void What_cannot_be_said_so_is_refused(string condition, string code, string message)
    {
        var problem = Refused.Problem(() => _ = CodingReader.Read($"WHERE {condition}", Apcs.Source, Lenient));

        Assert.That(problem.Code.Id, Is.EqualTo(code));
        Assert.That(problem.ToString(), Does.Contain(message));
    }

    [Test]
    public void Without_leave_it_is_refused_and_the_remedy_names_the_option() =>
        Assert.That(Reading.Problems("WHERE Admission_Method = 81").Single().Remedy, Does.Contain("--lenient"));

    [Test]
    public void Every_number_that_the_column_holds_compares_as_a_number()
    {
        foreach (var comparison in new[] { "=", "<>", "<", "<=", ">", ">=" })
        {
            foreach (var number in new[] { -1, 0, 1, 7, 10, 98, 99, 100 })
            {
                var predicate = CodingReader
                    .Read($"WHERE Admission_Method {comparison} {number}", Apcs.Source, Lenient)
                    .Coding.Exclusions!;
                foreach (var text in Enumerable.Range(0, 100).SelectMany(value => new[] { $"{value}", $"{value:D2}" }))
                {
                    var expected = int.Parse(text, System.Globalization.CultureInfo.InvariantCulture).CompareTo(number);
                    var row = new Row([predicate.Columns.Single()], [SqlValue.Of(text)]);
                    var holds = comparison switch
                    {
                        "=" => expected == 0,
                        "<>" => expected != 0,
                        "<" => expected < 0,
                        "<=" => expected <= 0,
                        ">" => expected > 0,
                        _ => expected >= 0,
                    };
                    Assert.That(
                        new CodingEvaluator().FindResult(new Coding([], null, predicate), row)!.Value.IsKept,
                        Is.EqualTo(holds),
                        $"{text} {comparison} {number}"
                    );
                }
            }
        }
    }
}
