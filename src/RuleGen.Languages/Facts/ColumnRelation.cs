using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>
/// How the values of two columns of a row stand to each other: 0 where the first is less, 1 where they are equal, 2 where it
/// is greater; of texts 1 where they are equal, 2 where they are not. It is kept as a column of its own, of which no row of
/// data has a value. Where one of the two is NULL it may be anything.
/// </summary>
/// <param name="Left">The first column.</param>
/// <param name="Right">The other.</param>
/// <param name="Rules">What compares their texts; null for numbers, dates and decimals.</param>
/// <param name="Column">The column that stands for the relation.</param>
public sealed record ColumnRelation(Column Left, Column Right, CharacterRules? Rules, Column Column)
{
    /// <summary>The relation that some predicate asks about.</summary>
    /// <param name="comparison">The predicate.</param>
    /// <param name="names">Names that the relation's column must not have.</param>
    internal static ColumnRelation Of(ColumnComparison comparison, IEnumerable<string> names)
    {
        var (left, right) = Ordered(comparison);
        var name = $"{left.Name} <=> {right.Name}{(comparison.IsUnicode ? " " : "")}";
        var taken = names.ToHashSet(SqlName.Comparer);
        while (taken.Contains(name))
        {
            name += "_";
        }

        return new ColumnRelation(
            left,
            right,
            (left.Type as CharacterType)?.Collation!.Rules(comparison.IsUnicode),
            new Column(Shortened(name), IntegerType.TinyInt, isNullable: false)
        );
    }

    /// <summary>Whether a predicate asks about this relation.</summary>
    internal bool Is(ColumnComparison comparison) => Ordered(comparison) == (Left, Right);

    /// <summary>Every value that it has.</summary>
    internal IntegerSet Universe => Rules is null ? IntegerSet.Between(0, 2) : IntegerSet.Between(1, 2);

    /// <summary>The values for which a predicate about it is TRUE, where neither column is NULL.</summary>
    internal IntegerSet WhenTrue(ColumnComparison comparison)
    {
        var isMirrored = comparison.Left.Column != Left;
        var comparisonOperator = isMirrored ? comparison.Operator.Mirrored() : comparison.Operator;
        return IntegerSet.Compared(comparisonOperator, 1).And(Universe);
    }

    /// <summary>The value for a row.</summary>
    public long ValueIn(Row row)
    {
        var (left, right) = (row[Left], row[Right]);
        return left.IsNull || right.IsNull ? 1
            : Rules is null ? 1 + left.Integer.CompareTo(right.Integer)
            : AreEqual(left.Text, right.Text) ? 1
            : 2;
    }

    /// <summary>Whether two texts are equal, the shorter padded with blanks (rule 2.1).</summary>
    public bool AreEqual(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var (one, other) = (i < left.Length ? left[i] : ' ', i < right.Length ? right[i] : ' ');
            if (one != other && !Rules!.AreEqual(one, other))
            {
                return false;
            }
        }

        return true;
    }

    private static (Column Left, Column Right) Ordered(ColumnComparison comparison)
    {
        var (left, right) = (comparison.Left.Column, comparison.Right.Column);
        return string.CompareOrdinal(left.Name, right.Name) <= 0 ? (left, right) : (right, left);
    }

    /// <summary>A name of a column has 128 characters at most.</summary>
    private static string Shortened(string name) => name.Length <= 128 ? name : name[..60] + " <=> " + name[^60..];
}
