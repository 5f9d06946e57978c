using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>
/// A coding on a server, over a table of rows that the caller gives: the objects that deploy would make there, with the
/// rows' numbers as the key.
/// </summary>
public sealed class ScratchCoding : IDisposable
{
    private readonly ScratchDatabase _database;
    private readonly Source _source;
    private readonly Column _number;
    private readonly CodingObject _view;
    private readonly CodingObject _function;
    private readonly CodingObject? _clrFunction;
    private readonly ScratchTable[] _tables;
    private int _count;

    internal ScratchCoding(
        ScratchDatabase database,
        PublishedCoding coding,
        Source source,
        ClrMaker? makeClr,
        int place
    )
    {
        _database = database;
        Coding = coding.Coding;
        Check = new RowCheck(Coding, database.Target);
        var scratch = new ScratchSource(
            Coding,
            source,
            new TableName(database.Schema, string.Create(CultureInfo.InvariantCulture, $"RuleGen_Rows_{place}"))
        );
        (_source, _number) = (scratch.Source, scratch.Number);
        var naming = ObjectNaming.Default with { Schema = database.Schema };
        var objects = CodingObject.Of(coding, _source, database.Target, naming);
        if (makeClr is not null)
        {
            objects = objects.Add(makeClr(coding, _source, naming, database.Target));
        }

        _view = objects.Single(each => each.Kind == ObjectKind.View);
        _function = objects.Single(each => each.Kind == ObjectKind.Function);
        _clrFunction = objects.SingleOrDefault(each => each.Kind == ObjectKind.ClrFunction);
        _tables = ScratchTable.Of(_source);
        Deploy(objects);
    }

    /// <summary>The coding.</summary>
    public Coding Coding { get; }

    /// <summary>Which rows can be compared.</summary>
    public RowCheck Check { get; }

    /// <summary>Puts rows in the place of those that are there.</summary>
    /// <param name="rows">Rows that have the coding's columns and lists.</param>
    /// <exception cref="RuleGenException">The server refuses them.</exception>
    public void Load(IReadOnlyList<Row> rows)
    {
        _count = rows.Count;
        var numbered = rows.Select(
                (row, place) =>
                    new Row(
                        [_number, .. Coding.Columns],
                        [SqlValue.Of(place), .. Coding.Columns.Select(column => row[column])]
                    )
            )
            .ToList();
        foreach (var table in _tables)
        {
            table.Load(_database.Session, numbered);
        }
    }

    /// <summary>What the view makes of the rows, by their place; rows that it does not show are not kept.</summary>
    public Result[] ReadView() =>
        Read(
            $"""
            SELECT v.{SqlName.Bracket(_number.Name)}, v.{Outcome}
            FROM {_view.QualifiedName} AS v;

            """
        );

    /// <summary>What the function makes of the rows under CROSS APPLY, by their place.</summary>
    public Result[] ReadFunction() => Apply(_function);

    /// <summary>Whether the SQLCLR function is there, too.</summary>
    public bool HasClrFunction => _clrFunction is not null;

    /// <summary>What the SQLCLR function makes of the rows under CROSS APPLY, by their place.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public Result[] ReadClrFunction() =>
        Apply(_clrFunction ?? throw new InvalidOperationException("There is no SQLCLR function."));

    /// <summary>The truth of a clause of the coding for a row.</summary>
    public Truth Evaluate(Predicate clause, Row row) => ClauseQuery.Run(_database.Session, clause, _source, row);

    /// <summary>Frees the memory; the objects go with the database.</summary>
    public void Dispose()
    {
        foreach (var table in _tables)
        {
            table.Dispose();
        }
    }

    private static string Outcome => SqlName.Bracket(ObjectNaming.Default.OutcomeColumn);

    private void Deploy(ValueList<CodingObject> objects)
    {
        var session = _database.Session;
        var assemblies = objects.Select(each => each.Assembly).OfType<AssemblyPart>().ToList();
        var missing = PermissionCheck
            .ForAssemblies(session, assemblies, _database.Target, givesTrust: true)
            .ToValueList();
        if (missing.Count > 0)
        {
            throw new RuleGenException(missing);
        }

        session.Execute(TableScript.Write(_source));
        var planned = objects.Select(each => new PlannedObject(each, SeenModule.Missing)).ToValueList();
        SessionScript.Run(session, Deployment.Of(_database.Target, planned, givesTrust: true).Write());
    }

    private Result[] Apply(CodingObject function)
    {
        var arguments = string.Join(
            ", ",
            _source.StoredFor(Coding.NamedColumns).Select(column => $"r.{SqlName.Bracket(column.StoredName)}")
        );
        return Read(
            $"""
            SELECT r.{SqlName.Bracket(_number.Name)}, f.{Outcome}
            FROM {_source.Table} AS r
            CROSS APPLY {function.QualifiedName}({arguments}) AS f;

            """
        );
    }

    private Result[] Read(string query)
    {
        var results = new Result[_count];
        _database.Session.Read(query, reader => results[reader.GetInt32(0)] = OutcomeValue.Read(reader, 1));
        return results;
    }
}
