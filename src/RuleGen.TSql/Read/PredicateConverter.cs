using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using IntegerLiteral = RuleGen.Model.IntegerLiteral;
using StringLiteral = RuleGen.Model.StringLiteral;

namespace RuleGen.TSql.Read;

/// <summary>
/// Turns ScriptDom's conditions into the model's predicates, with their comments, through its factories.
/// </summary>
internal sealed class PredicateConverter(CleanText text, ReadingContext context)
{
    private readonly ScalarConverter _scalars = new(text, context);

    /// <summary>Whether what is converted stands within an odd number of NOT.</summary>
    private bool _isNegated;

    /// <summary>The predicate; null where there is none in the model, which is reported.</summary>
    public Predicate? Convert(BooleanExpression syntax)
    {
        var documentation = Documentation.None;
        var trailing = Documentation.None;
        var parentheses = 0;
        var inner = syntax;
        while (true)
        {
            // A chain without parentheses is no clause of its own: its comments are those of its operands.
            if (inner is not BooleanBinaryExpression)
            {
                documentation = documentation.Then(context.Comments.TakeBefore(_scalars.First(inner)));
                trailing = context.Comments.TakeAfter(_scalars.Last(inner)).Then(trailing);
            }

            if (inner is not BooleanParenthesisExpression parenthesis)
            {
                break;
            }

            parentheses++;
            inner = parenthesis.Expression;
        }

        var predicate = inner switch
        {
            BooleanBinaryExpression chain => ConvertChain(chain),
            BooleanNotExpression not => ConvertNot(not),
            _ => ConvertLeaf(inner, ref documentation),
        };
        return predicate is null
            ? null
            : predicate with
            {
                Parentheses = parentheses,
                Documentation = documentation.Then(trailing),
                Position = context.Findings.Source.PositionOf(_scalars.First(syntax).Start),
            };
    }

    private Not? ConvertNot(BooleanNotExpression syntax)
    {
        _isNegated = !_isNegated;
        var operand = Convert(syntax.Expression);
        _isNegated = !_isNegated;
        return operand is null ? null : Not.Of(operand);
    }

    /// <summary>AND or OR: ScriptDom nests to the left what the text writes in a row.</summary>
    private Predicate? ConvertChain(BooleanBinaryExpression chain)
    {
        var kind = chain.BinaryExpressionType;
        var operands = new Stack<BooleanExpression>();
        BooleanExpression rest = chain;
        while (rest is BooleanBinaryExpression { BinaryExpressionType: var found } next && found == kind)
        {
            operands.Push(next.SecondExpression);
            rest = next.FirstExpression;
        }

        operands.Push(rest);
        var converted = operands.Select(Convert).ToList();
        if (converted.Contains(null))
        {
            return null;
        }

        var predicates = converted.OfType<Predicate>().ToValueList();
        return kind == BooleanBinaryExpressionType.And ? And.Of(predicates) : Or.Of(predicates);
    }

    private Predicate? ConvertLeaf(BooleanExpression syntax, ref Documentation documentation)
    {
        documentation = documentation.Then(context.Comments.TakeAll(_scalars.Tokens(syntax), CommentPlacement.Before));
        _scalars.Restart();
        try
        {
            var predicate = NullIfCall.Find(syntax) is { } call ? ConvertNullIf(call, syntax) : ConvertSimple(syntax);
            return predicate is null or NullTest || _scalars.ChecksCollation() ? predicate : null;
        }
        catch (RuleGenException exception)
        {
            context.Findings.Report(exception, _scalars.First(syntax).Start, _scalars.Last(syntax).End);
            return null;
        }
    }

