using System.Globalization;
using System.Text;
using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// Writes "some row gets different results" as an SMT-LIB script over strings and integers: each predicate as a pair of
/// Booleans (TRUE, FALSE), each LIKE as a regular expression, characters that are alike as one of them.
/// </summary>
internal sealed class SmtScript
    : IPredicateVisitor<(string True, string False)>,
        IScalarVisitor<(string Value, string Null)>
{
    private readonly StringBuilder _declarations = new();
    private readonly List<Column> _columns;
    private readonly char[] _characters;
    private int _fresh;

    private SmtScript(Coding left, Coding right)
    {
        List<Predicate> predicates = [.. left.Predicates, .. right.Predicates];
        var space = new RowSpace(predicates);
        _columns = [.. space.Columns];
        _characters =
        [
            .. _columns
                .SelectMany(column => Representatives(space.Sets(column).Alphabet))
                .Concat(
                    predicates
                        .SelectMany(root => root.SelfAndDescendants())
                        .SelectMany(p => p.Scalars.SelectMany(Literals))
                )
                .Distinct(),
        ];
        foreach (var column in _columns)
        {
            Declare(column, string.Concat(Representatives(space.Sets(column).Alphabet)));
        }
    }

    /// <summary>
    /// The script, without <c>(check-sat)</c>; null where a coding holds what SMT-LIB's strings cannot say.
    /// </summary>
    public static string? Difference(Coding left, Coding right)
    {
        try
        {
            var script = new SmtScript(left, right);
            var labels = left
                .Arms.Concat(right.Arms)
                .Select(arm => arm.Then.Text)
                .Append(left.Else?.Text)
                .Append(right.Else?.Text)
                .Distinct()
                .ToList();
            var (keptLeft, outcomeLeft) = script.Result(left, labels);
            var (keptRight, outcomeRight) = script.Result(right, labels);
            return $"{script._declarations}(assert (or (distinct {keptLeft} {keptRight}) "
                + $"(and {keptLeft} (distinct {outcomeLeft} {outcomeRight}))))\n";
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    public (string True, string False) Visit(Like like)
    {
        if (like.Pattern.MatchesNothing)
        {
            return Matches(like.Operand, "re.none", like.IsNegated);
        }

        var blanks = like.IsUnicode ? "" : """ (re.* (str.to_re " "))""";
        var parts = like.Pattern.Elements.Select(element =>
            element is AnyRun ? "(re.* re.allchar)" : OneOf(CharacterTest.Fits(element, like.Rules).Holds, like.Rules)
        );
        return Matches(like.Operand, $"""(re.++ (str.to_re "") {string.Join(' ', parts)}{blanks})""", like.IsNegated);
    }

    public (string True, string False) Visit(Comparison comparison) =>
        Compare(comparison.Operand, comparison.OperandOperator, comparison.Literal);

    public (string True, string False) Visit(ColumnComparison comparison)
    {
        if (comparison.Left.Type is CharacterType)
        {
            throw new NotSupportedException("Equality under a collation is not SMT-LIB's.");
        }

        var (left, leftNull) = comparison.Left.Accept(this);
        var (right, rightNull) = comparison.Right.Accept(this);
        var holds = comparison.Operator switch
        {
            ComparisonOperator.Equal => $"(= {left} {right})",
            ComparisonOperator.NotEqual => $"(distinct {left} {right})",
            _ => $"({comparison.Operator.ToSql()} {left} {right})",
        };
        var areThere = $"(not {leftNull}) (not {rightNull})";
        return ($"(and {areThere} {holds})", $"(and {areThere} (not {holds}))");
    }

    public (string True, string False) Visit(Between between) =>
        Negate(
            Join(
                "and",
                "or",
                [
                    Compare(between.Operand, ComparisonOperator.GreaterThanOrEqual, between.Low),
                    Compare(between.Operand, ComparisonOperator.LessThanOrEqual, between.High),
                ]
            ),
            between.IsNegated
        );

    public (string True, string False) Visit(In membership) =>
        Negate(
            Join(
                "or",
                "and",
                membership.Items.Select(item => Compare(membership.Operand, ComparisonOperator.Equal, item))
            ),
            membership.IsNegated
        );

    public (string True, string False) Visit(NullTest test)
    {
        var isNull = test.Operand.Accept(this).Null;
        return Negate((isNull, $"(not {isNull})"), test.IsNegated);
    }

    /// <remarks>The pairs that Z3 decides have no lists.</remarks>
    public (string True, string False) Visit(Any any) =>
        throw new NotSupportedException($"SMT-LIB is not told of the list '{any.List.Name}'.");

    public (string True, string False) Visit(ConstantComparison constant) =>
        constant.Value ? ("true", "false") : ("false", "true");

    public (string True, string False) Visit(And and) =>
        Join("and", "or", and.Children.Select(child => child.Accept(this)));

    public (string True, string False) Visit(Or or) =>
        Join("or", "and", or.Children.Select(child => child.Accept(this)));

    public (string True, string False) Visit(Not not) => Negate(not.Operand.Accept(this), isNegated: true);

    public (string Value, string Null) Visit(ColumnReference column)
    {
        var place = _columns.IndexOf(column.Column);
        return ($"v{place}", $"n{place}");
    }

    public (string Value, string Null) Visit(StringLiteral literal) => (Quote(literal.Value), "false");

    public (string Value, string Null) Visit(IntegerLiteral literal) => (Number(literal.Value), "false");

    public (string Value, string Null) Visit(TypedLiteral literal) => (Number(literal.Units), "false");

    public (string Value, string Null) Visit(EdgeFunction function)
    {
        var (value, isNull) = function.Operand.Accept(this);
        var length = Number(function.Length);
        return function.IsLeft
            ? ($"(str.substr {value} 0 {length})", isNull)
            : (
                $"(ite (<= (str.len {value}) {length}) {value} "
                    + $"(str.substr {value} (- (str.len {value}) {length}) {length}))",
                isNull
            );
    }

    public (string Value, string Null) Visit(SubstringFunction function)
    {
        var (value, isNull) = function.Operand.Accept(this);
        return ($"(str.substr {value} {Number(function.Start - 1)} {Number(function.Length)})", isNull);
    }

    public (string Value, string Null) Visit(LetterCaseFunction function) =>
        throw new NotSupportedException("SMT-LIB's strings have no letter case.");

    public (string Value, string Null) Visit(ReplaceFunction function)
    {
        var (value, isNull) = function.Operand.Accept(this);
        return (
            $"(str.replace_all {value} {Quote(function.Sought.Value)} {Quote(function.Replacement.Value)})",
            isNull
        );
    }

    public (string Value, string Null) Visit(ConcatFunction function) =>
        (
            $"(str.++ {function.Left.Accept(this).Value} {function.Right.Accept(this).Value})",
            function.Operand.Accept(this).Null
        );

    public (string Value, string Null) Visit(TrimFunction function)
    {
        // y is x without its blanks on one side: x = blanks y, and y does not start with one.
        var (value, isNull) = function.Operand.Accept(this);
        var (blanks, rest) = ($"b{_fresh}", $"t{_fresh++}");
        var (whole, outer) = function.IsLeft
            ? ($"(str.++ {blanks} {rest})", $"(str.prefixof \" \" {rest})")
            : ($"(str.++ {rest} {blanks})", $"(str.suffixof \" \" {rest})");
        _declarations.Append(
            CultureInfo.InvariantCulture,
            $"(declare-const {blanks} String)\n(declare-const {rest} String)\n(assert (= {value} {whole}))\n"
                + $"(assert (str.in_re {blanks} (re.* (str.to_re \" \"))))\n(assert (not {outer}))\n"
        );
        return (rest, isNull);
    }

    public (string Value, string Null) Visit(IsNullFunction function) => FirstOf(function.Operands, function.Type);

    public (string Value, string Null) Visit(CoalesceFunction function) => FirstOf(function.Operands, function.Type);

    private static (string True, string False) Negate((string True, string False) pair, bool isNegated) =>
        isNegated ? (pair.False, pair.True) : pair;

    private static (string True, string False) Join(
        string whenTrue,
        string whenFalse,
        IEnumerable<(string True, string False)> parts
    )
    {
        var list = parts.ToList();
        return (
            $"({whenTrue} {string.Join(' ', list.Select(part => part.True))})",
            $"({whenFalse} {string.Join(' ', list.Select(part => part.False))})"
        );
    }

    private static IEnumerable<char> Representatives(Alphabet? alphabet) =>
        Enumerable.Range(0, alphabet?.ClassCount ?? 0).Select(letter => alphabet!.Representative(letter));

    private static IEnumerable<char> Literals(Scalar scalar) =>
        scalar is StringLiteral literal ? literal.Value : scalar.Operands.SelectMany(Literals);

    private static string Number(long number) =>
        number < 0
            ? $"(- {number.ToString(CultureInfo.InvariantCulture)[1..]})"
            : number.ToString(CultureInfo.InvariantCulture);

    private static string Quote(string text) => $"\"{string.Concat(text.Select(Escape))}\"";

    private static string Escape(char character) =>
        char.IsAsciiLetterOrDigit(character) || character == ' '
            ? character.ToString()
            : $"\\u{{{((int)character).ToString("x", CultureInfo.InvariantCulture)}}}";

    private void Declare(Column column, string characters)
    {
        var place = _columns.IndexOf(column);
        _declarations.Append(CultureInfo.InvariantCulture, $"(declare-const n{place} Bool)\n");
        if (!column.IsNullable)
        {
            _declarations.Append(CultureInfo.InvariantCulture, $"(assert (not n{place}))\n");
        }

        if (column.Type is OrderedType integer)
        {
            _declarations.Append(
                CultureInfo.InvariantCulture,
                $"(declare-const v{place} Int)\n"
                    + $"(assert (<= {Number(integer.Minimum)} v{place} {Number(integer.Maximum)}))\n"
            );
            return;
        }

        var type = (CharacterType)column.Type;
        var length = type.Length is { } longest
            ? $"(assert ({(type.IsFixedLength ? "=" : "<=")} (str.len v{place}) {longest}))\n"
            : "";
        _declarations.Append(
            CultureInfo.InvariantCulture,
            $"(declare-const v{place} String)\n(assert (str.in_re v{place} (re.* {Union(characters)})))\n{length}"
        );
    }

    private (string Kept, string Outcome) Result(Coding coding, List<string?> labels)
    {
        var outcome = Number(labels.IndexOf(coding.Else?.Text));
        foreach (var arm in coding.Arms.Reverse())
        {
            outcome = $"(ite {arm.When.Accept(this).True} {Number(labels.IndexOf(arm.Then.Text))} {outcome})";
        }

        return (coding.Exclusions?.Accept(this).True ?? "true", outcome);
    }

    private (string True, string False) Compare(Scalar operand, ComparisonOperator comparison, Scalar literal)
    {
        if (literal is not StringLiteral text)
        {
            var (value, isNull) = operand.Accept(this);
            var number = literal.Accept(this).Value;
            var holds = comparison switch
            {
                ComparisonOperator.Equal => $"(= {value} {number})",
                ComparisonOperator.NotEqual => $"(distinct {value} {number})",
                _ => $"({comparison.ToSql()} {value} {number})",
            };
            return ($"(and (not {isNull}) {holds})", $"(and (not {isNull}) (not {holds}))");
        }

        if (comparison.NeedsOrder())
        {
            throw new NotSupportedException("The order of a collation is not that of SMT-LIB's strings.");
        }

        var rules = Comparing.Rules(operand, text);
        var parts = text
            .Value.TrimEnd(' ')
            .Select(character => OneOf(CharacterTest.Equal(character, rules).Holds, rules));
        var equal = $"""(re.++ (str.to_re "") {string.Join(' ', parts)} (re.* (str.to_re " ")))""";
        return Matches(operand, equal, comparison == ComparisonOperator.NotEqual);
    }

    private (string True, string False) Matches(Scalar operand, string expression, bool isNegated)
    {
        var (value, isNull) = operand.Accept(this);
        var matches = $"(str.in_re {value} {expression})";
        return Negate(($"(and (not {isNull}) {matches})", $"(and (not {isNull}) (not {matches}))"), isNegated);
    }

    private string OneOf(Func<char, bool> fits, CharacterRules rules) =>
        Union(_characters.Where(character => rules.Models(character, CharacterUse.Equality) && fits(character)));

    private static string Union(IEnumerable<char> characters) =>
        characters.Select(character => $"(str.to_re {Quote(character.ToString())})").ToList() switch
        {
            [] => "re.none",
            [var single] => single,
            var several => $"(re.union {string.Join(' ', several)})",
        };

    private (string Value, string Null) FirstOf(ValueList<Scalar> operands, SqlType type)
    {
        var (value, isNull) = operands.Select(operand => (Stored(operand, type), operand.Accept(this).Null)).Last();
        foreach (var operand in operands.SkipLast(1).Reverse())
        {
            var operandIsNull = operand.Accept(this).Null;
            value = $"(ite {operandIsNull} {value} {Stored(operand, type)})";
            isNull = $"(and {operandIsNull} {isNull})";
        }

        return (value, isNull);
    }

    /// <summary>The operand converted: cut at the length, and padded to it where that is fixed.</summary>
    private string Stored(Scalar operand, SqlType type)
    {
        var value = operand.Accept(this).Value;
        return type switch
        {
            CharacterType { IsFixedLength: true, Length: { } length } =>
                $"(str.substr (str.++ {value} {Quote(new string(' ', length))}) 0 {length})",
            CharacterType { Length: { } length } => $"(str.substr {value} 0 {length})",
            _ => value,
        };
    }
}
