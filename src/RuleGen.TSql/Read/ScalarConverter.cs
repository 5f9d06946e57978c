using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using ColumnReferenceExpression = Microsoft.SqlServer.TransactSql.ScriptDom.ColumnReferenceExpression;
using IntegerLiteral = RuleGen.Model.IntegerLiteral;
using StringLiteral = RuleGen.Model.StringLiteral;

namespace RuleGen.TSql.Read;

/// <summary>Turns ScriptDom's scalar expressions into the model's, through its factories.</summary>
internal sealed class ScalarConverter(CleanText text, ReadingContext context)
{
    /// <summary>The first parameter of character type since <see cref="Restart"/>.</summary>
    private Token? _characterParameter;
    private bool _hasCollation;

    private IEnumerable<string> ColumnNames =>
        context.Source.Columns.Concat(context.Source.NumberedColumns).Select(column => column.Name);

    /// <summary>The first token of a piece of syntax.</summary>
    public Token First(TSqlFragment syntax) => text.Tokens[FirstIndex(syntax)];

    /// <summary>The last token of a piece of syntax.</summary>
    public Token Last(TSqlFragment syntax) => text.Tokens[LastIndex(syntax)];

    /// <summary>The tokens of a piece of syntax.</summary>
    public List<Token> Tokens(TSqlFragment syntax) => text.Tokens[FirstIndex(syntax)..(LastIndex(syntax) + 1)];

    /// <summary>Forgets what is known of the predicate before.</summary>
    public void Restart() => (_characterParameter, _hasCollation) = (null, false);

    /// <summary>
    /// Checks that a predicate that compares a parameter's text says under which collation (rule 6.10).
    /// </summary>
    public bool ChecksCollation()
    {
        if (_characterParameter is not { } parameter || _hasCollation)
        {
            return true;
        }

        context.Findings.Report(
            ErrorCodes.UnsupportedConstruct,
            $"'{parameter.Text}' has no COLLATE: a parameter takes the collation of the database, not of the column",
            "Write COLLATE and the column's collation after it",
            parameter
        );
        return false;
    }

    /// <summary>The expression; null where there is none in the model, which is reported.</summary>
    public Scalar? Convert(ScalarExpression syntax)
    {
        try
        {
            var scalar = syntax is ParenthesisExpression parenthesis
                ? Convert(parenthesis.Expression) is { } inner
                    ? inner with
                    {
                        Parentheses = inner.Parentheses + 1,
                    }
                    : null
                : ConvertBare(syntax);
            return scalar is null || ChecksCollation(syntax, scalar) ? scalar : null;
        }
        catch (RuleGenException exception)
        {
            context.Findings.Report(exception, First(syntax).Start, Last(syntax).End);
            return null;
        }
    }

    /// <summary>Reports T-SQL that a coding does not contain.</summary>
    public void Refuse(TSqlFragment syntax, string what, string remedy) =>
        context.Findings.Report(
            ErrorCodes.UnsupportedConstruct,
            $"A coding does not contain {what}",
            remedy,
            First(syntax).Start,
            Last(syntax).End
        );

    /// <summary>Reports T-SQL that a coding does not contain.</summary>
    public void Refuse(TSqlFragment syntax)
    {
        var (what, remedy) = Unsupported.Describe(syntax);
        Refuse(syntax, what, remedy);
    }

