using System.Collections.Concurrent;
using System.Globalization;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Rules;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// The published text of 2Y with one character dropped, replaced or put in, at every place: what can still be read is
/// decided. A build takes one edit of so many; RULEGEN_EDITS=all takes all, RULEGEN_EDITS=7 one of seven.
/// </summary>
[TestFixture]
[NonParallelizable]
public sealed class EveryEditOfAText
{
    /// <summary>Of the edits that change the meaning, one of so many is run on every engine.</summary>
    private const int EnginesEvery = 25;

    private static readonly int Every = Environment.GetEnvironmentVariable("RULEGEN_EDITS") switch
    {
        null or "" => 211,
        "all" => 1,
        var number => int.Parse(number, CultureInfo.InvariantCulture),
    };

    private static readonly string Text = File.ReadAllText(
        Repository.PathOf("sql", "published", "2Y_back_pain_fusion.sql")
    );

    private static readonly Coding Original = CodingReader.Read(Text, Apcs.Source).Coding;

    [Test]
    public void Each_that_can_be_read_is_decided()
    {
        var edits = TextEdit.All(Text).Where((_, i) => i % Every == 0).ToList();
        var (refused, different, confirmed, undecided) = (0, 0, 0, new ConcurrentBag<string>());
        var equivalent = new ConcurrentBag<(string Reason, TextEdit Edit)>();
        Parallel.ForEach(
            edits,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            edit =>
            {
                if (Read(edit) is not { } edited)
                {
                    Interlocked.Increment(ref refused);
                    return;
                }

                switch (new EquivalenceProver(new CodingEvaluator()).Decide(Original, edited))
                {
                    case Equivalent:
                        equivalent.Add((EditReason.Of(Text, edit, Original, edited), edit));
                        break;
                    case Different found:
                        if (Interlocked.Increment(ref different) % EnginesEvery == 0)
                        {
                            EveryEngine.Confirm(Original, edited, found);
                            Interlocked.Increment(ref confirmed);
                        }

                        break;
                    default:
                        undecided.Add(edit.Describe(Text));
                        break;
                }
            }
        );
        TestContext.Out.WriteLine(
            $"{edits.Count} edits: {refused} refused by the reader, {equivalent.Count} equivalent, {different} different "
                + $"({confirmed} of the witnesses run on every engine), {undecided.Count} undecided."
        );
        foreach (var group in equivalent.GroupBy(found => found.Reason, StringComparer.Ordinal).OrderBy(Largest))
        {
            var example = group.MinBy(found => (found.Edit.Place, found.Edit.Character)).Edit.Describe(Text);
            TestContext.Out.WriteLine($"{group.Count(), 7} {group.Key} For instance {example}.");
        }

        Assert.That(undecided, Is.Empty);
        Assert.That(refused + equivalent.Count + different, Is.EqualTo(edits.Count));
        Assert.That(confirmed, Is.Positive);
    }

    private static int Largest(IGrouping<string, (string, TextEdit)> group) => -group.Count();

    private static Coding? Read(TextEdit edit)
    {
        try
        {
            return CodingReader.Read(edit.Apply(Text), Apcs.Source).Coding;
        }
        catch (RuleGenException)
        {
            return null;
        }
    }
}
