using System.Text.Json.Nodes;
using RuleGen.Model;
using RuleGen.Model.Describing;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>A table or view of a server as a schema file, with what somebody has to look at.</summary>
public sealed class TableDescription
{
    private TableDescription(Source source, string text, ValueList<string> notes) =>
        (Source, Text, Notes) = (source, text, notes);

    /// <summary>The source that the file says.</summary>
    public Source Source { get; }

    /// <summary>The schema file; LF, with one at its end.</summary>
    public string Text { get; }

    /// <summary>What the server does not say, and what was left out; sentences.</summary>
    public ValueList<string> Notes { get; }

    /// <summary>Describes a table or view.</summary>
    /// <param name="session">A session in the database.</param>
    /// <param name="table">The table or view.</param>
    /// <param name="alias">The name that qualifies its columns in texts; null for its own.</param>
    /// <param name="key">The names of the columns that identify a row; none for those that the server says.</param>
    /// <exception cref="RuleGenException">
    /// RG0706: the table is not there, or has no column that a coding could read. RG0601: nobody says which columns
    /// identify a row. RG0205, RG0202: a key column is not there, or may be NULL.
    /// </exception>
    public static TableDescription Read(ISqlSession session, TableName table, string? alias, ValueList<string> key)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(table);
        var target = ServerInfo.Read(session).Choose(asked: null);
        var found = TableColumns.Read(session, table);
        if (found.Count == 0)
        {
            throw new RuleGenException(
                ErrorCodes.SourceMismatch,
                $"{table} is not in the database, or the login may not see it",
                "Check 'Database' in the connection string and --table; the login needs SELECT on it"
            );
        }

        var notes = new List<string>();
        var columns = found.Select(column => Describe(column, target, notes)).OfType<Column>().ToList();
        var chosen = key.Count > 0 ? key : TableKey.Read(session, table);
        if (chosen.Count == 0)
        {
            throw new RuleGenException(
                ErrorCodes.Usage,
                $"The server does not say which columns identify a row of {table}",
                $"Name them with --key, once for each: {string.Join(", ", columns.Take(5).Select(column => column.Name))}…"
            );
        }

        CheckKey(table, chosen, columns);
        var collation = columns
            .Select(column => (column.Type as CharacterType)?.Collation)
            .OfType<Collation>()
            .GroupBy(each => each)
            .OrderByDescending(group => group.Count())
            .Select(group => group.Key)
            .FirstOrDefault(Collation.All[0]);
        notes.AddRange(NumberedNotes(columns));
        notes.Add(
            "No server says what codes look like ('values'), how they are joined ('listOf'), which numbers can be ('minimum', "
                + "'maximum') and which lists belong to a row ('lists'): add what you know, for checks on data and proofs to use"
        );
        var text = Write(table, alias ?? table.Name, collation, chosen, columns);
        return new TableDescription(SourceFile.Parse(text), text, notes.ToValueList());
    }

    private static void CheckKey(TableName table, ValueList<string> key, List<Column> columns)
    {
        var problems = new List<Problem>();
        foreach (var name in key)
        {
            var column = columns.Find(each => SqlName.Comparer.Equals(each.Name, name));
            if (column is null)
            {
                var nearest = NearestName.Find(name, columns.Select(each => each.Name));
                problems.Add(
                    new Problem(
                        ErrorCodes.SchemaUnknownColumn,
                        $"{table} has no column '{MessageText.OneLine(name)}' that could identify a row",
                        nearest is null ? "Name another with --key" : $"Did you mean '{nearest}'?"
                    )
                );
            }
            else if (column.IsNullable)
            {
                problems.Add(
                    new Problem(
                        ErrorCodes.SchemaShape,
                        $"Column '{column.Name}' of {table} may be NULL, and so identifies no row",
                        "Name another with --key, or make it NOT NULL"
                    )
                );
            }
        }

        if (problems.Count > 0)
        {
            throw new RuleGenException(problems.ToValueList());
        }
    }

    /// <summary>A column as the source file has it; null, with a note, for one that no coding can read.</summary>
    private static Column? Describe(ServerColumn found, Target target, List<string> notes)
    {
        var collation = Collation.All.FirstOrDefault(each => SourceShape.IsSame(found.Collation, each, target));
        if (found.Collation.Length > 0 && collation is null)
        {
            notes.Add(
                $"Column '{found.Name}' is left out: its collation {found.Collation} is not modelled; to read it, say in "
                    + $"another schema file as which it is to be taken, one of {string.Join(", ", Collation.All.Select(each => each.Name))}"
            );
            return null;
        }

        try
        {
            var type = SqlTypeParser.Parse(found.Type, collation ?? Collation.All[0]);
            return new Column(found.Name, type, found.IsNullable);
        }
        catch (RuleGenException)
        {
            notes.Add($"Column '{found.Name}' is left out: no coding reads {found.Type}");
            return null;
        }
    }

    /// <summary>Says of columns that are numbered alike that they may be a list.</summary>
    private static IEnumerable<string> NumberedNotes(List<Column> columns) =>
        columns
            .Where(column => char.IsAsciiDigit(column.Name[^1]))
            .GroupBy(column => (column.Name.TrimEnd([.. "0123456789"]), column.Type))
            .Where(group => group.Count() > 2)
            .Select(group =>
                $"Columns '{group.First().Name}' to '{group.Last().Name}' are numbered: if they are one list, name them under "
                + "'lists' as 'numbered'"
            );

    private static string Write(
        TableName table,
        string alias,
        Collation collation,
        ValueList<string> key,
        List<Column> columns
    )
    {
        var lines = columns.Select(column => $"    {Write(column, collation)}");
        return $$"""
            {
              "from": { "schema": {{Quote(table.Schema)}}, "table": {{Quote(table.Name)}}, "alias": {{Quote(alias)}} },
              "collation": {{Quote(collation.Name)}},
              "key": [{{string.Join(", ", key.Select(Quote))}}],
              "carry": [],
              "columns": [
            {{string.Join(",\n", lines)}}
              ]
            }

            """;
    }

    private static string Write(Column column, Collation collation)
    {
        var own =
            column.Type is CharacterType { Collation: { } each } && each != collation
                ? $", \"collation\": {Quote(each.Name)}"
                : "";
        return $"{{ \"name\": {Quote(column.Name)}, \"type\": {Quote($"{column.Type}")}{own}, \"nullable\": {(column.IsNullable ? "true" : "false")} }}";
    }

    private static string Quote(string text) => Json.Write(JsonValue.Create(text)).TrimEnd('\n');
}
