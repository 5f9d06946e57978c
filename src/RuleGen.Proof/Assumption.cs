using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>What a proof may take for granted about the rows, beyond the columns' types.</summary>
public sealed record Assumption
{
    /// <summary>The name of <see cref="PrintableAscii"/> on the command line.</summary>
    public const string PrintableAsciiName = "ascii";

    private Assumption(string text, Predicate? predicate)
    {
        Text = text;
        Predicate = predicate;
    }

    /// <summary>Every character of every value is one of U+0020 to U+007E.</summary>
    public static Assumption PrintableAscii { get; } =
        new("Every value holds only printable ASCII characters (U+0020 to U+007E)", predicate: null);

    /// <summary>The assumption in words, or its predicate in T-SQL.</summary>
    public string Text { get; }

    /// <summary>What is FALSE for no row; null for <see cref="PrintableAscii"/>.</summary>
    public Predicate? Predicate { get; }

    /// <summary>A predicate that is FALSE for no row, as a CHECK constraint would have it: NULL passes.</summary>
    /// <param name="predicate">The predicate.</param>
    /// <param name="text">How it was written.</param>
    public static Assumption Holds(Predicate predicate, string text) => new(text, predicate);

    /// <summary>Another table or view, which a text reads, is the source.</summary>
    /// <param name="written">The table as the text writes it.</param>
    /// <param name="source">The source.</param>
    public static Assumption SameTable(string written, TableName source) =>
        new($"{written} is {source}", ConstantComparison.AlwaysTrue);

    /// <summary>The values of a column have the shape that its source declares.</summary>
    /// <exception cref="ArgumentException">The source declares no patterns for it.</exception>
    public static Assumption HasShape(Column column) =>
        new(
            $"Every value of {column.Name} is {column.Shape}",
            column.Shape?.HasPattern(column)
                ?? throw new ArgumentException($"{column.Name} has no declared shape.", nameof(column))
        );

    /// <summary>
    /// The items of a list have the shapes that its source declares for them; null where it declares none. Without them a
    /// pattern on joined items may match in the middle of one.
    /// </summary>
    /// <param name="list">The list.</param>
    /// <param name="item">A column of its items.</param>
    public static Assumption? ItemsHaveShape(Column list, Column item) =>
        item.Shape?.HasPattern(item) is { } shape
            ? new($"Every {item.Name} of {list.Name} is {item.Shape}", Not.Of(Any.Of(list, Not.Of(shape.Grouped()))))
            : null;

    /// <summary>What <see cref="ItemsHaveShape"/> says of the lists that codings read.</summary>
    public static ValueList<Assumption> OfItems(params IEnumerable<Coding> codings) =>
        codings
            .SelectMany(coding => coding.Columns)
            .Distinct()
            .Where(column => column.Type is ListType)
            .SelectMany(list => ((ListType)list.Type).Columns, ItemsHaveShape)
            .OfType<Assumption>()
            .ToValueList();

    /// <summary>The values of a short text column are digits alone, and one or more of them.</summary>
    public static Assumption IsDigits(Column column)
    {
        var type = (CharacterType)column.Type;
        var lengths = type.IsFixedLength ? [type.Length!.Value] : Enumerable.Range(1, type.Length!.Value);
        var digits = lengths
            .Select(length =>
                (Predicate)
                    Like.Of(
                        ColumnReference.Of(column),
                        StringLiteral.Of(string.Concat(Enumerable.Repeat("[0-9]", length)))
                    )
            )
            .ToValueList();
        return new(
            $"Every value of {column.Name} is digits alone; SQL Server fails on one that is no number",
            digits is [var single] ? single : Or.Of(digits)
        );
    }

    /// <summary>Whether values may hold a character.</summary>
    internal bool Allows(char character) => Predicate is not null || character is >= ' ' and <= '~';

    /// <summary>Whether all of some assumptions are so for a row.</summary>
    public static bool Admit(ValueList<Assumption> assumptions, ICodingEvaluator evaluator, Row row) =>
        assumptions.All(assumption => assumption.Admits(evaluator, row));

    /// <summary>Whether it is so for a row.</summary>
    internal bool Admits(ICodingEvaluator evaluator, Row row) =>
        Predicate is null
            ? row.Columns.All(column => row[column].Text is not { } text || text.All(Allows))
            : !evaluator.Evaluate(new Coding([], otherwise: null, Not.Of(Predicate)), row).IsKept;
}
