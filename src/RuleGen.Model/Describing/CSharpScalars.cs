using System.Globalization;

namespace RuleGen.Model.Describing;

/// <summary>Writes scalars as <c>RuleGen.Model.Authoring</c> says them.</summary>
internal sealed class CSharpScalars : IScalarVisitor<CSharpExpression>
{
    private readonly CSharpColumns _columns;
    private readonly bool _isAboutItem;

    public CSharpScalars(CSharpColumns columns)
        : this(columns, isAboutItem: false) { }

    private CSharpScalars(CSharpColumns columns, bool isAboutItem)
    {
        _columns = columns;
        _isAboutItem = isAboutItem;
    }

    /// <summary>The same for a condition on an item of a list.</summary>
    public CSharpScalars AboutItem => new(_columns, isAboutItem: true);

    /// <summary>A list.</summary>
    public CSharpExpression Write(Column list) => _columns.Write(list);

    /// <summary>
    /// A literal where a <c>CharacterLiteral</c>, a <c>NumberOperand</c> or a <c>DateOperand</c> is asked for, so that
    /// C#'s own will do.
    /// </summary>
    public static CodeLayout Literal(Scalar scalar) =>
        scalar switch
        {
            IntegerLiteral { Parentheses: 0 } number => Digits(number.Value),
            StringLiteral { Parentheses: 0, IsUnicode: false } text => CSharpText.Literal(text.Value),
            StringLiteral text => CharacterLiteral(text).Layout,
            TypedLiteral { Parentheses: 0, IsUnicode: false, Type: TemporalType } date => CSharpText.Literal(date.Text),
            TypedLiteral { Parentheses: 0, Type: DecimalType } number => CSharpNumber(number),
            TypedLiteral typed => Typed(typed).Layout,
            _ => Number((IntegerLiteral)scalar).Layout,
        };

    public static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The expression, with the parentheses that the published text has.</summary>
    public CSharpExpression Write(Scalar scalar) =>
        Typing.IsLiteral(scalar)
            ? scalar.Accept(this)
            : scalar.Accept(this).Repeat("Parenthesized", scalar.Parentheses);

    /// <summary>The expression where an operand is asked for, so that a plain number will do.</summary>
    public CodeLayout Argument(Scalar scalar) =>
        scalar is IntegerLiteral or TypedLiteral ? Literal(scalar) : Write(scalar).Layout;

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(ColumnReference column) =>
        _isAboutItem ? CSharpColumns.WriteItem(column) : _columns.Write(column);

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(StringLiteral literal) =>
        CharacterLiteral(literal).Call("AsOperand");

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(IntegerLiteral literal) => Number(literal);

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(TypedLiteral literal) => Typed(literal);

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(EdgeFunction function) =>
        Write(function.Operand).Call(function.IsLeft ? "Left" : "Right", Digits(function.Length));

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(SubstringFunction function) =>
        Write(function.Operand).Call("Substring", Digits(function.Start), Digits(function.Length));

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(LetterCaseFunction function) =>
        Write(function.Operand).Call(function.IsUpper ? "Upper" : "Lower");

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(TrimFunction function) =>
        Write(function.Operand).Call(function.IsLeft ? "LTrim" : "RTrim");

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(ReplaceFunction function) =>
        Write(function.Operand).Call("Replace", Literal(function.Sought), Literal(function.Replacement));

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(ConcatFunction function) =>
        Write(function.Operand).Call(function.IsLiteralFirst ? "After" : "Before", Literal(function.Literal));

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(IsNullFunction function) =>
        CSharpExpression.Invoke(
            "Sql.IsNull",
            Argument(function.Operand),
            function.Replacement is StringLiteral literal ? Literal(literal) : Argument(function.Replacement)
        );

    CSharpExpression IScalarVisitor<CSharpExpression>.Visit(CoalesceFunction function) =>
        CSharpExpression.Invoke("Sql.Coalesce", function.Operands.Select(Argument));

    private static CSharpExpression CharacterLiteral(StringLiteral literal) =>
        CSharpExpression
            .Invoke(
                literal.IsUnicode ? "CharacterLiteral.Unicode" : "CharacterLiteral.FromString",
                CSharpText.Literal(literal.Value)
            )
            .Repeat("Parenthesized", literal.Parentheses);

    private static CSharpExpression Typed(TypedLiteral literal) =>
        CSharpExpression
            .Invoke(
                literal.Type is DecimalType ? "NumberOperand.FromDecimal"
                    : literal.IsUnicode ? "DateOperand.Unicode"
                    : "DateOperand.FromString",
                literal.Type is DecimalType ? CSharpNumber(literal) : CSharpText.Literal(literal.Text)
            )
            .Repeat("Parenthesized", literal.Parentheses);

    /// <summary>A decimal that prints as it is written.</summary>
    private static string CSharpNumber(TypedLiteral literal) => literal.Text.TrimEnd('.') + "m";

    private static CSharpExpression Number(IntegerLiteral literal) =>
        CSharpExpression
            .Invoke("NumberOperand.FromInt64", Digits(literal.Value))
            .Repeat("Parenthesized", literal.Parentheses);
}
