using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Lays conditions out: one clause to a line, AND and OR at its start, what stands in parentheses set in, and an AND
/// inside an OR set in too, so that precedence can be seen. Writes the published parentheses, and one pair where
/// precedence needs it (rule 5.13), never more.
/// </summary>
/// <param name="scalars">Writes expressions over a row, or over an item.</param>
/// <param name="style">Which comments are written.</param>
/// <param name="subqueries">Says how conditions on items of lists are written.</param>
internal sealed class PredicateWriter(ScalarWriter scalars, CommentStyle style, Subqueries subqueries)
    : IPredicateVisitor<Block>
{
    /// <summary>A subquery as published goes on in further lines where it is longer than this.</summary>
    private const int MaximumSubqueryLength = 110;

    /// <summary>An IN list longer than this goes on in further lines.</summary>
    private const int MaximumListLength = 80;

    /// <summary>A condition by itself.</summary>
    public Block Write(Predicate predicate) => Write(predicate, needsParentheses: false);

    /// <summary>
    /// A condition after WHEN or WHERE. The first clause stands beside the keyword where it is one line; what
    /// follows it is set in.
    /// </summary>
    public Block Write(string keyword, Predicate predicate)
    {
        if (predicate is And or Or && predicate.Parentheses == 0)
        {
            var operands = Operands(predicate).ToList();
            operands[0].WithCommentsBefore(predicate.Documentation, style);
            var whole = operands[0].IsOneLine
                ? operands[0].Prefix(keyword + " ")
                : new Block(keyword).Add(operands[0], indent: 1);
            return operands
                .Skip(1)
                .Aggregate(whole, (block, operand) => block.Add(operand, indent: 1))
                .WithCommentsAfter(predicate.Documentation);
        }

        var condition = Write(predicate);
        return condition.HasLeadingComments
            ? new Block(keyword).Add(condition, indent: 1)
            : condition.Prefix(keyword + " ");
    }

    Block IPredicateVisitor<Block>.Visit(Like like)
    {
        var escape = like.Escape is null ? "" : $" ESCAPE {scalars.Write(like.Escape)}";
        return new Block(
            $"{scalars.Write(like.Operand)} {Not(like.IsNegated)}LIKE {scalars.Write(like.PatternText)}{escape}"
        );
    }

    Block IPredicateVisitor<Block>.Visit(Comparison comparison) =>
        new(
            $"{scalars.Write(comparison.Left)} {Operator(comparison.Operator, comparison.IsWrittenWithBang)} "
                + scalars.Write(comparison.Right)
        );

    Block IPredicateVisitor<Block>.Visit(ColumnComparison comparison) =>
        new(
            $"{scalars.Write(comparison.Left)} {Operator(comparison.Operator, comparison.IsWrittenWithBang)} "
                + scalars.Write(comparison.Right)
        );

    Block IPredicateVisitor<Block>.Visit(ConstantComparison constant) =>
        new(
            scalars.Write(constant.Left)
                + Operator(constant.Operator, constant.IsWrittenWithBang)
                + scalars.Write(constant.Right)
        );

    Block IPredicateVisitor<Block>.Visit(Between between) =>
        new(
            $"{scalars.Write(between.Operand)} {Not(between.IsNegated)}BETWEEN "
                + $"{scalars.Write(between.Low)} AND {scalars.Write(between.High)}"
        );

    Block IPredicateVisitor<Block>.Visit(In membership)
    {
        var start = $"{scalars.Write(membership.Operand)} {Not(membership.IsNegated)}IN (";
        var items = membership.Items.Select(scalars.Write).ToList();
        var oneLine = $"{start}{string.Join(", ", items)})";
        return oneLine.Length <= MaximumListLength ? new Block(oneLine) : List(start, items).Add(")");
    }

    Block IPredicateVisitor<Block>.Visit(NullTest test) =>
        new($"{scalars.Write(test.Operand)} IS {Not(test.IsNegated)}NULL");

    // A text that says NOT IN is no text of the condition without its NOT.
    Block IPredicateVisitor<Block>.Visit(Any any) =>
        Write(any, subqueries.Of(any) is { SaysNot: false } text ? text : subqueries.Of(any with { Written = null }));

    private Block Write(Any any, SubqueryText text)
    {
        var conjuncts = Conjuncts(any, text).ToList();
        if (text.IsPublished && conjuncts.TrueForAll(conjunct => conjunct.IsOneLine))
        {
            var line = string.Join(
                ' ',
                conjuncts.Select(conjunct => conjunct.ToText().TrimEnd()).Prepend(text.Lines[0])
            );
            if (line.Length + text.Tail.Length <= MaximumSubqueryLength)
            {
                return new Block(line + text.Tail);
            }
        }

        var block = new Block(text.Lines[0]);
        foreach (var line in text.Lines.Skip(1))
        {
            block.Add(line, indent: 1);
        }

        for (var i = 0; i < conjuncts.Count; i++)
        {
            block.Add(
                i == 0 && !text.IsPublished ? conjuncts[0].Prefix("WHERE ") : conjuncts[i],
                indent: i == 0 || text.IsPublished ? 1 : 2
            );
        }

        return block.Add(text.Tail);
    }

    Block IPredicateVisitor<Block>.Visit(And and) => Join(Operands(and));

    Block IPredicateVisitor<Block>.Visit(Or or) => Join(Operands(or));

    // The documented grammar (rule 5.13) takes no NOT after NOT, but ScriptDom does: scripts keep to the grammar,
    // fragments to the published text.
    Block IPredicateVisitor<Block>.Visit(Not not)
    {
        if (not.Operand is Any any && subqueries.Of(any) is { SaysNot: true } text)
        {
            return Write(any, text).WithComments(any.Documentation, style);
        }

        return Write(
                not.Operand,
                needsParentheses: not.Operand is And or Or || (not.Operand is Not && style == CommentStyle.Full)
            )
            .Prefix("NOT ");
    }

    /// <summary>What a subquery asks for, each condition but the first after AND.</summary>
    private IEnumerable<Block> Conjuncts(Any any, SubqueryText text)
    {
        ValueList<Predicate> conditions = any.Condition switch
        {
            null => [],
            And { Parentheses: 0 } and => and.Children,
            var single => [single],
        };
        var writer = new PredicateWriter(
            new ScalarWriter(column => subqueries.WriteItem(any, column)),
            style,
            subqueries
        );
        var isAlone = conditions.Count + text.Links.Count == 1;
        var written = 0;
        for (var i = 0; i <= conditions.Count; i++)
        {
            foreach (var link in text.Links.Where(link => Math.Min(link.Place, conditions.Count) == i))
            {
                yield return After(new Block(link.Text));
            }

            if (i < conditions.Count)
            {
                yield return After(
                    writer.Write(conditions[i], needsParentheses: conditions[i] is Or ? !isAlone : conditions[i] is And)
                );
            }
        }

        Block After(Block block) => written++ == 0 ? block : block.Prefix("AND ");
    }

    private static string Not(bool isNegated) => isNegated ? "NOT " : "";

    private static string Operator(ComparisonOperator comparison, bool isWrittenWithBang) =>
        comparison == ComparisonOperator.NotEqual && isWrittenWithBang ? "!=" : comparison.ToSql();

    private static Block Join(IEnumerable<Block> operands) =>
        operands.Aggregate(new Block(), (block, operand) => block.Add(operand));

    /// <summary>Items in lines as long as they may be.</summary>
    private static Block List(string start, List<string> items)
    {
        var block = new Block(start);
        var line = "";
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i] + (i + 1 < items.Count ? "," : "");
            if (line.Length > 0 && line.Length + 1 + item.Length > MaximumListLength)
            {
                block.Add(line, indent: 1);
                line = "";
            }

            line += (line.Length > 0 ? " " : "") + item;
        }

        return block.Add(line, indent: 1);
    }

    /// <summary>The operands of an AND or OR, each but the first after the connective.</summary>
    private IEnumerable<Block> Operands(Predicate connective)
    {
        var isAnd = connective is And;
        for (var i = 0; i < connective.Children.Count; i++)
        {
            var child = connective.Children[i];
            var block =
                !isAnd && child is And { Parentheses: 0 }
                    ? Continued(child)
                    : Write(child, needsParentheses: child is Or || (isAnd && child is And));
            yield return i == 0 ? block : block.Prefix(isAnd ? "AND " : "OR ");
        }
    }

    /// <summary>An AND among the operands of an OR, its later operands set in.</summary>
    private Block Continued(Predicate and)
    {
        var operands = Operands(and).ToList();
        return operands
            .Skip(1)
            .Aggregate(operands[0], (block, operand) => block.Add(operand, indent: 1))
            .WithComments(and.Documentation, style);
    }

    private Block Write(Predicate predicate, bool needsParentheses)
    {
        var pairs = Math.Max(predicate.Parentheses, needsParentheses ? 1 : 0);
        var inner = predicate.Accept(this);
        if (pairs > 0)
        {
            inner = predicate is And or Or
                ? new Block(new string('(', pairs)).Add(inner, indent: 1).Add(new string(')', pairs))
                : inner.Prefix(new string('(', pairs)).Suffix(new string(')', pairs));
        }

        return inner.WithComments(predicate.Documentation, style);
    }
}
