using RuleGen.Model;
using RuleGen.TSql.Read;

namespace RuleGen.TSql;

/// <summary>What generated texts say when they are read: the coding in each, and the one that it has to be.</summary>
/// <param name="Name">The files read, such as <c>case.sql, where.sql</c>.</param>
/// <param name="Text">The script that was read.</param>
/// <param name="Found">The codings in it.</param>
/// <param name="Expected">The coding that was written, over the columns that the text names.</param>
public sealed record ReadBack(string Name, string Text, ValueList<Coding> Found, Coding Expected)
{
    /// <summary>Reads the fragments, the view and the function of a coding, and what else says the same.</summary>
    /// <param name="files">The files of one target.</param>
    /// <param name="coding">The coding, over the columns of the source.</param>
    /// <param name="source">The source.</param>
    /// <exception cref="RuleGenException">A text cannot be read.</exception>
    public static IEnumerable<ReadBack> Of(ValueList<GeneratedFile> files, Coding coding, Source source)
    {
        string? TextOf(string name) => files.FirstOrDefault(file => file.Name == name)?.Text;
        yield return OfFragments(
            TextOf(FileNames.Case),
            TextOf(FileNames.From),
            TextOf(FileNames.Where),
            coding,
            source
        );
        if (TextOf(FileNames.View) is { } view)
        {
            yield return OfView(view, coding, source);
        }

        if (TextOf(FileNames.Function) is { } function)
        {
            yield return OfFunction(function, coding, source);
        }

        if (TextOf(FileNames.ProjectView) is { } projectView)
        {
            yield return Read(FileNames.ProjectView, projectView, source, coding);
        }

        if (TextOf(FileNames.ProjectFunction) is { } projectFunction)
        {
            yield return OfFunction(projectFunction, coding, source) with
            {
                Name = FileNames.ProjectFunction,
            };
        }

        foreach (var model in files.Where(file => FileNames.IsDbtModel(file.Name)))
        {
            yield return OfQuery(model, coding, source);
        }
    }

    /// <summary>Those of some files that <see cref="Of"/> reads: files of two targets that agree in these say the same.</summary>
    public static ValueList<GeneratedFile> ReadAmong(ValueList<GeneratedFile> files) =>
        files
            .Where(file =>
                file.Name
                    is FileNames.Case
                        or FileNames.From
                        or FileNames.Where
                        or FileNames.View
                        or FileNames.Function
                        or FileNames.ProjectView
                        or FileNames.ProjectFunction
                || FileNames.IsDbtModel(file.Name)
            )
            .ToValueList();

    internal static ReadBack OfView(string text, Coding coding, Source source) =>
        Read(FileNames.View, text, source, coding);

    /// <summary>
    /// Reads a query that is to be put into another statement, in one: by itself, one of a catalogue view would be passed
    /// over.
    /// </summary>
    internal static ReadBack OfQuery(GeneratedFile file, Coding coding, Source source) =>
        Read(file.Name, $"CREATE VIEW [query]\nAS\n{file.Text}", source, coding);

    /// <summary>
    /// Reads the function. Parameters stand for columns whose names they cannot always bear, so the coding is compared
    /// over columns that are named like the parameters.
    /// </summary>
    internal static ReadBack OfFunction(string text, Coding coding, Source source)
    {
        var names = ParameterNames.For(source.StoredFor(coding.NamedColumns));
        string NameOf(Column column) => names.TryGetValue(column, out var name) ? name[1..] : column.Name;
        Column Renamed(Column column) =>
            column.Derivation is null && column.Type is not ListType
                ? new Column(NameOf(column), column.Type, column.IsNullable)
                : column;
        var stored = names.Keys.Where(column => column.Derivation is null).ToList();
        // No parameter has a blank in its name.
        var keys = source
            .Key.Select(column =>
                stored.Contains(column)
                    ? Renamed(column)
                    : new Column($"no parameter {column.Name}", column.Type, false)
            )
            .ToValueList();
        var made = coding.NamedColumns.Where(column => column.Derivation is not null && !names.ContainsKey(column));
        var parameters = new Source(
            source.Table,
            source.Alias,
            keys.Select(column => column.Name).ToValueList(),
            [],
            [.. keys, .. stored.Select(Renamed).Where(column => !keys.Contains(column)), .. made],
            lists: source.Lists.Select(list => RenamedList(list, source, NameOf)).ToValueList()
        );
        return Read(FileNames.Function, text, parameters, CodingBinder.Replace(coding, Renamed));
    }

    /// <summary>A list whose numbered columns are named like the parameters.</summary>
    private static ItemList RenamedList(ItemList list, Source source, Func<Column, string> nameOf) =>
        list.Storage is NumberedColumns numbered
            ? new ItemList(
                list.Name,
                list.Type,
                new NumberedColumns(
                    numbered
                        .Columns.Select(columns => columns.Select(name => nameOf(source.Find(name)!)).ToValueList())
                        .ToValueList()
                )
            )
            : list;

    /// <summary>
    /// The query that case.sql, from.sql and where.sql are parts of, with the table alone where there is no from.sql. It
    /// shows the outcome, or the key where there is none.
    /// </summary>
    public static string JoinFragments(
        string? caseText,
        string? fromText,
        string? whereText,
        Coding coding,
        Source source
    )
    {
        ArgumentNullException.ThrowIfNull(coding);
        ArgumentNullException.ThrowIfNull(source);
        var alias = SqlName.Bracket(source.Alias);
        var shown = caseText switch
        {
            null => $"{alias}.{SqlName.Bracket(source.Key[0].StoredName)}\n",
            _ when coding.IsWrittenWithCase => caseText,
            _ => $"CASE\n{caseText}END\n",
        };
        var from = fromText ?? $"FROM {source.Table} AS {alias}\n";
        var where = whereText is null || coding.IsWrittenWithWhere ? whereText : $"WHERE\n{whereText}";
        return $"SELECT\n{shown}{from}{where}";
    }

    /// <summary>Reads case.sql, from.sql and where.sql as the one query that they are parts of; any may be missing.</summary>
    internal static ReadBack OfFragments(
        string? caseText,
        string? fromText,
        string? whereText,
        Coding coding,
        Source source
    )
    {
        string?[] names =
        [
            caseText is null ? null : FileNames.Case,
            fromText is null ? null : FileNames.From,
            whereText is null ? null : FileNames.Where,
        ];
        var query = new GeneratedFile(
            string.Join(", ", names.OfType<string>()),
            JoinFragments(caseText, fromText, whereText, coding, source)
        );
        return OfQuery(query, coding, source);
    }

    private static ReadBack Read(string name, string text, Source source, Coding expected) =>
        new(name, text, ScriptReader.Read(text, source).Select(found => found.Coding).ToValueList(), expected);
}