    private Predicate? ConvertSimple(BooleanExpression syntax) =>
        syntax switch
        {
            LikePredicate like => ConvertLike(like),
            BooleanComparisonExpression comparison when SearchCall.Find(comparison) is { } search => ConvertSearch(
                search,
                comparison
            ),
            BooleanComparisonExpression comparison when AskedAt(comparison) is { } isThere => isThere,
            BooleanComparisonExpression comparison => ConvertComparison(comparison),
            BooleanTernaryExpression ternary => ConvertBetween(ternary),
            InPredicate { Subquery: null } membership => ConvertIn(membership),
            ExistsPredicate exists when context.Items is null => new SubqueryReader(text, context, _scalars).ReadExists(
                exists
            ),
            InPredicate membership when context.Items is null => new SubqueryReader(text, context, _scalars).ReadIn(
                membership
            ),
            BooleanIsNullExpression test => _scalars.Convert(test.Expression) is { } operand
                ? NullTest.Of(operand, test.IsNot)
                : null,
            _ => Refuse(syntax),
        };

    /// <summary>
    /// What a condition on the position of a joined item says, where it alone says which item is joined: that the row has one
    /// there.
    /// </summary>
    private Any? AskedAt(BooleanComparisonExpression comparison)
    {
        var asked = context
            .Scope.Joins.Select(join => join.Asked)
            .OfType<AskedPosition>()
            .FirstOrDefault(asked => asked.Items.FindPosition(comparison, isQualified: true) == asked.Position);
        if (asked is null || context.Items is not null)
        {
            return null;
        }

        context.Findings.Note(
            _scalars.First(comparison).Start,
            FormattableString.Invariant(
                $"The join to '{asked.Items.Name}' keeps the rows that have an item at position {asked.Position}: it is read as EXISTS"
            )
        );
        return asked.IsThere;
    }

    /// <summary>
    /// A condition on <c>NULLIF(x, literal)</c>: UNKNOWN where x is the literal, so TRUE where x is not and the condition
    /// holds for x, and FALSE where x is not and it does not (rule 4.10).
    /// </summary>
    private Predicate? ConvertNullIf(NullIfCall call, BooleanExpression syntax)
    {
        var (operand, literal) = (_scalars.Convert(call.Operand), ConvertLiteral(call.Literal, "NULLIF"));
        if (operand is null || literal is null)
        {
            return null;
        }

        var equals = Comparison.Of(operand, ComparisonOperator.Equal, literal);
        var differs = Comparison.Of(operand, ComparisonOperator.NotEqual, literal);
        Predicate? read;
        if (syntax is BooleanIsNullExpression { IsNot: var isNot })
        {
            read = isNot
                ? And.Of([NullTest.Of(operand, isNegated: true), differs])
                : Or.Of([NullTest.Of(operand), equals]);
        }
        else
        {
            var inner = ConvertSimple(call.WithOperand(syntax));
            read =
                inner is null ? null
                : _isNegated ? Or.Of([equals, inner])
                : And.Of([differs, inner]);
        }

        if (read is not null)
        {
            context.Findings.Note(
                _scalars.First(syntax).Start,
                $"NULLIF is read as {(read is Or ? "OR with the equality" : "AND with the inequality")} that it tests"
            );
        }

        // It stands for one clause: whatever connects it must not run into it.
        return read?.Grouped();
    }

    private Predicate? Refuse(BooleanExpression syntax)
    {
        _scalars.Refuse(syntax);
        return null;
    }

    private Like? ConvertLike(LikePredicate syntax)
    {
        var operand = _scalars.Convert(syntax.FirstExpression);
        var pattern = ConvertText(syntax.SecondExpression, "LIKE with a pattern that is not a literal");
        var escape = syntax.EscapeExpression is { } expression
            ? ConvertText(expression, "ESCAPE with anything but a literal")
            : null;
        if (syntax.OdbcEscape)
        {
            _scalars.Refuse(syntax, "an escape in braces", "Write ESCAPE without the braces");
            return null;
        }

        var isWhole =
            operand is not null && pattern is not null && (escape is not null || syntax.EscapeExpression is null);
        return isWhole ? Like.Of(operand!, pattern!, escape, syntax.NotDefined) : null;
    }

