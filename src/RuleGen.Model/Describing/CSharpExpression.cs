namespace RuleGen.Model.Describing;

/// <summary>A C# expression: something, and the calls that follow it.</summary>
internal sealed class CSharpExpression
{
    private readonly CSharpPrecedence _precedence;
    private readonly CodeLayout _head;
    private readonly ValueList<CodeLayout> _calls;

    /// <summary>The operands of a connective, from the second on with what joins them; else empty.</summary>
    private readonly ValueList<CodeLayout> _operands;

    private CSharpExpression(
        CSharpPrecedence precedence,
        CodeLayout head,
        ValueList<CodeLayout>? calls = null,
        ValueList<CodeLayout>? operands = null
    )
    {
        _precedence = precedence;
        _head = head;
        _calls = calls ?? [];
        _operands = operands ?? [];
    }

    /// <summary>The code; where there are several calls, it may break before each.</summary>
    public CodeLayout Layout =>
        _calls.Count < 2
            ? CodeLayout.Concat([_head, .. _calls])
            : CodeLayout.Group(
                _head,
                CodeLayout.Indent(_calls.SelectMany(call => (CodeLayout[])[CodeLayout.SoftLine, call]))
            );

    /// <summary>
    /// The code where the lines that continue a connective are indented: as an argument, or AND within OR.
    /// </summary>
    public CodeLayout Indented =>
        _operands.Count == 0 ? Layout : CodeLayout.Group(_operands[0], CodeLayout.Indent(_operands.Skip(1)));

    public static CSharpExpression Primary(CodeLayout code) => new(CSharpPrecedence.Primary, code);

    public static CSharpExpression Invoke(string name, params IEnumerable<CodeLayout> arguments) =>
        Primary(CodeLayout.Bracketed($"{name}(", arguments, ")"));

    public static CSharpExpression Relational(CodeLayout code) => new(CSharpPrecedence.Relational, code);

    /// <summary><c>!operand</c>.</summary>
    public static CSharpExpression Not(CSharpExpression operand) =>
        new(CSharpPrecedence.Not, CodeLayout.Concat("!", operand.AtLeast(CSharpPrecedence.Not)));

    /// <summary>Operands joined by <c>&amp;</c> or <c>|</c>.</summary>
    public static CSharpExpression Join(CSharpPrecedence precedence, IEnumerable<CSharpExpression> operands)
    {
        var sign = precedence == CSharpPrecedence.And ? "& " : "| ";
        var parts = operands
            .Select(operand => operand.AtLeast(precedence))
            .Select((code, i) => i == 0 ? code : CodeLayout.Concat(CodeLayout.Line, sign, code))
            .ToValueList();
        return new(precedence, CodeLayout.Concat(parts), operands: parts);
    }

    /// <summary><c>this.name(arguments)</c>.</summary>
    public CSharpExpression Call(string name, params IEnumerable<CodeLayout> arguments) =>
        new(
            CSharpPrecedence.Primary,
            _precedence == CSharpPrecedence.Primary ? _head : AtLeast(CSharpPrecedence.Primary),
            _calls.Add(CodeLayout.Bracketed($".{name}(", arguments, ")"))
        );

    /// <summary>So many calls of <c>this.name()</c>.</summary>
    public CSharpExpression Repeat(string name, int count) =>
        Enumerable.Repeat(name, count).Aggregate(this, (expression, call) => expression.Call(call));

    /// <summary>The code, in parentheses where it holds together less tightly than its place needs.</summary>
    private CodeLayout AtLeast(CSharpPrecedence precedence)
    {
        if (_precedence < precedence)
        {
            return CodeLayout.Bracketed("(", [_head], ")");
        }

        return _precedence == CSharpPrecedence.And && precedence == CSharpPrecedence.Or ? Indented : Layout;
    }
}
