using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Sqlite;

namespace RuleGen.Tests.Unit.Sqlite;

/// <summary>A table of one column, for predicates about it, on one database of SQLite.</summary>
internal sealed class OneColumn : IDisposable
{
    private readonly SqliteDatabase _database;

    public OneColumn(SqlType type, params SqlValue[] values)
    {
        Source = new Source(
            new TableName("dbo", "T"),
            alias: "T",
            key: ["Id"],
            carried: [],
            columns: [new Column("Id", IntegerType.Int, isNullable: false), new Column("X", type, isNullable: true)]
        );
        _database = SqliteDatabase.Create(Source);
        _database.Load(values.Select((value, i) => new Row(Source.Columns, [SqlValue.Of(i), value])));
    }

    public Source Source { get; }

    public CharacterOperand Text => Source.Text("X");

    public NumberOperand Number => Source.Number("X");

    public static OneColumn OfText(SqlType type, params string?[] values) =>
        new(type, [.. values.Select(value => value is null ? SqlValue.Null : SqlValue.Of(value))]);

    /// <summary>The truth of a predicate for each value, in order; null where the value is not evaluated.</summary>
    public List<Truth?> Truths(Predicate predicate)
    {
        var coding = new CodingBuilder().When(predicate, "True").When(!predicate, "False").Else("Unknown").Build();
        _database.CreateView("v", SqliteTranslator.Translate(coding, Source));
        return
        [
            .. _database
                .ReadView("v")
                .Select(result =>
                    result.NotEvaluated is null ? Enum.Parse<Truth>(result.Result.Outcome!) : (Truth?)null
                ),
        ];
    }

    public void Dispose() => _database.Dispose();
}
