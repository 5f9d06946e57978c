using RuleGen.Model;
using RuleGen.Proof.Fixtures;
using RuleGen.TSql;

namespace RuleGen.Workspaces.Fixtures;

/// <summary>What is said of a fixture, in files and on the screen.</summary>
public static class FixtureWords
{
    /// <summary>The clause that it exists for, as T-SQL on one line; null where it is not about one.</summary>
    public static string? Clause(Coding coding, Fixture fixture) =>
        fixture.Path is { } path && coding.At(path) is { Children.Count: 0 } clause ? ClauseText.Write(clause) : null;

    /// <summary>The place and its clause.</summary>
    public static string Place(Coding coding, Fixture fixture) =>
        Clause(coding, fixture) is { } clause ? $"{fixture.Place}: {clause}" : fixture.Place;

    /// <summary>The mistakes that only it catches, with their places where they are elsewhere.</summary>
    public static IEnumerable<string> Catches(Fixture fixture) =>
        fixture.OnlyHere.Count == 0
            ? ["shows what is usual"]
            : fixture.OnlyHere.Select(mutant => mutant.Place == fixture.Place ? mutant.Mistake : mutant.ToString());

    /// <summary>The place with its clause, then the mistakes.</summary>
    public static IEnumerable<string> Describe(Coding coding, Fixture fixture) =>
        [Place(coding, fixture), $"Catches: {string.Join("; ", Catches(fixture))}"];
}
