using System.CommandLine;
using RuleGen.Data.Csv;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.Workspaces;
using RuleGen.Workspaces.Sampling;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen sample</c>: writes synthetic rows.</summary>
internal static class SampleCommand
{
    public static Command Create(TextWriter error)
    {
        var codings = new Argument<string[]>("CODING")
        {
            Description =
                "The id of a coding, a file of published text, or a folder of them, whose clauses the rows exercise; may be given "
                + "several times [default: every coding of the workspace]",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var rows = SampleOptions.CreateRows("How many rows");
        rows.Required = true;
        var seed = SampleOptions.CreateSeed(1);
        var csv = new CsvOptions();
        var source = new SourceOptions();
        var lists = new ListOption(
            "The CSV file to write for a list whose items stand in a child table; once for each list"
        )
        {
            IsWritten = true,
        };
        var command = new Command("sample", "Write synthetic rows in which every clause of codings is exercised")
        {
            codings,
            rows,
            seed,
        };
        csv.AddTo(command);
        command.Options.Add(lists);
        source.AddTo(command);
        command.SetAction(parsed =>
        {
            var workspace = source.Open(parsed);
            var names = parsed.GetValue(codings) ?? [];
            Write(
                parsed,
                workspace,
                CodingArgument.FindAllOrEvery(names, workspace, error),
                parsed.GetValue(rows),
                parsed.GetValue(seed),
                csv,
                [.. lists.Read(parsed)]
            );
            return ExitCode.Clean;
        });
        return command;
    }

    private static void Write(
        ParseResult parsed,
        Workspace workspace,
        ValueList<WorkspaceCoding> codings,
        int rows,
        ulong seed,
        CsvOptions csv,
        IReadOnlyList<(string List, string Path)> lists
    )
    {
        var source = workspace.Source;
        var children = source.Lists.Where(list => list.Storage is ChildRows).ToList();
        RefuseLists(lists, children);
        var sample = workspace.Sample(codings, rows, seed);
        using var output = csv.OpenOutput(parsed);
        var outputs = children.ConvertAll(list => OutputFile.Open(PathOf(list, lists)));
        try
        {
            var writer = new CsvWriter(output.Writer, csv.NullToken(parsed));
            var items = outputs.ConvertAll(file => new CsvWriter(file.Writer, csv.NullToken(parsed)));
            SampleFiles.Write(source, sample, writer, children.Zip(items));
            foreach (var file in outputs.Append(output))
            {
                file.Commit();
            }
        }
        finally
        {
            foreach (var file in outputs)
            {
                file.Dispose();
            }
        }
    }

    private static string PathOf(ItemList list, IReadOnlyList<(string List, string Path)> lists) =>
        lists.First(each => SqlName.Comparer.Equals(each.List, list.Name)).Path;

    private static void RefuseLists(IReadOnlyList<(string List, string Path)> given, List<ItemList> children)
    {
        foreach (var (list, _) in given)
        {
            ListInput.Check(list, children);
        }

        var names = children.Select(list => list.Name);
        foreach (var name in names.Where(name => !given.Any(each => SqlName.Comparer.Equals(each.List, name))))
        {
            throw new RuleGenException(
                ErrorCodes.Usage,
                $"The items of the list '{name}' stand in a table of their own, and it is not said where they go",
                $"Say --list {name}=FILE"
            );
        }
    }
}
