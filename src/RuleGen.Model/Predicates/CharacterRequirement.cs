namespace RuleGen.Model;

/// <summary>
/// What a predicate asks of a collation's profile for the characters of a column's values. A value that does not meet
/// every requirement on its column is not evaluated.
/// </summary>
/// <param name="Column">The column.</param>
/// <param name="IsUnicode">Whether Unicode rules compare its values.</param>
/// <param name="Use">What is done with its characters.</param>
public sealed record CharacterRequirement(Column Column, bool IsUnicode, CharacterUse Use)
{
    /// <summary>The requirements of several predicates, each once.</summary>
    public static ValueList<CharacterRequirement> Of(IEnumerable<Predicate> predicates)
    {
        var requirements = new List<CharacterRequirement>();
        foreach (var predicate in predicates.SelectMany(root => root.SelfAndDescendants()))
        {
            Walk(
                predicate,
                (scalar, isUnicode, use) =>
                {
                    if (scalar is ColumnReference { Column: { Type: CharacterType } column })
                    {
                        requirements.Add(new CharacterRequirement(column, isUnicode, use));
                    }
                }
            );
        }

        return requirements.Distinct().ToValueList();
    }

    /// <summary>
    /// The first character of a value that the profile does not model for this use; null where there is none. What char
    /// and varchar cannot hold for sure is none of theirs, also where Unicode rules compare it: the server would have
    /// replaced it (rule 6.11).
    /// </summary>
    public char? FindUnmodelled(ReadOnlySpan<char> value)
    {
        var type = (CharacterType)Column.Type;
        var rules = type.Collation!.Rules(IsUnicode);
        foreach (var character in value)
        {
            if (!rules.Models(character, Use) || !(type.IsUnicode || IsInCodePage(character)))
            {
                return character;
            }
        }

        return null;
    }

    /// <summary>The first character of a value that LIKE may look past (rule 1.41); null where there is none.</summary>
    public char? FindUncertain(ReadOnlySpan<char> value)
    {
        if (!Use.HasFlag(CharacterUse.Pattern))
        {
            return null;
        }

        var place = value.IndexOfAny(((CharacterType)Column.Type).Collation!.Rules(IsUnicode).UncertainInLike);
        return place < 0 ? null : value[place];
    }

    /// <summary>Checks that the profile models the literals inside the functions of a predicate.</summary>
    /// <exception cref="RuleGenException">RG0003: it does not.</exception>
    internal static void CheckLiterals(Predicate predicate)
    {
        if (Collation(predicate) is not { } collation)
        {
            return;
        }

        Walk(
            predicate,
            (scalar, isUnicode, use) =>
            {
                if (scalar is StringLiteral literal)
                {
                    Typing.CheckModelled(literal, collation, isUnicode, use);
                }
            }
        );
    }

    /// <summary>Whether code page 1252 holds a character, at the place of its code point.</summary>
    private static bool IsInCodePage(char character) =>
        char.IsAscii(character) || character is >= '\u00A0' and <= '\u00FF';

    private static Collation? Collation(Predicate predicate) =>
        predicate
            .Scalars.Select(scalar => (scalar.Type as CharacterType)?.Collation)
            .FirstOrDefault(found => found is not null);

    private static void Walk(Predicate predicate, Action<Scalar, bool, CharacterUse> visit)
    {
        foreach (var (scalar, isUnicode, use) in predicate.Accept(ComparedScalars.Instance))
        {
            Walk(scalar, isUnicode, use, visit);
        }
    }

    private static void Walk(Scalar scalar, bool isUnicode, CharacterUse use, Action<Scalar, bool, CharacterUse> visit)
    {
        visit(scalar, isUnicode, use);
        var inner = scalar is LetterCaseFunction ? use | CharacterUse.Case : use;
        foreach (var operand in scalar.Operands)
        {
            Walk(operand, isUnicode, inner, visit);
        }
    }
}