    private StringLiteral? ConvertText(ScalarExpression syntax, string what)
    {
        var scalar = _scalars.Convert(syntax);
        if (scalar is not (null or StringLiteral))
        {
            _scalars.Refuse(syntax, what, "Write the text itself, in single quotes");
        }

        return scalar as StringLiteral;
    }

    private Predicate? ConvertComparison(BooleanComparisonExpression syntax)
    {
        if (LengthCall.Find(syntax.FirstExpression) is { } measured)
        {
            return ConvertLength(measured, [syntax.SecondExpression], syntax, isMirrored: false);
        }

        if (LengthCall.Find(syntax.SecondExpression) is { } other)
        {
            return ConvertLength(other, [syntax.FirstExpression], syntax, isMirrored: true);
        }

        if (IsNull(syntax.FirstExpression) || IsNull(syntax.SecondExpression))
        {
            var isEqual = syntax.ComparisonType == BooleanComparisonType.Equals;
            _scalars.Refuse(
                syntax,
                "a comparison with NULL, which is never TRUE (rule 5.2)",
                isEqual ? "Write IS NULL" : "Write IS NULL or IS NOT NULL"
            );
            return null;
        }

        if (ConvertNumeric(syntax.FirstExpression, [syntax.SecondExpression]) is { } numbers)
        {
            return ConvertOperator(syntax) is { } relation ? Comparison.Of(numbers[0], relation, numbers[1]) : null;
        }

        var (left, right) = (_scalars.Convert(syntax.FirstExpression), _scalars.Convert(syntax.SecondExpression));
        if (ConvertOperator(syntax) is not { } comparison || left is null || right is null)
        {
            return null;
        }

        var hasBang = syntax.ComparisonType == BooleanComparisonType.NotEqualToExclamation;
        if (left is IntegerLiteral first && right is IntegerLiteral second)
        {
            return ConstantComparison.Of(first, comparison, second) with { IsWrittenWithBang = hasBang };
        }

        if (context.Scope.IsLenient && (TextAsNumber.Is(left, right) || TextAsNumber.Is(right, left)))
        {
            var isMirrored = TextAsNumber.Is(right, left);
            var (column, number) = isMirrored ? (right, left) : (left, right);
            return ConvertTextAsNumber(
                column,
                syntax,
                () =>
                    TextAsNumber.Compare(
                        column,
                        isMirrored ? comparison.Mirrored() : comparison,
                        ((IntegerLiteral)number).Value
                    )
            );
        }

        if (left.Columns.Any() && right.Columns.Any())
        {
            return ColumnComparison.Of(left, comparison, right) with { IsWrittenWithBang = hasBang };
        }

        return Comparison.Of(left, comparison, right) with
        {
            IsWrittenWithBang = hasBang,
        };
    }

    /// <summary>
    /// A column that is converted to a whole number, and the numbers that it is compared with, all as texts of so many
    /// digits as the source says that the column's values have; null where this is something else.
    /// </summary>
    private List<Scalar>? ConvertNumeric(ScalarExpression converted, IList<ScalarExpression> numbers)
    {
        if (
            ScalarConverter.FindIntegerCast(converted) is not { } cast
            || _scalars.FindColumn(cast) is not { } column
            || NumericText.FindDigits(column) is not { } digits
        )
        {
            return null;
        }

        var texts = numbers
            .Select(number =>
                Syntax.WholeNumber(Syntax.Bare(number)) is { } written ? NumericText.Write(written, digits) : null
            )
            .ToList();
        if (texts.Contains(null))
        {
            return null;
        }

        context.Findings.AssumeShape(column.Column);
        context.Findings.Note(
            _scalars.First(converted).Start,
            $"The conversion to a number is read as the order of texts: every value of {column.Column.Name} is {column.Column.Shape}"
        );
        return [column, .. texts.OfType<Scalar>()];
    }

