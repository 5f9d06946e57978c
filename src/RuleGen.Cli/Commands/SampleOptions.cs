using System.CommandLine;
using System.Globalization;

namespace RuleGen.Cli.Commands;

/// <summary>The options of commands that sample rows.</summary>
internal static class SampleOptions
{
    /// <summary>How many rows.</summary>
    public static Option<int> CreateRows(string description) =>
        new("--rows")
        {
            Description = description,
            HelpName = "N",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                result.AddError($"--rows takes a whole number from 0 to {int.MaxValue}, not '{text}'");
                return 0;
            },
        };

    /// <summary>The seed.</summary>
    public static Option<ulong> CreateSeed(ulong seed) =>
        new("--seed")
        {
            Description = "The same seed gives the same rows on every machine",
            HelpName = "S",
            DefaultValueFactory = _ => seed,
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    return number;
                }

                result.AddError($"--seed takes a whole number from 0 to {ulong.MaxValue}, not '{text}'");
                return 0;
            },
        };
}
