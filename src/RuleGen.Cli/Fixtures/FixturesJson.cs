using System.Text.Json.Nodes;
using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.Proof;
using RuleGen.Proof.Fixtures;
using RuleGen.Proof.Mutating;
using RuleGen.Workspaces.Fixtures;

namespace RuleGen.Cli.Fixtures;

/// <summary>
/// Writes fixtures for a program: <c>coding</c>, <c>fixtures</c> (number, row, kept, outcome, place, clause, catches) and
/// <c>mutants</c> (total, killed, equivalent and undecided with reasons).
/// </summary>
internal static class FixturesJson
{
    /// <summary>The document.</summary>
    public static JsonObject Write(string name, CodingFixtures fixtures) =>
        new()
        {
            ["coding"] = name,
            ["fixtures"] = Array(
                fixtures.Set.Fixtures.Zip(fixtures.Rows),
                each => ToJson(fixtures.Coding.Coding, each.First, each.Second)
            ),
            ["mutants"] = new JsonObject
            {
                ["total"] = fixtures.Set.Mutants,
                ["killed"] = fixtures.Set.Killed.Count,
                ["equivalent"] = Array(fixtures.Set.Equivalent, each => ToJson(each.Mutant, each.Why)),
                ["undecided"] = Array(fixtures.Set.Undecided, each => ToJson(each.Mutant, ReasonCode.Of(each.Reason))),
            },
        };

    private static JsonObject ToJson(Coding coding, Fixture fixture, Row row) =>
        new()
        {
            ["number"] = fixture.Number,
            ["row"] = RowJson.Write(row),
            ["kept"] = fixture.Expected.IsKept,
            ["outcome"] = ResultJson.Outcome(fixture.Expected.Outcome, fixture.Expected.Type),
            ["place"] = fixture.Place,
            ["clause"] = FixtureWords.Clause(coding, fixture),
            ["catches"] = Array(fixture.OnlyHere, mutant => ToJson(mutant, reason: null)),
            ["caught"] = fixture.Caught,
        };

    private static JsonObject ToJson(Mutant mutant, string? reason)
    {
        var json = new JsonObject
        {
            ["kind"] = mutant.Operator,
            ["place"] = mutant.Place,
            ["mistake"] = mutant.Mistake,
        };
        if (reason is not null)
        {
            json["reason"] = reason;
        }

        return json;
    }

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> write) => new([.. items.Select(write)]);
}
