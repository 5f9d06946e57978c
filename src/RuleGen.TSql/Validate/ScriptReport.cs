using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Parses a script for its target and collects what is wrong with it.</summary>
internal sealed class ScriptReport(GeneratedFile file, Target target)
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Notes a problem at the place of a fragment.</summary>
    public void Add(string message, TSqlFragment? place = null) =>
        Add(message, place is { StartLine: > 0 } ? new TextPosition(place.StartLine, place.StartColumn) : null);

    /// <summary>Notes a problem where a condition does not hold.</summary>
    public void Require(bool condition, string message, TSqlFragment? place = null)
    {
        if (!condition)
        {
            Add(message, place);
        }
    }

    /// <summary>Notes a problem where a name is not the two-part name that is meant.</summary>
    public void RequireName(SchemaObjectName name, string schema, string last) =>
        Require(
            name.Identifiers.Count == 2 && name.SchemaIdentifier.Value == schema && name.BaseIdentifier.Value == last,
            $"a name is not {SqlText.TwoPart(schema, last)}",
            name
        );

    /// <summary>Notes a problem for each thing that is missing or too many.</summary>
    public void RequireSame(IEnumerable<string> meant, IEnumerable<string> found, string what)
    {
        var expected = meant.ToHashSet(SqlName.Comparer);
        var actual = found.ToHashSet(SqlName.Comparer);
        foreach (var missing in expected.Except(actual, SqlName.Comparer))
        {
            Add($"{what} '{missing}' is missing");
        }

        foreach (var extra in actual.Except(expected, SqlName.Comparer))
        {
            Add($"{what} '{extra}' is too many");
        }
    }

    /// <summary>The script of a text; null where it does not parse, which is noted.</summary>
    public TSqlScript? Parse(string text) => Parse(text, target.Grammar);

    /// <summary>
    /// Notes where a text would not parse in Fabric Warehouse: fragments and the query for dbt are made for any server,
    /// whatever the target of the scripts beside them.
    /// </summary>
    public void RequireFabric(string text) => Parse(text, Grammar.FabricWarehouse);

    private TSqlScript? Parse(string text, Grammar grammar)
    {
        var parsed = ScriptDomParser.ParseScript(text, grammar);
        foreach (var error in parsed.Errors)
        {
            Add(
                $"{grammar} would not parse it: {error.Message.TrimEnd('.')}",
                new TextPosition(error.Line, error.Column)
            );
        }

        return parsed.IsComplete ? parsed.Syntax : null;
    }

    private void Add(string message, TextPosition? position) =>
        _problems.Add(
            new Problem(
                ErrorCodes.InvalidScript,
                $"The script for {target.Title} does not hold: {message}",
                "This is a defect of RuleGen: nothing was written, please report it with the coding"
            )
            {
                File = file.Name,
                Position = position,
            }
        );
}
