using System.CommandLine;
using RuleGen.Data.Files;

namespace RuleGen.Cli.Commands;

/// <summary>
/// An option that names a file to write: whole or not at all, and none of those that the command reads, to which
/// <see cref="Files.OutputCheck"/> sees.
/// </summary>
internal sealed class OutputOption : Option<string?>
{
    private OutputOption(string name, string description)
        : base(name)
    {
        Description = description;
        HelpName = "FILE";
    }

    /// <summary>Names where the results go, which is the standard output if it is left out.</summary>
    /// <param name="description">What is said of it.</param>
    public static OutputOption OfResults(string description) => new(Files.OutputCheck.Option, description);

    /// <summary>Names a file beside the results, which have the standard output to themselves.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="description">What is said of it.</param>
    public static OutputOption Beside(string name, string description)
    {
        var option = new OutputOption(name, description);
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => token.Value == OutputFile.Standard))
            {
                result.AddError($"{name} takes a file; what the command finds goes to the standard output");
            }
        });
        return option;
    }
}
