using System.Numerics;
using RuleGen.Model;

namespace RuleGen.Sqlite.Translation;

/// <summary>
/// How deep the expression that a predicate becomes is at most, in the sense of SQLite's SQLITE_MAX_EXPR_DEPTH.
/// </summary>
internal static class ExpressionDepth
{
    /// <summary>The deepest expression that SQLite takes, as it is compiled by default.</summary>
    public const int Limit = 1000;

    /// <summary>More than a simple predicate adds around its scalars, with CASE, NOT and folding.</summary>
    private const int AroundScalars = 24;

    /// <summary>What a function becomes at most: <c>coalesce(…, substr(… || …))</c>.</summary>
    private const int OfFunction = 3;

    public static int Of(Predicate predicate) =>
        predicate switch
        {
            { Children.Count: > 0 } => Levels(predicate.Children.Count) + predicate.Children.Max(Of),

            // Within EXISTS, as for the scalars below.
            Any any => AroundScalars + any.Conditions.Select(Of).DefaultIfEmpty(0).Max() * 2,

            // A scalar inside EXISTS counts twice: SQLite adds up what stands around a subquery and within it.
            _ => AroundScalars + (2 * predicate.Scalars.Max(Of)),
        };

    private static int Of(Scalar scalar) => scalar.Operands.Count == 0 ? 1 : OfFunction + scalar.Operands.Max(Of);

    /// <summary>The levels of NOT, or of a balanced tree of AND or OR.</summary>
    private static int Levels(int count) => Math.Max(1, BitOperations.Log2((uint)count - 1) + 1);
}
