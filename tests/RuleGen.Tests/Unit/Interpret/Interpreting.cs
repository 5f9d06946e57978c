using RuleGen.Model;
using RuleGen.TSql.Interpret;

namespace RuleGen.Tests.Unit.Interpret;

/// <summary>Rows with a column of each type, and conditions over them.</summary>
internal static class Interpreting
{
    public const string Windows = "Latin1_General_CI_AS";
    public const string Legacy = "SQL_Latin1_General_CP1_CI_AS";
    public const string Binary = "Latin1_General_BIN2";

    /// <summary>A source whose text columns have a collation; <c>other</c> has another.</summary>
    public static Source Over(string collation = Windows)
    {
        var text = Collation.Named(collation);
        var other = Collation.Named(collation == Binary ? Windows : Binary);
        return new Source(
            new TableName("dbo", "APCS"),
            "A",
            ["id"],
            ["d"],
            [
                new Column("id", IntegerType.BigInt, isNullable: false),
                new Column("v", CharacterType.VarChar(30, text), isNullable: true),
                new Column("w", CharacterType.VarChar(2, text), isNullable: true),
                new Column("n", CharacterType.NVarChar(30, text), isNullable: true),
                new Column("c", CharacterType.Char(6, text), isNullable: true),
                new Column("nc", CharacterType.NChar(6, text), isNullable: true),
                new Column("other", CharacterType.VarChar(30, other), isNullable: true),
                new Column("i", IntegerType.Int, isNullable: true),
                new Column("j", IntegerType.Int, isNullable: true),
                new Column("t", IntegerType.TinyInt, isNullable: true),
                new Column("d", SqlTypeParser.Parse("date", text), isNullable: true),
            ]
        );
    }

    /// <summary>A row with some values; the others are NULL.</summary>
    public static Row Row(Source source, params (string Column, object? Value)[] values) =>
        new(
            source.Columns,
            source
                .Columns.Select(column =>
                    Value(column, values.FirstOrDefault(pair => pair.Column == column.Name).Value)
                )
                .ToValueList()
        );

    /// <summary>A value as a column holds it; a date is given as its text.</summary>
    public static SqlValue Value(Column column, object? value) =>
        column.Type is TemporalType type && value is string text
            ? type.Value(type.Find(TemporalText.Parse(text)!.Value)!.Value)
            : Value(value);

    public static SqlValue Value(object? value) =>
        value switch
        {
            null => SqlValue.Null,
            int number => SqlValue.Of(number),
            _ => SqlValue.Of((string)value),
        };

    /// <summary>What a condition is when one column has a value and all others are NULL, under a collation.</summary>
    public static ThreeValued In(string collation, string predicate, string column = "id", object? value = null)
    {
        var source = Over(collation);
        var result = PredicateInterpreter.Evaluate(
            predicate,
            source,
            Row(source, (column, value ?? (column == "id" ? 1 : null)))
        );
        Assert.That(result.NotEvaluated, Is.Null);
        return result.Value;
    }

    /// <summary>What a condition is when one column has a value and all others are NULL.</summary>
    public static ThreeValued Truth(string predicate, string column = "id", object? value = null) =>
        In(Windows, predicate, column, value);

    /// <summary>Why a condition is not evaluated when one column has a value.</summary>
    public static UnreadCharacter? Unread(string collation, string predicate, string column, string value)
    {
        var source = Over(collation);
        return PredicateInterpreter.Evaluate(predicate, source, Row(source, (column, value))).NotEvaluated;
    }

    /// <summary>The problem of a condition that is refused.</summary>
    public static Problem Problem(string predicate, string collation = Windows) =>
        ProblemOf(() => PredicateInterpreter.Load(predicate, Over(collation)));

    public static Problem ProblemOf(Action action) =>
        Assert.Throws<RuleGenException>(() => action())!.Problems.Single();
}
