using System.Globalization;

namespace RuleGen.Model;

/// <summary>The checks that the factories of scalars and predicates share.</summary>
internal static class Typing
{
    public static CharacterType RequireCharacter(Scalar scalar, string where) =>
        scalar.Type as CharacterType
        ?? throw new RuleGenException(
            ErrorCodes.IllTyped,
            $"{where} takes character data, and {Describe(scalar)} is {scalar.Type}",
            scalar is IntegerLiteral ? "Put the number in quotes" : "Use a character column, or compare it as a number"
        );

    /// <summary>Whether an expression is a literal.</summary>
    public static bool IsLiteral(Scalar scalar) => scalar is StringLiteral or IntegerLiteral or TypedLiteral;

    /// <summary>
    /// A literal as it is beside an expression of a type: a date is in quotes, a decimal may be a whole number. Everything
    /// else as it is.
    /// </summary>
    /// <exception cref="RuleGenException">As <see cref="TypedLiteral"/>'s factories.</exception>
    public static Scalar Meet(Scalar scalar, SqlType type) =>
        (scalar, type) switch
        {
            (StringLiteral literal, TemporalType temporal) => TypedLiteral.Of(
                literal.Value,
                literal.IsUnicode,
                temporal
            ) with
            {
                Parentheses = literal.Parentheses,
            },
            (IntegerLiteral literal, DecimalType number) => TypedLiteral.Of(
                literal.Value.ToString(CultureInfo.InvariantCulture),
                number
            ) with
            {
                Parentheses = literal.Parentheses,
            },
            (TypedLiteral literal, _) => literal.As(type),
            _ => scalar,
        };

    /// <summary>Checks that an expression can meet a literal in a predicate.</summary>
    public static void RequireSameKind(Scalar operand, Scalar literal, string where)
    {
        switch (operand.Type, literal.Type)
        {
            case (CharacterType type, CharacterType literalType):
                if (type.Collation is { } collation && literal is StringLiteral text)
                {
                    CheckModelled(text, collation, type.IsUnicode || literalType.IsUnicode, CharacterUse.Equality);
                }

                break;
            case (IntegerType, IntegerType):
                break;
            case (TemporalType type, TemporalType literalType) when type == literalType:
                break;
            case (DecimalType type, DecimalType literalType) when type == literalType:
                break;
            case (TemporalType, IntegerType or DecimalType):
                throw new RuleGenException(
                    ErrorCodes.IllTyped,
                    $"{where} compares {Describe(operand)}, which is {operand.Type}, with the number {Describe(literal)}",
                    "Write a date in quotes, as 'yyyymmdd'"
                );
            case (DecimalType, CharacterType):
                throw new RuleGenException(
                    ErrorCodes.IllTyped,
                    $"{where} compares {Describe(operand)}, which is {operand.Type}, with the text {Describe(literal)}",
                    "Write the number without quotes"
                );
            case (IntegerType, DecimalType):
                throw new RuleGenException(
                    ErrorCodes.IllTyped,
                    $"{where} compares {Describe(operand)}, which is {operand.Type}, with {Describe(literal)}, which is no whole number",
                    "Compare it with a whole number: > 17.5 is >= 18, and < 17.5 is <= 17"
                );
            case (CharacterType, IntegerType or DecimalType):
                throw new RuleGenException(
                    ErrorCodes.IllTyped,
                    $"{where} compares {Describe(operand)}, which is {operand.Type}, with the number {Describe(literal)}: "
                        + "SQL Server would convert the column, and fail at run time on a value that is no number (rule 2.8)",
                    literal.Type is IntegerType
                        ? "Put the number in quotes; --lenient reads it for values that are digits alone"
                        : "Put the number in quotes"
                );
            case (IntegerType, CharacterType):
                throw new RuleGenException(
                    ErrorCodes.IllTyped,
                    $"{where} compares {Describe(operand)}, which is {operand.Type}, with the text {Describe(literal)}",
                    "Write the number without quotes"
                );
            default:
                throw new RuleGenException(
                    ErrorCodes.IllTyped,
                    $"{where} uses {Describe(operand)}, which is {operand.Type}",
                    "Use a character column, a number, or a date"
                );
        }
    }

