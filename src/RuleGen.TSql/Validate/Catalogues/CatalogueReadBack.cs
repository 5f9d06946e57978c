using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.TSql;

/// <summary>What the view of a catalogue says when it is read.</summary>
/// <param name="Name">The file.</param>
/// <param name="View">The kind of view.</param>
/// <param name="Ids">What names the codings in it, in their order; of <c>first</c> the column for the label.</param>
/// <param name="Found">
/// The codings in it: one that has all in it, or one for each of the catalogue's, or for each label of each of these.
/// </param>
/// <param name="Text">The text that was read.</param>
public sealed record CatalogueReadBack(
    string Name,
    CatalogueView View,
    ValueList<string> Ids,
    ValueList<Coding> Found,
    string Text
)
{
    /// <summary>The columns of the source that it shows, and the names that it gives them.</summary>
    internal ValueList<(string Read, string Name)> Columns { get; private init; } = [];

    /// <summary>Reads a view, or its query.</summary>
    /// <exception cref="RuleGenException">The text cannot be read. RG0401: it is not as a catalogue's view has it.</exception>
    internal static CatalogueReadBack Of(GeneratedFile file, CatalogueView view, Source source)
    {
        var query = QueryOf(ScriptDomParser.ParseScript(file.Text).Syntax) is { } whole
            ? CatalogueQuery.Read(file.Text, whole, view, source.Key.Count + source.Carried.Count)
            : null;
        if (query is null)
        {
            throw new RuleGenException(
                ErrorCodes.InvalidScript,
                $"It is not as the view '{view.Word()}' of a catalogue is",
                "This is a defect of RuleGen: please report it with the codings"
            );
        }

        return new CatalogueReadBack(
            file.Name,
            view,
            query.Queries.Select(each => each.Id).ToValueList(),
            query
                .Queries.SelectMany(each => ScriptReader.Read(each.Text, source))
                .Select(each => each.Coding)
                .ToValueList(),
            file.Text
        )
        {
            Columns = query.Columns.ToValueList(),
        };
    }

    private static QueryExpression? QueryOf(TSqlScript? script) =>
        script?.Batches is [{ Statements: [var statement] }]
            ? (
                statement switch
                {
                    ViewStatementBody { ViewOptions.Count: 0, WithCheckOption: false } view => view.SelectStatement,
                    SelectStatement { Into: null, WithCtesAndXmlNamespaces: null, OptimizerHints.Count: 0 } select =>
                        select,
                    _ => null,
                }
            )?.QueryExpression
            : null;
}
