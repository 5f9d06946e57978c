namespace RuleGen.Model.Describing;

/// <summary>Writes predicates as <c>RuleGen.Model.Authoring</c> says them.</summary>
internal sealed class CSharpPredicates : IPredicateVisitor<CSharpExpression>
{
    private readonly CSharpScalars _scalars;

    public CSharpPredicates(CSharpScalars scalars) => _scalars = scalars;

    /// <summary>The predicate with its parentheses and documentation.</summary>
    public CSharpExpression Write(Predicate predicate) => Write(predicate, isEnclosed: false);

    /// <summary>The documentation of an arm, an ELSE or a WHERE.</summary>
    public static CSharpExpression Write(Documentation documentation) =>
        CitationAndNotes(
            documentation.Comments.Aggregate(
                CSharpExpression.Primary("Documentation.None"),
                (expression, comment) =>
                    expression.Call(
                        "Comment",
                        CSharpText.Literal(comment.Text),
                        $"{nameof(CommentPlacement)}.{comment.Placement}"
                    )
            ),
            documentation
        );

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(Like like)
    {
        ValueList<Scalar> arguments = like.Escape is { } escape ? [like.PatternText, escape] : [like.PatternText];
        return _scalars
            .Write(like.Operand)
            .Call(like.IsNegated ? "NotLike" : "Like", arguments.Select(CSharpScalars.Literal));
    }

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(Comparison comparison) =>
        WithBang(
            comparison.IsWrittenWithBang,
            comparison.Operand.Type is OrderedType ? CompareNumbers(comparison) : CompareTexts(comparison)
        );

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(ColumnComparison comparison) =>
        WithBang(
            comparison.IsWrittenWithBang,
            comparison.Operator.NeedsOrder()
                ? CSharpExpression.Relational(
                    CodeLayout.Concat(
                        _scalars.Write(comparison.Left).Layout,
                        $" {comparison.Operator.ToSql()} ",
                        _scalars.Write(comparison.Right).Layout
                    )
                )
                : _scalars
                    .Write(comparison.Left)
                    .Call(
                        comparison.Operator == ComparisonOperator.Equal ? "EqualTo" : "NotEqualTo",
                        _scalars.Write(comparison.Right).Layout
                    )
        );

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(Between between) =>
        _scalars
            .Write(between.Operand)
            .Call(
                between.IsNegated ? "NotBetween" : "Between",
                CSharpScalars.Literal(between.Low),
                CSharpScalars.Literal(between.High)
            );

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(In membership) =>
        _scalars
            .Write(membership.Operand)
            .Call(membership.IsNegated ? "NotIn" : "In", membership.Items.Select(CSharpScalars.Literal));

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(NullTest test) =>
        _scalars.Write(test.Operand).Call(test.IsNegated ? "IsNotNull" : "IsNull");

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(Any any)
    {
        IEnumerable<CodeLayout> arguments = any.Condition is { } condition
            ?
            [
                CodeLayout.Concat(
                    $"{CSharpColumns.ItemParameter} => ",
                    new CSharpPredicates(_scalars.AboutItem).Write(condition).Layout
                ),
            ]
            : [];
        var asked = _scalars.Write(any.List).Call("Any", arguments);
        return any.Written is { } written
            ? CSharpExpression.Invoke(
                "Sql.WrittenAs",
                [
                    asked.Layout,
                    CSharpText.Literal(written.Head),
                    CSharpText.Literal(written.Tail),
                    written.SaysNot ? "true" : "false",
                    .. written.Links.Select(link =>
                        CodeLayout.Concat(
                            "(",
                            CSharpScalars.Digits(link.Place),
                            ", ",
                            CSharpText.Literal(link.Text),
                            ")"
                        )
                    ),
                ]
            )
            : asked;
    }

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(ConstantComparison constant) =>
        WithBang(constant.IsWrittenWithBang, Compare(constant));

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(And and) =>
        CSharpExpression.Join(
            CSharpPrecedence.And,
            and.Children.Select(child => Write(child, isEnclosed: child is Or))
        );

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(Or or) =>
        CSharpExpression.Join(CSharpPrecedence.Or, or.Children.Select(Write));

