using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>The kinds of the statements of a script, in order, also of those in EXECUTE.</summary>
internal static class ScriptShape
{
    /// <summary>The name of the file, and the kinds.</summary>
    public static string Of(GeneratedFile file) =>
        $"{(FileNames.IsDbtModel(file.Name) ? "dbt" : file.Name)}: {Statements(file)}";

    private static string Statements(GeneratedFile file)
    {
        var text = file.Name switch
        {
            FileNames.Case when file.Text.StartsWith("WHEN", StringComparison.Ordinal) =>
                $"SELECT CASE\n{file.Text}END;",
            FileNames.Case => $"SELECT\n{file.Text};",
            FileNames.Where => $"SELECT 1\n{file.Text};",
            _ => file.Text,
        };
        using var reader = new StringReader(text);
        var tree = new TSql150Parser(true).Parse(reader, out var errors);
        Assert.That(errors.Select(error => error.Message), Is.Empty, file.Text);
        var kinds = new StatementKinds();
        tree.Accept(kinds);
        return string.Join(' ', kinds.Names);
    }

    private sealed class StatementKinds : TSqlFragmentVisitor
    {
        public List<string> Names { get; } = [];

        public override void Visit(TSqlBatch node) => Names.Add("GO");

        public override void Visit(TSqlStatement node) => Names.Add(node.GetType().Name);

        public override void Visit(ExecutableStringList node)
        {
            if (node.Strings[0] is StringLiteral literal)
            {
                Names.Add("(" + Statements(new GeneratedFile("inner", literal.Value)) + ")");
            }
        }
    }
}
