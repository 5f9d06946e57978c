using RuleGen.Model;

namespace RuleGen.Clr;

/// <summary>Writes expressions in C#: text is a string, a number a <c>long?</c>, NULL null.</summary>
internal sealed class ScalarCode(ParameterList parameters, CharacterNeeds needs) : IScalarVisitor<string>
{
    private RuntimeCollation? _collation;
    private CharacterUses _uses;

    /// <summary>An expression of which nobody looks at a character.</summary>
    public string Write(Scalar scalar) => Write(scalar, collation: null, CharacterUses.Equality);

    /// <summary>An expression that is compared.</summary>
    /// <param name="scalar">The expression.</param>
    /// <param name="collation">What compares its characters; null for numbers.</param>
    /// <param name="uses">What the comparison does with them.</param>
    public string Write(Scalar scalar, RuntimeCollation? collation, CharacterUses uses)
    {
        (_collation, _uses) = (collation, uses);
        return scalar.Accept(this);
    }

    string IScalarVisitor<string>.Visit(ColumnReference column)
    {
        if (_collation is not null)
        {
            needs.Add(column.Column, _collation, _uses);
        }

        return parameters[column.Column];
    }

    string IScalarVisitor<string>.Visit(StringLiteral literal) => CSharpText.Literal(literal.Value);

    string IScalarVisitor<string>.Visit(IntegerLiteral literal) => $"(long?){Enclose(literal.Value)}";

    string IScalarVisitor<string>.Visit(TypedLiteral literal) => $"(long?){TypedCode.Write(literal)}";

    string IScalarVisitor<string>.Visit(EdgeFunction function) =>
        $"{(function.IsLeft ? "Left" : "Right")}({function.Operand.Accept(this)}, {CSharpText.Number(function.Length)})";

    string IScalarVisitor<string>.Visit(SubstringFunction function) =>
        $"Substring({function.Operand.Accept(this)}, {CSharpText.Number(function.Start)}, "
        + $"{CSharpText.Number(function.Length)})";

    string IScalarVisitor<string>.Visit(LetterCaseFunction function)
    {
        var uses = _uses;
        _uses |= CharacterUses.LetterCase;
        var operand = function.Operand.Accept(this);
        _uses = uses;
        return $"{(function.IsUpper ? "Upper" : "Lower")}({operand})";
    }

    string IScalarVisitor<string>.Visit(TrimFunction function) =>
        $"{(function.IsLeft ? "LTrim" : "RTrim")}({function.Operand.Accept(this)})";

    string IScalarVisitor<string>.Visit(ReplaceFunction function) =>
        $"Replace({function.Operand.Accept(this)}, {function.Sought.Accept(this)}, {function.Replacement.Accept(this)})";

    string IScalarVisitor<string>.Visit(ConcatFunction function) =>
        $"Concat({function.Left.Accept(this)}, {function.Right.Accept(this)})";

    /// <remarks>The replacement becomes what the first argument's type holds (rules 4.1, 4.2).</remarks>
    string IScalarVisitor<string>.Visit(IsNullFunction function) =>
        $"({function.Operand.Accept(this)} ?? {Convert(function.Replacement, function.Type)})";

    /// <remarks>Every argument becomes what the common type holds (rule 4.3).</remarks>
    string IScalarVisitor<string>.Visit(CoalesceFunction function) =>
        $"({string.Join(" ?? ", function.Operands.Select(operand => Convert(operand, function.Type)))})";

    private string Convert(Scalar scalar, SqlType type)
    {
        var value = scalar.Accept(this);
        if (
            scalar.Type is not CharacterType from
            || type is not CharacterType { Length: { } length } to
            || (from.IsFixedLength && from.Length == length)
        )
        {
            return value;
        }

        return to.IsFixedLength ? $"Pad({value}, {CSharpText.Number(length)})"
            : from.Length is { } most && most <= length ? value
            : $"Cut({value}, {CSharpText.Number(length)})";
    }

    private static string Enclose(long value) => value < 0 ? $"({CSharpText.Number(value)})" : CSharpText.Number(value);
}