    /// <summary>A condition on LEN(x), which LIKE says.</summary>
    private Predicate? ConvertLength(
        ScalarExpression measured,
        IList<ScalarExpression> numbers,
        BooleanExpression syntax,
        bool isMirrored = false
    )
    {
        if (_scalars.Convert(measured) is not { } operand)
        {
            return null;
        }

        var lengths = numbers.Select(number => LengthCall.Number(number, operand)).ToList();
        if (lengths.Contains(null))
        {
            _scalars.Refuse(
                syntax,
                "LEN beside anything but a number of characters",
                "Compare it with a small whole number"
            );
            return null;
        }

        var all = lengths.OfType<long>().ToList();
        var read = syntax switch
        {
            BooleanTernaryExpression between => LengthCall.Between(
                operand,
                all[0],
                all[1],
                between.TernaryExpressionType == BooleanTernaryExpressionType.NotBetween
            ),
            InPredicate membership => LengthCall.In(operand, all, membership.NotDefined),
            _ => ConvertOperator((BooleanComparisonExpression)syntax) is { } comparison
                ? LengthCall.Compare(operand, isMirrored ? comparison.Mirrored() : comparison, all[0])
                : null,
        };
        if (read is not null)
        {
            context.Findings.Note(
                _scalars.First(syntax).Start,
                "LEN is read as LIKE over RTRIM, a _ for each character"
            );
        }

        return read is And or Or ? read.Grouped() : read;
    }

    /// <summary><c>CHARINDEX(…) &gt; 0</c> and <c>PATINDEX(…) = 0</c>: whether a text holds something, which LIKE says (rule 3.9).</summary>
    private Like? ConvertSearch(SearchCall search, BooleanComparisonExpression syntax)
    {
        if (search.IsFound is not { } isFound)
        {
            _scalars.Refuse(
                syntax,
                $"a place that {search.Name} finds",
                $"Ask whether it finds anything, with {search.Name}(…) > 0 or = 0; or use LIKE, LEFT or SUBSTRING"
            );
            return null;
        }

        var text = ConvertText(search.Sought, $"{search.Name} of anything but a literal");
        var operand = _scalars.Convert(search.Text);
        if (text is null || operand is null)
        {
            return null;
        }

        if (search.Name == "CHARINDEX" && text.Value.Length == 0)
        {
            _scalars.Refuse(search.Sought, "CHARINDEX of no text", "Leave the clause out: it finds no place");
            return null;
        }

        var pattern = search.Name == "CHARINDEX" ? $"%{SearchCall.Escape(text.Value)}%" : text.Value;
        var like = Like.Of(operand, StringLiteral.Of(pattern, text.IsUnicode), null, !isFound);
        context.Findings.Note(
            _scalars.First(syntax).Start,
            $"{search.Name} is read as {(isFound ? "" : "NOT ")}LIKE '{MessageText.OneLine(pattern)}'"
        );
        return like;
    }

    private static bool IsNull(ScalarExpression syntax) => Syntax.Bare(syntax) is NullLiteral;

    private ComparisonOperator? ConvertOperator(BooleanComparisonExpression syntax)
    {
        switch (syntax.ComparisonType)
        {
            case BooleanComparisonType.Equals:
                return ComparisonOperator.Equal;
            case BooleanComparisonType.NotEqualToBrackets:
            case BooleanComparisonType.NotEqualToExclamation:
                return ComparisonOperator.NotEqual;
            case BooleanComparisonType.LessThan:
                return ComparisonOperator.LessThan;
            case BooleanComparisonType.LessThanOrEqualTo:
                return ComparisonOperator.LessThanOrEqual;
            case BooleanComparisonType.GreaterThan:
                return ComparisonOperator.GreaterThan;
            case BooleanComparisonType.GreaterThanOrEqualTo:
                return ComparisonOperator.GreaterThanOrEqual;
            case BooleanComparisonType.NotLessThan:
                _scalars.Refuse(syntax, "'!<'", "Write >=");
                return null;
            case BooleanComparisonType.NotGreaterThan:
                _scalars.Refuse(syntax, "'!>'", "Write <=");
                return null;
            default:
                _scalars.Refuse(syntax, "this comparison", "Write =, <>, <, <=, > or >=");
                return null;
        }
    }