    private Scalar? ConvertBare(ScalarExpression syntax) =>
        syntax switch
        {
            ColumnReferenceExpression column => ConvertColumn(column),
            Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral literal => StringLiteral.Of(
                literal.Value,
                literal.IsNational
            ),
            _ when Syntax.WholeNumber(syntax) is { } digits => ConvertInteger(digits, syntax),
            _ when Syntax.Decimal(syntax) is { } digits => ConvertDecimal(digits),
            VariableReference variable when context.Scope.Constants.Find(variable.Name) is { } constant => ReadConstant(
                variable,
                constant
            ),
            VariableReference variable when context.Scope.Parameters is { } parameters => ConvertParameter(
                variable,
                parameters
            ),
            CastCall cast => ConvertCast(cast.Parameter, cast.DataType, cast),
            TryCastCall cast => ConvertCast(cast.Parameter, cast.DataType, cast),
            ConvertCall { Style: null } cast => ConvertCast(cast.Parameter, cast.DataType, cast),
            TryConvertCall { Style: null } cast => ConvertCast(cast.Parameter, cast.DataType, cast),
            BinaryExpression { BinaryExpressionType: BinaryExpressionType.Add } sum => ConvertSum(sum),
            FunctionCall { CallTarget: null, OverClause: null, FunctionName.Value: var name } call
                when SqlName.Comparer.Equals(name, "CONCAT") => ConvertConcat(call),
            LeftFunctionCall call => ConvertFunction("LEFT", call.Parameters, call),
            RightFunctionCall call => ConvertFunction("RIGHT", call.Parameters, call),
            CoalesceExpression call => ConvertFunction("COALESCE", call.Expressions, call),
            FunctionCall { CallTarget: null, OverClause: null, UniqueRowFilter: UniqueRowFilter.NotSpecified } call
                when Keywords.Functions.Contains(call.FunctionName.Value) => ConvertFunction(
                call.FunctionName.Value.ToUpperInvariant(),
                call.Parameters,
                call
            ),
            _ => RefuseScalar(syntax),
        };

    private Scalar? RefuseScalar(ScalarExpression syntax)
    {
        Refuse(syntax);
        return null;
    }

    private IntegerLiteral ConvertInteger(string digits, ScalarExpression syntax)
    {
        if (!long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"The number '{digits}' is too long for any integer type",
                "Write a number of at most 18 digits"
            );
        }

        var plain = value.ToString(CultureInfo.InvariantCulture);
        if (plain != digits)
        {
            context.Findings.Note(First(syntax).Start, $"The number {digits} is read as {plain}");
        }

