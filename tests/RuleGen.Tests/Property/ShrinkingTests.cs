using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Tests.Property;

/// <summary>A failure shrinks to what it needs, and says how it is replayed.</summary>
public sealed class ShrinkingTests
{
    private const string Replay = "Replay: RULEGEN_PROPERTY_SEED=";

    [Test]
    public void A_failure_shrinks_to_one_row_and_one_clause()
    {
        var message = Fail();

        var lines = message.Split('\n');
        Assert.That(message, Does.Contain("RULEGEN_PROPERTY_SEED="));
        Assert.That(lines.Count(line => line.StartsWith("Row:", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(lines, Has.Some.Match(@"^(WHEN |WHERE |    WHEN )?LOWER\([^()]+\) (NOT )?IN \(N?''\)$"));
        Assert.That(message, Does.Not.Contain(" AND ").And.Not.Contain(" OR "));
    }

    [Test]
    public void A_failure_is_replayed_by_the_seed_that_it_prints()
    {
        var message = Fail();
        var seed = message.Split('\n').Single(line => line.StartsWith(Replay, StringComparison.Ordinal));
        var again = Fail(seed[Replay.Length..].Trim());

        Assert.That(again, Does.Contain("after 1 cases"));
        Assert.That(
            again[again.IndexOf("Columns:", StringComparison.Ordinal)..],
            Is.EqualTo(message[message.IndexOf("Columns:", StringComparison.Ordinal)..])
        );
    }

    /// <summary>The engine at fault, for once, is made up.</summary>
    private static void Check(CodingCase asked)
    {
        if (asked.Coding.Predicates.Any(HasLowerIn) && asked.Rows.Count > 0)
        {
            throw new DisagreementException("LOWER … IN is at fault");
        }
    }

    private static bool HasLowerIn(Predicate root) =>
        root.SelfAndDescendants()
            .OfType<In>()
            .Any(membership =>
                FragmentWriter.WritePredicate(membership).StartsWith("LOWER(", StringComparison.Ordinal)
            );

    private static string Fail(string? replay = null)
    {
        using (new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext())
        {
            return Assert
                .Throws<AssertionException>(() => PropertyRun.Check(cases: 2000, Check, replay: replay))
                .Message;
        }
    }
}
