using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>The column that the text of an expression is a part of, and where in its value it starts.</summary>
/// <param name="Column">The column.</param>
/// <param name="Start">The place of the text's first character in the value, from 0.</param>
internal readonly record struct TextOrigin(Column Column, int Start)
{
    /// <summary>The origin; null where the text is put together, or a literal.</summary>
    public static TextOrigin? Of(Scalar scalar, Row row) => scalar.Accept(new Finder(row));

    private sealed class Finder(Row row) : IScalarVisitor<TextOrigin?>
    {
        private readonly ScalarEvaluation _values = new(row);

        public TextOrigin? Visit(ColumnReference column) => new(column.Column, 0);

        public TextOrigin? Visit(StringLiteral literal) => null;

        public TextOrigin? Visit(IntegerLiteral literal) => null;

        public TextOrigin? Visit(TypedLiteral literal) => null;

        public TextOrigin? Visit(EdgeFunction function) =>
            Later(function.Operand, function.IsLeft ? 0 : Math.Max(0, Length(function.Operand) - function.Length));

        public TextOrigin? Visit(SubstringFunction function) => Later(function.Operand, function.Start - 1);

        public TextOrigin? Visit(LetterCaseFunction function) => function.Operand.Accept(this);

        public TextOrigin? Visit(TrimFunction function) =>
            Later(function.Operand, function.IsLeft ? Length(function.Operand) - Length(function) : 0);

        public TextOrigin? Visit(ReplaceFunction function) => null;

        public TextOrigin? Visit(ConcatFunction function) => null;

        public TextOrigin? Visit(IsNullFunction function) =>
            (_values.Evaluate(function.Operand).IsNull ? function.Replacement : function.Operand).Accept(this);

        public TextOrigin? Visit(CoalesceFunction function) =>
            function.Operands.FirstOrDefault(operand => !_values.Evaluate(operand).IsNull)?.Accept(this);

        private TextOrigin? Later(Scalar operand, int by) =>
            operand.Accept(this) is { } origin ? origin with { Start = origin.Start + by } : null;

        private int Length(Scalar scalar) => _values.Evaluate(scalar).Text?.Length ?? 0;
    }
}