        return IntegerLiteral.Of(value);
    }

    private static TypedLiteral ConvertDecimal(string digits)
    {
        var behind = digits.Length - 1 - digits.IndexOf('.', StringComparison.Ordinal);
        var all = digits.Count(char.IsAsciiDigit);
        return all <= DecimalType.MostDigits
            ? TypedLiteral.Of(digits, DecimalType.Of(all, behind))
            : throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"The number '{digits}' has {all.ToString(CultureInfo.InvariantCulture)} digits",
                "Write a number of at most 18 digits"
            );
    }

    private ColumnReference? ConvertColumn(ColumnReferenceExpression syntax)
    {
        if (syntax.ColumnType != ColumnType.Regular || syntax.MultiPartIdentifier.Count > 2)
        {
            var tokens = string.Concat(Tokens(syntax).Select(token => token.Text));
            Refuse(syntax, $"'{tokens}'", "Write the column's name, or alias.name");
            return null;
        }

        if (context.Items is { } items)
        {
            return ConvertItem(syntax, items);
        }

        var name = syntax.MultiPartIdentifier.Identifiers[^1];
        if (FindJoined(syntax.MultiPartIdentifier) is { } joined)
        {
            // Under the name that the source has for it: the qualifier means nothing outside of the query.
            return ColumnReference.Of(joined);
        }

        var column = context.Source.Find(name.Value);
        if (column is null)
        {
            ReportUnknown(name, First(syntax).Start);
            return null;
        }

        if (
            syntax.MultiPartIdentifier.Count == 2
            && !ChecksQualifier(syntax.MultiPartIdentifier.Identifiers[0], syntax)
        )
        {
            return null;
        }

        var written = string.Concat(Tokens(syntax.MultiPartIdentifier).Select(token => token.Text));
        return ColumnReference.Of(column, written);
    }

    /// <summary>A column of what the query joins to each row; null where it is another.</summary>
    private Column? FindJoined(MultiPartIdentifier names)
    {
        var joins =
            names.Count == 2 ? context.Scope.Joins.Where(join => SqlName.Comparer.Equals(join.Alias, names[0].Value))
            : context.Source.Find(names[^1].Value) is null ? context.Scope.Joins
            : [];
        return joins.Select(join => join.Columns.GetValueOrDefault(names[^1].Value)).OfType<Column>().FirstOrDefault();
    }

    /// <summary>
    /// A column within a subquery over items: without a qualifier it is the item's where the item has it, as in T-SQL.
    /// </summary>
    private ColumnReference? ConvertItem(ColumnReferenceExpression syntax, ItemScope items)
    {
        var names = syntax.MultiPartIdentifier.Identifiers;
        var isOfItem = names.Count == 1 || items.IsNamed(names[0].Value);
        if (isOfItem && items.Find(names[^1].Value) is { } column)
        {
            return ColumnReference.Of(
                column,
                string.Concat(Tokens(syntax.MultiPartIdentifier).Select(token => token.Text))
            );
        }

        if (isOfItem && names.Count == 2)
        {
            ReportUnknown(
                names[^1],
                First(syntax).Start,
                $"The list '{items.List.Name}'",
                [.. items.List.Type.ItemColumns.Select(each => each.Name)]
            );
            return null;
        }

        Refuse(
            syntax,
            $"'{string.Concat(Tokens(syntax).Select(token => token.Text))}', which is no column of an item, in a condition on an item of '{items.List.Name}'",
            $"Use {string.Join(" and ", items.List.Type.ItemColumns.Select(each => each.Name))}; put what is about the row beside the subquery"
        );
        return null;
    }

    /// <summary>Checks that a qualifier is what FROM calls the source; where there is no FROM, it is noted.</summary>
    private bool ChecksQualifier(Identifier qualifier, ColumnReferenceExpression syntax)
    {
        if (context.Scope.Table is not { } table)
        {
            context.NoteQualifier(qualifier.Value, First(syntax));
            return true;
        }

        if (SqlName.Comparer.Equals(qualifier.Value, table))
        {
            return true;
        }

        context.Findings.Report(
            ErrorCodes.UnknownColumn,
            $"'{qualifier.Value}' is no table of this query: FROM calls its table '{table}'",
            $"Write '{table}' before the column's name, or nothing",
            First(syntax).Start,
            Last(syntax).End
        );
        return false;
    }

    private void ReportUnknown(Identifier name, int start) =>
        ReportUnknown(name, start, $"The source {context.Source.Table}", ColumnNames);

    private void ReportUnknown(Identifier name, int start, string where, IEnumerable<string> known)
    {
        var nearest = NearestName.Find(name.Value, known);
        var remedy =
            nearest is not null ? $"Did you mean '{nearest}'? Else add the column to the schema file"
            : name.QuoteType == QuoteType.DoubleQuote ? "Text stands in single quotes; double quotes are for names"
            : "Mend the name, or add the column to the schema file";
        context.Findings.Report(
            ErrorCodes.UnknownColumn,
            $"{where} has no column '{name.Value}'",
            remedy,
            start,
            Last(name).End
        );
    }

    /// <summary>What is converted to a whole number; null where an expression is something else.</summary>
    public static ScalarExpression? FindIntegerCast(ScalarExpression expression)
    {
        var (operand, type) = Syntax.Bare(expression) switch
        {
            CastCall cast => (cast.Parameter, cast.DataType),
            TryCastCall cast => (cast.Parameter, cast.DataType),
            ConvertCall { Style: null } cast => (cast.Parameter, cast.DataType),
            TryConvertCall { Style: null } cast => (cast.Parameter, cast.DataType),
            _ => default((ScalarExpression?, DataTypeReference?)),
        };
        return
            type is not null
            && DeclaredType.Parse(type, DeclaredType.LengthInCast) is IntegerType { Maximum: > short.MaxValue }
            ? operand
            : null;
    }

    /// <summary>The column that an expression is, alone; null where it is something else.</summary>
    public ColumnReference? FindColumn(ScalarExpression expression) =>
        Syntax.Bare(expression) is ColumnReferenceExpression column ? ConvertColumn(column) : null;

    /// <summary>A conversion that changes no value: to a type as wide or wider, of the same kind (rules 6.5, 6.19).</summary>
    private Scalar? ConvertCast(ScalarExpression operand, DataTypeReference type, ScalarExpression syntax)
    {
        if (Convert(operand) is not { } scalar)
        {
            return null;
        }

        var written = string.Concat(Tokens(type).Select(token => token.Text));
        if (DeclaredType.ConvertDate(scalar, type) is { } date)
        {
            context.Findings.Note(First(syntax).Start, $"The conversion to {written} is read as {date.Value}");
            return date;
        }

        if (DeclaredType.HoldsUnchanged(type, scalar.Type, DeclaredType.LengthInCast))
        {
            context.Findings.Note(
                First(syntax).Start,
                $"The conversion to {written} is passed over: it changes no value"
            );
            return scalar;
        }

        Refuse(
            syntax,
            $"a conversion of {scalar.Type} to {written}, which can change or refuse values",
            "Compare the column as it is"
        );
        return null;
    }

    private Scalar ReadConstant(VariableReference variable, Scalar constant)
    {
        var value = constant switch
        {
            StringLiteral text => $"'{MessageText.OneLine(text.Value)}'",
            TypedLiteral typed => typed.Value.ToString(),
            _ => ((IntegerLiteral)constant).Value.ToString(CultureInfo.InvariantCulture),
        };
        context.Findings.Note(First(variable).Start, $"{variable.Name} is read as {value}, which the script gives it");
        return constant;
    }

    private ColumnReference? ConvertParameter(VariableReference variable, FunctionParameters parameters)
    {
        var column = parameters.FindColumn(variable.Name, context.Source);
        if (column is null)
        {
            var nearest = NearestName.Find(variable.Name[1..], ColumnNames);
            context.Findings.Report(
                ErrorCodes.UnknownColumn,
                $"'{variable.Name}' is no parameter that stands for a column of the source {context.Source.Table}",
                nearest is null ? "Name each parameter after its column" : $"Did you mean '@{nearest}'?",
                First(variable)
            );
            return null;
        }

        if (column.Type is CharacterType)
        {
            _characterParameter ??= First(variable);
        }

        return ColumnReference.Of(column);
    }

    private Scalar? ConvertFunction(string name, IList<ScalarExpression> arguments, ScalarExpression syntax)
    {
        var expected = name switch
        {
            "SUBSTRING" or "REPLACE" => 3,
            "LEFT" or "RIGHT" or "ISNULL" => 2,
            "COALESCE" => Math.Max(arguments.Count, 2),
            _ => 1,
        };
        if (arguments.Count != expected)
        {
            context.Findings.Report(
                ErrorCodes.SyntaxError,
                $"{name} takes {expected.ToString(CultureInfo.InvariantCulture)} arguments, and has "
                    + arguments.Count.ToString(CultureInfo.InvariantCulture),
                "Count the commas and parentheses",
                First(syntax).Start,
                Last(syntax).End
            );
            return null;
        }

        return name switch
        {
            "LEFT" or "RIGHT" => WithLengths(
                arguments,
                (operand, lengths) => EdgeFunction.Of(name == "LEFT", operand, lengths[0]),
                name
            ),
            "SUBSTRING" => WithLengths(
                arguments,
                (operand, lengths) => SubstringFunction.Of(operand, lengths[0], lengths[1]),
                name
            ),
            "UPPER" or "LOWER" => WithAll(arguments, all => LetterCaseFunction.Of(name == "UPPER", all[0])),
            "LTRIM" or "RTRIM" => WithAll(arguments, all => TrimFunction.Of(name == "LTRIM", all[0])),
            "REPLACE" => ConvertReplace(arguments),
            "ISNULL" => WithAll(arguments, all => IsNullFunction.Of(all[0], all[1])),
            _ => WithAll(arguments, CoalesceFunction.Of),
        };
    }

    /// <summary>REPLACE with literals (rule 3.10).</summary>
    private ReplaceFunction? ConvertReplace(IList<ScalarExpression> arguments)
    {
        var all = arguments.Select(Convert).ToList();
        foreach (
            var (argument, scalar) in arguments
                .Zip(all)
                .Skip(1)
                .Where(pair => pair.Second is not (null or StringLiteral))
        )
        {
            Refuse(argument, "REPLACE by or of anything but a literal", "Write the text itself, in single quotes");
        }

        return all is [{ } operand, StringLiteral sought, StringLiteral replacement]
            ? ReplaceFunction.Of(operand, sought, replacement)
            : null;
    }

    /// <summary>Text joined with a literal (rule 3.11).</summary>
    private ConcatFunction? ConvertSum(BinaryExpression sum)
    {
        var (left, right) = (Convert(sum.FirstExpression), Convert(sum.SecondExpression));
        if (left is null || right is null)
        {
            return null;
        }

        if (
            left.Type is not CharacterType
            || right.Type is not CharacterType
            || left is StringLiteral && right is StringLiteral
        )
        {
            Refuse(sum);
            return null;
        }

        return ConcatFunction.Of(left, right);
    }

    /// <summary>CONCAT of one column with literals: as <c>+</c>, with the empty text for NULL (rule 3.11).</summary>
    private Scalar? ConvertConcat(FunctionCall call)
    {
        var all = call.Parameters.Select(Convert).ToList();
        if (all.Contains(null))
        {
            return null;
        }

        var columns = all.FindAll(scalar => scalar is not StringLiteral);
        if (columns is not [{ Type: CharacterType } column] || all.Exists(scalar => scalar!.Type is not CharacterType))
        {
            Refuse(call, "CONCAT of anything but one text with literals", "Ask for each column by itself");
            return null;
        }

        var place = all.IndexOf(column);
        var joined = column.MayBeNull ? CoalesceFunction.Of([column, StringLiteral.Of("")]) : column;
        foreach (var literal in all.Take(place).Reverse())
        {
            joined = ConcatFunction.Of(literal!, joined);
        }

        foreach (var literal in all.Skip(place + 1))
        {
            joined = ConcatFunction.Of(joined, literal!);
        }

        context.Findings.Note(First(call).Start, "CONCAT is read as +, with the empty text for NULL");
        return joined;
    }

    /// <summary>What a factory makes of the arguments; null where one of them is not in the model.</summary>
    private Scalar? WithAll(IList<ScalarExpression> arguments, Func<ValueList<Scalar>, Scalar> make)
    {
        var all = arguments.Select(Convert).ToList();
        return all.Contains(null) ? null : make(all.OfType<Scalar>().ToValueList());
    }

    /// <summary>What a factory makes of the first argument and the numbers after it.</summary>
    private Scalar? WithLengths(IList<ScalarExpression> arguments, Func<Scalar, int[], Scalar> make, string name)
    {
        var operand = Convert(arguments[0]);
        var lengths = arguments.Skip(1).Select(argument => ConvertLength(argument, name)).ToList();
        return operand is null || lengths.Contains(null) ? null : make(operand, [.. lengths.OfType<int>()]);
    }

    private int? ConvertLength(ScalarExpression argument, string name)
    {
        var length = Convert(argument);
        if (length is IntegerLiteral { Value: >= int.MinValue and <= int.MaxValue } literal)
        {
            if (literal.Parentheses > 0)
            {
                context.Findings.Note(First(argument).Start, "The parentheses around the number are left out");
            }

            return (int)literal.Value;
        }

        if (length is not null)
        {
            Refuse(argument, $"{name} with anything but a whole number here", "Write the number of characters");
        }

        return null;
    }

    /// <summary>Checks that COLLATE, in a function, says what the column has; elsewhere there is none.</summary>
    private bool ChecksCollation(ScalarExpression syntax, Scalar scalar)
    {
        if (syntax is not PrimaryExpression { Collation.Value: { } name })
        {
            return true;
        }

        if (context.Scope.Parameters is null)
        {
            Refuse(
                syntax,
                $"'COLLATE {name}'",
                "Leave it out: a coding compares under its column's collation, which the schema file says"
            );
            return false;
        }

        var collation = (scalar.Type as CharacterType)?.Collation;
        if (SqlName.Comparer.Equals(collation?.Name, name))
        {
            return _hasCollation = true;
        }

        Refuse(
            syntax,
            $"'COLLATE {name}' here",
            collation is null ? "Write COLLATE after the parameter" : $"Write COLLATE {collation}, as the column has it"
        );
        return false;
    }

    private int FirstIndex(TSqlFragment syntax)
    {
        var index = text.IndexAt(syntax.StartOffset);

        // ScriptDom starts EXISTS (…) at its parenthesis.
        return syntax is ExistsPredicate && index > 0 && text.Tokens[index - 1].Is("EXISTS") ? index - 1 : index;
    }

    private int LastIndex(TSqlFragment syntax) =>
        text.IndexAt(syntax.StartOffset + Math.Max(syntax.FragmentLength, 1) - 1);
}
