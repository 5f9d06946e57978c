using System.Text.Json.Nodes;

namespace RuleGen.Model.Describing;

/// <summary>Makes JSON objects of predicates and scalars, as <see cref="CodingJson"/> lists them.</summary>
internal sealed class JsonNodes : IPredicateVisitor<JsonObject>, IScalarVisitor<JsonObject>
{
    public JsonObject Write(Predicate predicate) =>
        predicate.Accept(this).WithParentheses(predicate.Parentheses).WithDocumentation(predicate.Documentation);

    JsonObject IPredicateVisitor<JsonObject>.Visit(Like like) =>
        new()
        {
            ["kind"] = "like",
            ["isNegated"] = like.IsNegated,
            ["operand"] = Write(like.Operand),
            ["pattern"] = Write(like.PatternText),
            ["escape"] = like.Escape is { } escape ? Write(escape) : null,
        };

    JsonObject IPredicateVisitor<JsonObject>.Visit(Comparison comparison) =>
        new JsonObject
        {
            ["kind"] = "comparison",
            ["left"] = Write(comparison.Left),
            ["operator"] = comparison.Operator.ToSql(),
            ["right"] = Write(comparison.Right),
        }.WithBang(comparison.IsWrittenWithBang);

    JsonObject IPredicateVisitor<JsonObject>.Visit(ColumnComparison comparison) =>
        new()
        {
            ["kind"] = "columns",
            ["operator"] = comparison.Operator.ToSql(),
            ["left"] = Write(comparison.Left),
            ["right"] = Write(comparison.Right),
        };

    JsonObject IPredicateVisitor<JsonObject>.Visit(Between between) =>
        new()
        {
            ["kind"] = "between",
            ["isNegated"] = between.IsNegated,
            ["operand"] = Write(between.Operand),
            ["low"] = Write(between.Low),
            ["high"] = Write(between.High),
        };

    JsonObject IPredicateVisitor<JsonObject>.Visit(In membership) =>
        new()
        {
            ["kind"] = "in",
            ["isNegated"] = membership.IsNegated,
            ["operand"] = Write(membership.Operand),
            ["items"] = Write(membership.Items),
        };

    JsonObject IPredicateVisitor<JsonObject>.Visit(NullTest test) =>
        new()
        {
            ["kind"] = "null",
            ["isNegated"] = test.IsNegated,
            ["operand"] = Write(test.Operand),
        };

    JsonObject IPredicateVisitor<JsonObject>.Visit(Any any) =>
        new()
        {
            ["kind"] = "any",
            ["list"] = any.List.Name,
            ["condition"] = any.Condition is { } condition ? Write(condition) : null,
        };

    JsonObject IPredicateVisitor<JsonObject>.Visit(ConstantComparison constant) =>
        new JsonObject
        {
            ["kind"] = "constant",
            ["left"] = Write(constant.Left),
            ["operator"] = constant.Operator.ToSql(),
            ["right"] = Write(constant.Right),
        }.WithBang(constant.IsWrittenWithBang);

    JsonObject IPredicateVisitor<JsonObject>.Visit(And and) =>
        new() { ["kind"] = "and", ["operands"] = Write(and.Children) };

    JsonObject IPredicateVisitor<JsonObject>.Visit(Or or) =>
        new() { ["kind"] = "or", ["operands"] = Write(or.Children) };

    JsonObject IPredicateVisitor<JsonObject>.Visit(Not not) =>
        new() { ["kind"] = "not", ["operand"] = Write(not.Operand) };

    JsonObject IScalarVisitor<JsonObject>.Visit(ColumnReference column)
    {
        var made = new JsonObject { ["kind"] = "column", ["name"] = column.Column.Name };
        if (column.Written is not null)
        {
            made["written"] = column.Written;
        }

        return made;
    }

    JsonObject IScalarVisitor<JsonObject>.Visit(StringLiteral literal) =>
        new()
        {
            ["kind"] = "string",
            ["value"] = literal.Value,
            ["isUnicode"] = literal.IsUnicode,
        };

    JsonObject IScalarVisitor<JsonObject>.Visit(IntegerLiteral literal) =>
        new() { ["kind"] = "integer", ["value"] = literal.Value };

    JsonObject IScalarVisitor<JsonObject>.Visit(TypedLiteral literal) =>
        new()
        {
            ["kind"] = "literal",
            ["type"] = literal.Type.ToString(),
            ["text"] = literal.Text,
            ["value"] = Json.Of(literal.Value),
        };

    JsonObject IScalarVisitor<JsonObject>.Visit(EdgeFunction function) =>
        new()
        {
            ["kind"] = function.IsLeft ? "left" : "right",
            ["operand"] = Write(function.Operand),
            ["length"] = function.Length,
        };

    JsonObject IScalarVisitor<JsonObject>.Visit(SubstringFunction function) =>
        new()
        {
            ["kind"] = "substring",
            ["operand"] = Write(function.Operand),
            ["start"] = function.Start,
            ["length"] = function.Length,
        };

    JsonObject IScalarVisitor<JsonObject>.Visit(LetterCaseFunction function) =>
        new() { ["kind"] = function.IsUpper ? "upper" : "lower", ["operand"] = Write(function.Operand) };

    JsonObject IScalarVisitor<JsonObject>.Visit(TrimFunction function) =>
        new() { ["kind"] = function.IsLeft ? "ltrim" : "rtrim", ["operand"] = Write(function.Operand) };

    JsonObject IScalarVisitor<JsonObject>.Visit(ReplaceFunction function) =>
        new()
        {
            ["kind"] = "replace",
            ["operand"] = Write(function.Operand),
            ["sought"] = Write(function.Sought),
            ["replacement"] = Write(function.Replacement),
        };

    JsonObject IScalarVisitor<JsonObject>.Visit(ConcatFunction function) =>
        new() { ["kind"] = "concat", ["operands"] = Write(function.Operands) };

    JsonObject IScalarVisitor<JsonObject>.Visit(IsNullFunction function) =>
        new()
        {
            ["kind"] = "isnull",
            ["operand"] = Write(function.Operand),
            ["replacement"] = Write(function.Replacement),
        };

    JsonObject IScalarVisitor<JsonObject>.Visit(CoalesceFunction function) =>
        new() { ["kind"] = "coalesce", ["operands"] = Write(function.Operands) };

    private JsonObject Write(Scalar scalar) => scalar.Accept(this).WithParentheses(scalar.Parentheses);

    private JsonArray Write(ValueList<Scalar> scalars) => new([.. scalars.Select(Write)]);

    private JsonArray Write(ValueList<Predicate> predicates) => new([.. predicates.Select(Write)]);
}
