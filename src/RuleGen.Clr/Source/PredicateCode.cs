using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>
/// Writes a condition in C#, over the runtime's <c>Truth</c>: one clause to a line, each below its T-SQL and the
/// sentence of the guidance that it encodes.
/// </summary>
internal sealed class PredicateCode(ScalarCode scalars) : IPredicateVisitor<CodeBlock>
{
    private int _clauses;
    private string? _citation;

    /// <summary>The statement that returns a condition's truth.</summary>
    public static IEnumerable<string> WriteReturn(Predicate predicate, ScalarCode scalars)
    {
        var block = new PredicateCode(scalars).Write(predicate).Suffix(";");
        return block.Comments.Count == 0 && block.Lines.Count == 1
            ? block.Prefix("return ").Lines
            : ["return", .. CodeBlock.Indent(block.All)];
    }

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(Like like)
    {
        var collation = Collation(like.Operand, like.PatternText, like.Escape);
        var isUnicode = IsUnicode(like.Operand) || like.PatternText.IsUnicode || like.Escape is { IsUnicode: true };
        var escape = like.Escape is null ? "" : $"{CSharpText.Literal(like.Escape.Value[0])}, ";
        return new CodeBlock(
            $"{Not(like.IsNegated)}Like{(isUnicode ? "Unicode" : "")}{(like.Escape is null ? "" : "Escape")}("
                + $"{scalars.Write(like.Operand, collation, CharacterUses.Pattern)}, "
                + $"{CSharpText.Literal(like.PatternText.Value)}, {escape}{collation.Name}, {(collation.HasLookedPast ? ParameterList.LooksPast : "false")})"
        );
    }

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(Comparison comparison) =>
        new(
            comparison.OperandOperator == ComparisonOperator.NotEqual
                ? "!" + Compare(comparison.Operand, ComparisonOperator.Equal, comparison.Literal)
                : Compare(comparison.Operand, comparison.OperandOperator, comparison.Literal)
        );

    /// <remarks>What asks for items is refused before code is written.</remarks>
    CodeBlock IPredicateVisitor<CodeBlock>.Visit(Any any) =>
        throw new ArgumentException($"A SQLCLR function reads no items of '{any.List.Name}'.", nameof(any));

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(ColumnComparison comparison)
    {
        var isNegated = comparison.Operator == ComparisonOperator.NotEqual;
        var method = isNegated ? ComparisonOperator.Equal : comparison.Operator;
        if (comparison.Left.Type is not CharacterType type)
        {
            return new(
                $"{Not(isNegated)}{method}({scalars.Write(comparison.Left)}, {scalars.Write(comparison.Right)})"
            );
        }

        var collation = RuntimeCollation.Of(type.Collation!, comparison.IsUnicode);
        return new(
            $"{Not(isNegated)}{method}({scalars.Write(comparison.Left, collation, CharacterUses.Equality)}, "
                + $"{scalars.Write(comparison.Right, collation, CharacterUses.Equality)}, {collation.Name})"
        );
    }

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(Between between)
    {
        var block = new CodeBlock(
            "(",
            "    " + Compare(between.Operand, ComparisonOperator.GreaterThanOrEqual, between.Low),
            "    && " + Compare(between.Operand, ComparisonOperator.LessThanOrEqual, between.High),
            ")"
        );
        return block.Prefix(Not(between.IsNegated));
    }

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(In membership)
    {
        var items = membership.Items.Select(item => Compare(membership.Operand, ComparisonOperator.Equal, item));
        return Chain(items.Select(item => new CodeBlock(item)), "|| ").Enclose().Prefix(Not(membership.IsNegated));
    }

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(NullTest test) =>
        new($"{Not(test.IsNegated)}IsNull({scalars.Write(test.Operand)})");

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(ConstantComparison constant) =>
        new(
            $"Truth.Of({CSharpText.Number(constant.Left.Value)} {Symbol(constant.Operator)} "
                + $"{CSharpText.Number(constant.Right.Value)})"
        );

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(And and) => Chain(and.Children.Select(WriteOperand), "&& ");

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(Or or) => Chain(or.Children.Select(WriteOperand), "|| ");

    CodeBlock IPredicateVisitor<CodeBlock>.Visit(Not not) => WriteOperand(not.Operand).Prefix("!");

    private static string Not(bool isNegated) => isNegated ? "!" : "";

    private static string Symbol(ComparisonOperator comparison) =>
        comparison switch
        {
            ComparisonOperator.Equal => "==",
            ComparisonOperator.NotEqual => "!=",
            _ => comparison.ToSql(),
        };

    private static bool IsUnicode(Scalar scalar) => scalar.Type is CharacterType { IsUnicode: true };

    /// <summary>The column's collation, under Unicode rules where any operand is Unicode (rules 6.2, 6.6).</summary>
    private static RuntimeCollation Collation(Scalar operand, params Scalar?[] literals) =>
        RuntimeCollation.Of(
            ((CharacterType)operand.Type).Collation!,
            IsUnicode(operand) || literals.Any(literal => literal is StringLiteral { IsUnicode: true })
        );

    /// <summary>Operands in lines of their own, each but the first after the operator.</summary>
    private static CodeBlock Chain(IEnumerable<CodeBlock> operands, string connective) =>
        new([.. operands.SelectMany((operand, index) => (index == 0 ? operand : operand.Prefix(connective)).All)]);

    private CodeBlock WriteOperand(Predicate predicate) => Write(predicate, isOperand: true);

    private CodeBlock Write(Predicate predicate) => Write(predicate, isOperand: false);

    private CodeBlock Write(Predicate predicate, bool isOperand)
    {
        var comments = Comments(predicate).ToList();
        var block = predicate.Accept(this);
        return (isOperand && predicate is And or Or ? block.Enclose() : block).LeadWith(comments);
    }

    /// <summary>A simple predicate's number and text; the citation, once while it stays the same.</summary>
    private IEnumerable<string> Comments(Predicate predicate)
    {
        if (predicate.Children.Count == 0)
        {
            _clauses++;
            var plain = predicate with { Documentation = Documentation.None, Parentheses = 0 };
            var text = string.Join(' ', FragmentWriter.WritePredicate(plain).Split('\n').Select(line => line.Trim()));
            foreach (var line in CSharpText.Comment($"Clause {CSharpText.Number(_clauses)}: {text}"))
            {
                yield return line;
            }
        }

        if (predicate.Documentation.Citation is not { } citation)
        {
            yield break;
        }

        var isSame = citation.Sentence is not null && citation.Sentence == _citation;
        _citation = citation.Sentence ?? _citation;
        var said =
            citation.Sentence is null ? "Not in the guidance"
            : isSame ? "Guidance: as above"
            : $"Guidance: “{citation.Sentence}”";
        foreach (var line in CSharpText.Comment(said))
        {
            yield return line;
        }
    }

    private string Compare(Scalar operand, ComparisonOperator comparison, Scalar literal)
    {
        if (literal is IntegerLiteral number)
        {
            return $"{comparison}({scalars.Write(operand)}, {CSharpText.Number(number.Value)})";
        }

        if (literal is TypedLiteral typed)
        {
            return $"{comparison}({scalars.Write(operand)}, {TypedCode.Write(typed)})";
        }

        var collation = Collation(operand, literal);
        var uses = comparison == ComparisonOperator.Equal ? CharacterUses.Equality : CharacterUses.Order;
        return $"{comparison}({scalars.Write(operand, collation, uses)}, "
            + $"{CSharpText.Literal(((StringLiteral)literal).Value)}, {collation.Name})";
    }
}
