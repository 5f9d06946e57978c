using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Makes expressions smaller: a function gives way to its operands, and literals get shorter.</summary>
internal sealed class ScalarShrinker : IScalarVisitor<IEnumerable<Scalar>>
{
    private static readonly ScalarShrinker Instance = new();

    private ScalarShrinker() { }

    public static IEnumerable<Scalar> Shrink(Scalar scalar) =>
        (scalar.Parentheses > 0 ? [scalar with { Parentheses = 0 }] : Enumerable.Empty<Scalar>())
            .Concat(scalar.Operands)
            .Concat(scalar.Accept(Instance));

    public IEnumerable<Scalar> Visit(ColumnReference column) =>
        column.Written is null ? [] : [ColumnReference.Of(column.Column)];

    public IEnumerable<Scalar> Visit(StringLiteral literal) =>
        Attempt
            .Shorter(literal.Value)
            .Select(text => StringLiteral.Of(text, literal.IsUnicode))
            .Concat(literal.IsUnicode ? [StringLiteral.Of(literal.Value)] : []);

    public IEnumerable<Scalar> Visit(IntegerLiteral literal) =>
        literal.Value is 0 ? [] : [IntegerLiteral.Of(0), IntegerLiteral.Of(literal.Value / 2)];

    public IEnumerable<Scalar> Visit(TypedLiteral literal)
    {
        var type = (OrderedType)literal.Type;
        return new[] { type.Literal(literal.Units), type.Literal(literal.Units / 2) }.Where(smaller =>
            smaller != literal
        );
    }

    public IEnumerable<Scalar> Visit(EdgeFunction function) =>
        Attempt.Each(Shrink(function.Operand), smaller => EdgeFunction.Of(function.IsLeft, smaller, function.Length));

    public IEnumerable<Scalar> Visit(SubstringFunction function) =>
        Attempt.Each(
            Shrink(function.Operand),
            smaller => SubstringFunction.Of(smaller, function.Start, function.Length)
        );

    public IEnumerable<Scalar> Visit(LetterCaseFunction function) =>
        Attempt.Each(Shrink(function.Operand), smaller => LetterCaseFunction.Of(function.IsUpper, smaller));

    public IEnumerable<Scalar> Visit(TrimFunction function) =>
        Attempt.Each(Shrink(function.Operand), smaller => TrimFunction.Of(function.IsLeft, smaller));

    public IEnumerable<Scalar> Visit(ReplaceFunction function) =>
        Attempt.Each(
            Shrink(function.Operand),
            smaller => ReplaceFunction.Of(smaller, function.Sought, function.Replacement)
        );

    public IEnumerable<Scalar> Visit(ConcatFunction function) =>
        Attempt.Each(
            Shrink(function.Operand),
            smaller =>
                function.IsLiteralFirst
                    ? ConcatFunction.Of(function.Left, smaller)
                    : ConcatFunction.Of(smaller, function.Right)
        );

    public IEnumerable<Scalar> Visit(IsNullFunction function) =>
        Attempt.Each(
            Attempt.OneReplaced([function.Operand, function.Replacement], Shrink),
            operands => IsNullFunction.Of(operands[0], operands[1])
        );

    public IEnumerable<Scalar> Visit(CoalesceFunction function) =>
        Attempt.Each(
            Attempt.OneDropped(function.Operands).Concat(Attempt.OneReplaced(function.Operands, Shrink)),
            CoalesceFunction.Of
        );
}
