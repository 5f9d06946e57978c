using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Engine;

public sealed class RowBatchTests
{
    private static readonly ValueList<Column> Columns =
    [
        new("Id", IntegerType.Int, isNullable: false),
        new("Text", CharacterType.VarChar(10, Collation.Latin1GeneralCiAs), isNullable: true),
        new("Day", SqlTypeParser.Parse("date", Collation.Latin1GeneralCiAs), isNullable: true),
    ];

    private RowBatch _batch = new(Columns);

    [SetUp]
    public void Start_with_an_empty_batch() => _batch = new RowBatch(Columns);

    [Test]
    public void Values_are_where_they_were_put()
    {
        _batch.Add([
            SqlValue.Of(1),
            SqlValue.Of("a"),
            TemporalType.Date.Value(TemporalType.Date.Find(new DateTime(2020, 1, 31))!.Value),
        ]);
        _batch.Add([SqlValue.Of(2), SqlValue.Null, SqlValue.Null]);

        Assert.That(_batch.Count, Is.EqualTo(2));
        Assert.That(_batch.Columns, Is.EqualTo(Columns));
        Assert.That(_batch[0, 1], Is.EqualTo(SqlValue.Of("a")));
        Assert.That(_batch[1, 0], Is.EqualTo(SqlValue.Of(2)));
        Assert.That(_batch.GetRow(0).ToString(), Is.EqualTo("Id = 1, Text = 'a', Day = '2020-01-31'"));
        Assert.That(_batch.GetRow(1)[Columns[1]].IsNull, Is.True);
    }

    [Test]
    public void A_cleared_batch_is_empty_and_takes_rows_again()
    {
        _batch.Add([SqlValue.Of(1), SqlValue.Null, SqlValue.Null]);
        _batch.Clear();
        Assert.That(_batch.Count, Is.Zero);

        _batch.Add([SqlValue.Of(9), SqlValue.Null, SqlValue.Null]);
        Assert.That(_batch[0, 0], Is.EqualTo(SqlValue.Of(9)));
    }

    [Test]
    public void A_row_of_another_length_is_refused() =>
        Assert.That(() => _batch.Add([SqlValue.Of(1)]), Throws.ArgumentException);

    [Test]
    public void A_value_of_another_kind_is_refused_and_nothing_is_added()
    {
        Assert.That(
            () => _batch.Add([SqlValue.Of(1), SqlValue.Of(2), SqlValue.Null]),
            Throws.ArgumentException.With.Message.Contains("Text varchar(10)")
        );
        Assert.That(() => _batch.Add([SqlValue.Of("1"), SqlValue.Null, SqlValue.Null]), Throws.ArgumentException);
        Assert.That(_batch.Count, Is.Zero);
    }
}