    CSharpExpression IPredicateVisitor<CSharpExpression>.Visit(Not not) =>
        CSharpExpression.Not(Write(not.Operand, isEnclosed: not.Operand is And or Or));

    /// <param name="predicate">The predicate.</param>
    /// <param name="isEnclosed">Whether precedence asks for a pair of parentheses, so that one need not be said.</param>
    private CSharpExpression Write(Predicate predicate, bool isEnclosed)
    {
        var pairs = isEnclosed && predicate.Parentheses == 1 ? 0 : predicate.Parentheses;
        var expression = predicate.Accept(this).Repeat("Grouped", pairs);
        foreach (var comment in predicate.Documentation.Comments)
        {
            expression = expression.Call(
                comment.Placement == CommentPlacement.Before ? "Comment" : "TrailingComment",
                CSharpText.Literal(comment.Text)
            );
        }

        return CitationAndNotes(expression, predicate.Documentation);
    }

    private static CSharpExpression CitationAndNotes(CSharpExpression expression, Documentation documentation)
    {
        var cited = documentation.Citation switch
        {
            null => expression,
            { Sentence: null } => expression.Call("NotInGuidance"),
            { Sentence: var sentence } => expression.Call("Cites", CSharpText.Literal(sentence)),
        };
        return documentation.Notes.Aggregate(cited, (noted, note) => noted.Call("Note", CSharpText.Literal(note)));
    }

    private static CSharpExpression WithBang(bool isWrittenWithBang, CSharpExpression comparison) =>
        isWrittenWithBang ? CSharpExpression.Invoke("Sql.WithBang", comparison.Layout) : comparison;

    private static CSharpExpression Compare(ConstantComparison constant)
    {
        if (constant.Left.Parentheses + constant.Right.Parentheses > 0)
        {
            return CSharpExpression.Invoke(
                "ConstantComparison.Of",
                Operand(constant.Left),
                Operator(constant.Operator),
                Operand(constant.Right)
            );
        }

        return constant == ConstantComparison.AlwaysTrue
            ? CSharpExpression.Primary("Sql.True")
            : CSharpExpression.Invoke(
                "Sql.Constant",
                CSharpScalars.Digits(constant.Left.Value),
                Operator(constant.Operator),
                CSharpScalars.Digits(constant.Right.Value)
            );

        static CodeLayout Operand(IntegerLiteral literal) =>
            $"IntegerLiteral.Of({CSharpScalars.Digits(literal.Value)})"
            + (
                literal.Parentheses == 0 ? "" : $" with {{ Parentheses = {CSharpScalars.Digits(literal.Parentheses)} }}"
            );
    }

    private static string Operator(ComparisonOperator comparison) => $"{nameof(ComparisonOperator)}.{comparison}";

    private CSharpExpression CompareNumbers(Comparison comparison)
    {
        if (comparison.Operator.NeedsOrder())
        {
            return CSharpExpression.Relational(
                CodeLayout.Concat(
                    _scalars.Argument(comparison.Left),
                    $" {comparison.Operator.ToSql()} ",
                    _scalars.Argument(comparison.Right)
                )
            );
        }

        var method = comparison.Operator == ComparisonOperator.Equal ? "EqualTo" : "NotEqualTo";
        return _scalars.Write(comparison.Left).Call(method, _scalars.Argument(comparison.Right));
    }

    private CSharpExpression CompareTexts(Comparison comparison)
    {
        if (comparison.Left is StringLiteral)
        {
            return CSharpExpression.Invoke(
                "Sql.Compare",
                CSharpScalars.Literal(comparison.Left),
                Operator(comparison.Operator),
                _scalars.Write(comparison.Right).Layout
            );
        }

        var operand = _scalars.Write(comparison.Left);
        var literal = CSharpScalars.Literal(comparison.Right);
        return comparison.Operator switch
        {
            ComparisonOperator.Equal => operand.Call("EqualTo", literal),
            ComparisonOperator.NotEqual => operand.Call("NotEqualTo", literal),
            _ => operand.Call("Is", Operator(comparison.Operator), literal),
        };
    }
}
