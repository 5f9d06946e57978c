using System.CommandLine;
using RuleGen.Model;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Catalogues;

namespace RuleGen.Cli.Commands;

/// <summary>Finds the catalogues that a command line names among codings: by the ids that the workspace declares.</summary>
internal static class CatalogueArgument
{
    /// <summary>The catalogues that names stand for, and the names that stand for something else.</summary>
    /// <exception cref="RuleGenException">A coding of a catalogue is not there, or cannot be read.</exception>
    public static (ValueList<WorkspaceCatalogue> Catalogues, ValueList<string> Others) Part(
        IEnumerable<string> names,
        Workspace workspace
    )
    {
        var found = names.Select(name => (Name: name, Catalogue: workspace.FindCatalogue(name))).ToList();
        return (
            found.Select(each => each.Catalogue).OfType<WorkspaceCatalogue>().DistinctBy(each => each.Id).ToValueList(),
            found.Where(each => each.Catalogue is null).Select(each => each.Name).ToValueList()
        );
    }

    /// <summary>An argument for codings that are looked at together.</summary>
    public static Argument<string[]> Create() =>
        new("CATALOGUE")
        {
            Description =
                "The id of a catalogue; or codings, each by its id, its file or a folder [default: every coding of the "
                + "workspace]",
            Arity = ArgumentArity.ZeroOrMore,
        };

    /// <summary>The codings that names stand for together, those of catalogues among them; every one for no name.</summary>
    /// <exception cref="RuleGenException">As for <see cref="CodingArgument.FindAll"/>; or there is one alone.</exception>
    public static ValueList<WorkspaceCoding> FindTogether(
        IReadOnlyCollection<string> names,
        Workspace workspace,
        TextWriter error
    )
    {
        var (catalogues, others) = Part(names, workspace);
        var codings = catalogues
            .SelectMany(catalogue => catalogue.Codings)
            .Concat(
                others.Count == 0 && catalogues.Count > 0 ? [] : CodingArgument.FindAllOrEvery(others, workspace, error)
            )
            .ToValueList();
        return codings.Count > 1
            ? codings
            : throw new RuleGenException(
                ErrorCodes.Usage,
                $"There is one coding, {codings[0].ShortName}, and nothing that it could overlap",
                "Name two codings or more, or a catalogue"
            );
    }
}
