using System.Globalization;
using System.Text;
using RuleGen.Model;
using RuleGen.Proof;
using RuleGen.Proof.Fixtures;
using RuleGen.Workspaces.Fixtures;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Cli.Fixtures;

/// <summary>Shows fixtures to a person: under each clause its rows, of each row what is not usual.</summary>
internal static class FixturesText
{
    /// <summary>The figures in a sentence.</summary>
    public static string Summarize(FixtureSet set) =>
        $"{Number(set.Fixtures.Count)} fixtures catch {Number(set.Killed.Count)} of {Number(set.Mutants)} mistakes; "
        + $"{Number(set.Equivalent.Count)} are proven to change no result, {Number(set.Undecided.Count)} are undecided.";

    /// <summary>The whole text.</summary>
    public static string Write(string name, CodingFixtures fixtures)
    {
        var coding = fixtures.Coding.Coding;
        var text = new StringBuilder($"{name}: {Summarize(fixtures.Set)}\n");
        var usual = Usual(coding, fixtures.Set);
        if (coding.Columns.Count > 0)
        {
            text.Append("\nValues, where a row does not say otherwise:\n");
            foreach (var column in coding.Columns)
            {
                text.Append("  ").Append(column.Name).Append(" = ").Append(usual[column]).Append('\n');
            }
        }

        var place = "";
        foreach (var fixture in fixtures.Set.Fixtures)
        {
            var next = FixtureWords.Place(coding, fixture);
            if (next != place)
            {
                text.Append('\n').Append(place = next).Append('\n');
            }

            WriteFixture(text, coding, fixture, usual);
        }

        WriteRest(text, fixtures.Set);
        return text.ToString();
    }

    private static void WriteFixture(
        StringBuilder text,
        Coding coding,
        Fixture fixture,
        Dictionary<Column, SqlValue> usual
    )
    {
        var unusual = coding
            .Columns.Where(column => fixture.Row[column] != usual[column])
            .Select(column => $"{column.Name} = {fixture.Row[column]}");
        text.Append(Number(fixture.Number).PadLeft(4)).Append("  ");
        text.Append(MessageText.OneLine(string.Join(", ", unusual.DefaultIfEmpty("the usual values")))).Append('\n');
        text.Append("      expected: ")
            .Append(MessageText.OneLine(new Answer(fixture.Expected).ToString()))
            .Append('\n');
        foreach (var mistake in FixtureWords.Catches(fixture))
        {
            text.Append("      catches: ").Append(MessageText.OneLine(mistake)).Append('\n');
        }
    }

    private static void WriteRest(StringBuilder text, FixtureSet set)
    {
        if (set.Equivalent.Count > 0)
        {
            text.Append("\nMistakes that change no result:\n");
        }

        foreach (var equivalent in set.Equivalent)
        {
            text.Append("  ").Append(equivalent.Mutant).Append(" (").Append(equivalent.Why).Append(")\n");
        }

        if (set.Undecided.Count > 0)
        {
            text.Append("\nUndecided mistakes:\n");
        }

        foreach (var undecided in set.Undecided)
        {
            text.Append("  ")
                .Append(undecided.Mutant)
                .Append(" (")
                .Append(ReasonCode.Of(undecided.Reason))
                .Append(")\n");
        }
    }

    /// <summary>The value that most rows have, by column.</summary>
    private static Dictionary<Column, SqlValue> Usual(Coding coding, FixtureSet set) =>
        coding.Columns.ToDictionary(
            column => column,
            column =>
                set.Fixtures.CountBy(fixture => fixture.Row[column]).DefaultIfEmpty().MaxBy(pair => pair.Value).Key
        );

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
