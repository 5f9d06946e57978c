namespace RuleGen.Model;

/// <summary>
/// Does one job for every kind of predicate. A new kind adds a method, and the compiler names every place to extend.
/// </summary>
public interface IPredicateVisitor<out TResult>
{
    /// <summary><c>LIKE</c> or <c>NOT LIKE</c>.</summary>
    TResult Visit(Like like);

    /// <summary><c>= &lt;&gt; &lt; &lt;= &gt; &gt;=</c>.</summary>
    TResult Visit(Comparison comparison);

    /// <summary>A column compared with a column.</summary>
    TResult Visit(ColumnComparison comparison);

    /// <summary><c>BETWEEN</c> or <c>NOT BETWEEN</c>.</summary>
    TResult Visit(Between between);

    /// <summary><c>IN</c> or <c>NOT IN</c>.</summary>
    TResult Visit(In membership);

    /// <summary><c>IS NULL</c> or <c>IS NOT NULL</c>.</summary>
    TResult Visit(NullTest test);

    /// <summary><c>EXISTS</c> or <c>NOT EXISTS</c> over the items of a list.</summary>
    TResult Visit(Any any);

    /// <summary><c>1=1</c> and the like.</summary>
    TResult Visit(ConstantComparison constant);

    /// <summary><c>AND</c>.</summary>
    TResult Visit(And and);

    /// <summary><c>OR</c>.</summary>
    TResult Visit(Or or);

    /// <summary><c>NOT</c>.</summary>
    TResult Visit(Not not);
}
