using RuleGen.Model;

namespace RuleGen.Tests;

/// <summary>Runs what must be refused, and gives what was said about it.</summary>
internal static class Refused
{
    public static ValueList<Problem> Problems(Action code) =>
        Assert.Throws<RuleGenException>(code)?.Problems ?? throw new InvalidOperationException("It was not refused.");

    public static Problem Problem(Action code) => Problems(code).Single();
}
