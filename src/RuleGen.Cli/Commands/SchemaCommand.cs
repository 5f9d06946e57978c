using System.CommandLine;
using RuleGen.Data.Files;
using RuleGen.Model;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Commands;

/// <summary><c>rulegen schema</c>: writes a schema file from a table or view that is there.</summary>
internal static class SchemaCommand
{
    public static Command Create(TextWriter error, Redaction redaction)
    {
        var connection = ServerOptions.CreateConnection();
        var table = new Option<string>("--table")
        {
            Description = "The table or view",
            HelpName = "TABLE",
            Required = true,
        };
        var key = new Option<string[]>("--key")
        {
            Description =
                "A column that identifies a row, once for each [default: those of the primary key or of a unique index]",
            HelpName = "COLUMN",
        };
        var alias = new Option<string?>("--alias")
        {
            Description = "The name that qualifies the columns in texts [default: the table's]",
            HelpName = "NAME",
        };
        var output = OutputOption.OfResults("The file to write, whole or not at all [default: the standard output]");
        var command = new Command("schema", "Write a schema file from a table or view of a server")
        {
            connection,
            table,
            key,
            alias,
            output,
        };
        command.SetAction(parsed =>
        {
            var name = TableArgument.Read(table, parsed.GetValue(table)!);
            var described = ServerOptions.Work(
                ServerOptions.Parse(parsed.GetValue(connection), redaction, error),
                error,
                session =>
                    TableDescription.Read(
                        session,
                        name,
                        parsed.GetValue(alias),
                        (parsed.GetValue(key) ?? []).ToValueList()
                    )
            );
            using (var file = OutputFile.Open(parsed.GetValue(output)))
            {
                file.Writer.Write(described.Text);
                file.Commit();
            }

            foreach (var note in described.Notes)
            {
                error.WriteLine($"{MessageText.OneLine(note)}.");
            }

            return ExitCode.Clean;
        });
        return command;
    }
}
