using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using ColumnReferenceExpression = Microsoft.SqlServer.TransactSql.ScriptDom.ColumnReferenceExpression;

namespace RuleGen.TSql.Read;

/// <summary>The names within a subquery over the items of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Name">What the subquery calls the items: an alias, or the table.</param>
internal sealed record ItemScope(ItemList List, string Name)
{
    /// <summary>The column of an item of a name, the list's or the table's; null where there is none.</summary>
    public Column? Find(string name) =>
        List.Type.Find(name)
        ?? (
            List.Storage is ChildRows { Position: { } position } && SqlName.Comparer.Equals(position, name)
                ? List.Type.Position
                : null
        );

    /// <summary>The column of the row's key that the child's column of a name equals; null where there is none.</summary>
    public Column? FindKey(string name, Source source)
    {
        var place = List.Storage is ChildRows child
            ? child.Key.ToList().FindIndex(column => SqlName.Comparer.Equals(column, name))
            : -1;
        return place < 0 ? null : source.Key[place];
    }

    /// <summary>Whether a qualifier is what the subquery calls the items.</summary>
    public bool IsNamed(string qualifier) => SqlName.Comparer.Equals(qualifier, Name);

    /// <summary>The column of an item that an expression is; null where it is something else.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isQualified">Whether the name must stand after what the items are called.</param>
    public Column? FindItem(ScalarExpression expression, bool isQualified = false) =>
        Syntax.Bare(expression) is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: { } names }
        && ((names.Count == 1 && !isQualified) || (names.Count == 2 && IsNamed(names[0].Value)))
            ? Find(names[^1].Value)
            : null;

    /// <summary>The position that a condition asks of an item; null where it asks for something else.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="isQualified">Whether the position must stand after what the items are called.</param>
    public int? FindPosition(BooleanExpression condition, bool isQualified = false)
    {
        return
            Syntax.Bare(condition)
                is BooleanComparisonExpression { ComparisonType: BooleanComparisonType.Equals } comparison
            ? Number(comparison.FirstExpression, comparison.SecondExpression)
                ?? Number(comparison.SecondExpression, comparison.FirstExpression)
            : null;

        int? Number(ScalarExpression column, ScalarExpression literal) =>
            List.Type.Position is { } position
            && FindItem(column, isQualified) == position
            && int.TryParse(
                Syntax.WholeNumber(Syntax.Bare(literal)),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number is >= 1 and <= ListType.MostPositions
                ? number
                : null;
    }
}