    /// <summary>Checks that a literal in a function does not turn text that is not Unicode into Unicode (rule 6.2).</summary>
    public static void RequireSameWidth(CharacterType type, StringLiteral literal, string where)
    {
        if (literal.IsUnicode && !type.IsUnicode)
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"{where} has N'{MessageText.OneLine(literal.Value)}' beside {type}, which turns the text into Unicode",
                "Write the literal without N"
            );
        }
    }

    /// <summary>Checks that a literal in a function brings no character that LIKE may look past (rule 1.41).</summary>
    public static void RequireCertain(CharacterType type, StringLiteral literal, string where)
    {
        var uncertain = type.Collation!.Rules(type.IsUnicode).UncertainInLike;
        if (literal.Value.AsSpan().ContainsAny(uncertain))
        {
            throw new RuleGenException(
                ErrorCodes.UnmodelledCharacter,
                $"{where} has '{MessageText.OneLine(literal.Value)}', and whether LIKE looks past a character of it under "
                    + $"{type.Collation} is not published (rule 1.41)",
                "Use another character, or another collation"
            );
        }
    }

    /// <summary>Checks that an expression is about the row, not a constant.</summary>
    public static void RequireColumn(Scalar operand, string where)
    {
        if (!operand.Columns.Any())
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"{where} has no column in it: {Describe(operand)}",
                "Name a column of the source; 1=1 is the only constant that a coding holds"
            );
        }
    }

    public static void RequireLiteral(Scalar scalar, string where)
    {
        if (!IsLiteral(scalar))
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"{where} has {Describe(scalar)} where a literal stands",
                "Compare one column expression with literals; a coding does not compare columns with each other"
            );
        }
    }

    /// <summary>Checks that the order of whole values is modelled for an expression and a literal bound.</summary>
    public static void RequireOrder(Scalar operand, Scalar literal, string where)
    {
        if (operand.Type is not CharacterType { Collation: { } collation } type || literal is not StringLiteral text)
        {
            return;
        }

        var isUnicode = type.IsUnicode || text.IsUnicode;
        if (!collation.Rules(isUnicode).OrdersValues)
        {
            throw new RuleGenException(
                ErrorCodes.UnmodelledOrder,
                $"{where} puts text in order, and the order of {(isUnicode ? "Unicode " : "")}values under {collation} "
                    + "is not modelled",
                "Use LIKE with the characters written out, or another collation"
            );
        }

        CheckModelled(text, collation, isUnicode, CharacterUse.Order);
    }

    public static void CheckModelled(StringLiteral literal, Collation collation, bool isUnicode, CharacterUse use)
    {
        foreach (var character in literal.Value)
        {
            CheckModelled(character, literal.Value, collation, isUnicode, use);
        }
    }

    public static void CheckModelled(char character, string text, Collation collation, bool isUnicode, CharacterUse use)
    {
        if (collation.Rules(isUnicode).Models(character, use))
        {
            return;
        }

        var purpose = use switch
        {
            CharacterUse.Order => "Where it sorts",
            CharacterUse.Case => "Its other letter case",
            _ => "What it equals",
        };
        throw new RuleGenException(
            ErrorCodes.UnmodelledCharacter,
            $"'{MessageText.OneLine(text)}' holds {MessageText.Describe(character)}. {purpose} under {collation} is not modelled",
            "Write the condition without that character, or under another collation"
        );
    }

    /// <summary>The common type of several expressions, as COALESCE has it (rules 4.3, 4.9, 6.1).</summary>
    public static SqlType Common(ValueList<Scalar> scalars, string where)
    {
        if (scalars[0].Type is TemporalType or DecimalType && scalars.All(scalar => scalar.Type == scalars[0].Type))
        {
            return scalars[0].Type;
        }

        var characters = scalars.Select(scalar => scalar.Type).OfType<CharacterType>().ToList();
        if (characters.Count == scalars.Count)
        {
            var isUnicode = characters.Any(type => type.IsUnicode);
            var precedent = characters.Where(type => type.IsUnicode == isUnicode).ToList();
            return CharacterType.Create(
                isUnicode,
                isFixedLength: precedent.All(type => type.IsFixedLength),
                characters.Any(type => type.Length is null) ? null : characters.Max(type => type.Length),
                CommonCollation(scalars, where)
            );
        }

        var integers = scalars.Select(scalar => scalar.Type).OfType<IntegerType>().ToList();
        if (integers.Count == scalars.Count)
        {
            return integers.MaxBy(type => type.Maximum)!;
        }

        throw MixedKinds(scalars, where);
    }

    public static RuleGenException MixedKinds(ValueList<Scalar> scalars, string where) =>
        new(
            ErrorCodes.IllTyped,
            $"{where} mixes types: {string.Join(", ", scalars.Select(scalar => $"{Describe(scalar)} is {scalar.Type}"))}. "
                + "SQL Server would convert one to the other, and can fail at run time (rule 4.4)",
            "Give it arguments of one kind: all character, all integer, or all of one type of date or decimal"
        );

    /// <summary>The collation of an expression made of others; null where all are literals.</summary>
    public static Collation? CommonCollation(IEnumerable<Scalar> scalars, string where)
    {
        var collations = scalars
            .Select(scalar => (scalar.Type as CharacterType)?.Collation)
            .OfType<Collation>()
            .Distinct()
            .ToList();
        return collations.Count < 2
            ? collations.SingleOrDefault()
            : throw new RuleGenException(
                ErrorCodes.CollationConflict,
                $"{where} mixes the collations {string.Join(" and ", collations)}; its result would have none (rule 4.9)",
                "Use columns of one collation"
            );
    }

    /// <summary>A scalar in the words of a message.</summary>
    public static string Describe(Scalar scalar) =>
        scalar switch
        {
            ColumnReference reference => $"column '{reference.Column.Name}'",
            StringLiteral literal => $"'{MessageText.OneLine(literal.Value)}'",
            IntegerLiteral literal => literal.Value.ToString(CultureInfo.InvariantCulture),
            TypedLiteral { Type: TemporalType } literal => $"'{literal.Text}'",
            TypedLiteral literal => literal.Text,
            _ =>
                $"an expression over {string.Join(" and ", scalar.Columns.Select(column => $"column '{column.Name}'"))}",
        };
}