    private Predicate? ConvertBetween(BooleanTernaryExpression syntax)
    {
        if (LengthCall.Find(syntax.FirstExpression) is { } measured)
        {
            return ConvertLength(measured, [syntax.SecondExpression, syntax.ThirdExpression], syntax);
        }

        var isNegated = syntax.TernaryExpressionType == BooleanTernaryExpressionType.NotBetween;
        if (ConvertNumeric(syntax.FirstExpression, [syntax.SecondExpression, syntax.ThirdExpression]) is { } numbers)
        {
            return Between.Of(numbers[0], numbers[1], numbers[2], isNegated);
        }

        var operand = _scalars.Convert(syntax.FirstExpression);
        var low = ConvertLiteral(syntax.SecondExpression, "BETWEEN");
        var high = ConvertLiteral(syntax.ThirdExpression, "BETWEEN");
        if (operand is null || low is null || high is null)
        {
            return null;
        }

        return context.Scope.IsLenient && TextAsNumber.Is(operand, low) && TextAsNumber.Is(operand, high)
            ? ConvertTextAsNumber(
                operand,
                syntax,
                () =>
                    TextAsNumber.Between(operand, ((IntegerLiteral)low).Value, ((IntegerLiteral)high).Value, isNegated)
            )
            : Between.Of(operand, low, high, isNegated);
    }

    private Predicate? ConvertIn(InPredicate syntax)
    {
        if (LengthCall.Find(syntax.Expression) is { } measured)
        {
            return ConvertLength(measured, syntax.Values, syntax);
        }

        if (ConvertNumeric(syntax.Expression, syntax.Values) is { } numbers)
        {
            return In.Of(numbers[0], numbers.Skip(1).ToValueList(), syntax.NotDefined);
        }

        var operand = _scalars.Convert(syntax.Expression);
        var items = syntax.Values.Select(value => ConvertLiteral(value, "IN")).ToList();
        if (operand is null || items.Contains(null))
        {
            return null;
        }

        return context.Scope.IsLenient && items.TrueForAll(item => TextAsNumber.Is(operand, item!))
            ? ConvertTextAsNumber(
                operand,
                syntax,
                () => TextAsNumber.In(operand, items.Select(item => ((IntegerLiteral)item!).Value), syntax.NotDefined)
            )
            : In.Of(operand, items.OfType<Scalar>().ToValueList(), syntax.NotDefined);
    }

    /// <summary>A text column that is compared with numbers, as texts of digits.</summary>
    private Predicate? ConvertTextAsNumber(Scalar column, BooleanExpression syntax, Func<Predicate> make)
    {
        if (!TextAsNumber.IsShort(column))
        {
            _scalars.Refuse(
                syntax,
                $"a comparison of {column.Type} with a number, of which the texts are too many to write out",
                "Put the number in quotes"
            );
            return null;
        }

        var read = make();
        var text = ClauseText.Write(read);
        context.Findings.Convert(
            ((ColumnReference)column).Column,
            _scalars.First(syntax).Start,
            _scalars.Last(syntax).End,
            text
        );
        context.Findings.Note(
            _scalars.First(syntax).Start,
            $"For values that are digits alone it is read as {text}; SQL Server fails on a value that is no number (rule 2.8)"
        );
        return read;
    }

    private Scalar? ConvertLiteral(ScalarExpression syntax, string where)
    {
        var scalar = _scalars.Convert(syntax);
        if (scalar is null or StringLiteral or IntegerLiteral or TypedLiteral)
        {
            return scalar;
        }

        _scalars.Refuse(syntax, $"{where} with anything but literals", "Compare the column with literals");
        return null;
    }
}
