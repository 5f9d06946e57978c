namespace RuleGen.Model;

/// <summary>
/// What a predicate asks of a collation's profile for the characters of a column's values. A value that does not meet
/// every requirement on its column is not evaluated.
/// </summary>
/// <param name="Column">The column of the rows; of what is made of a list, and of conditions on items, the list.</param>
/// <param name="IsUnicode">Whether Unicode rules compare its values.</param>
/// <param name="Use">What is done with its characters.</param>
public sealed record CharacterRequirement(Column Column, bool IsUnicode, CharacterUse Use)
{
    /// <summary>Of a list, the column of its items whose texts are meant; null where the column holds one value.</summary>
    public Column? Item { get; init; }

    /// <summary>The position of the one item that is meant; null where all are.</summary>
    public int? Position { get; init; }

    /// <summary>The requirements of several predicates, each once.</summary>
    public static ValueList<CharacterRequirement> Of(IEnumerable<Predicate> predicates)
    {
        var requirements = new List<CharacterRequirement>();
        foreach (var predicate in predicates.SelectMany(root => root.SelfAndDescendants()))
        {
            Add(predicate, list: null);
            foreach (var part in predicate.Conditions.SelectMany(condition => condition.SelfAndDescendants()))
            {
                Add(part, ((Any)predicate).List);
            }
        }

        return requirements.Distinct().ToValueList();

        void Add(Predicate predicate, Column? list) =>
            Walk(
                predicate,
                (scalar, isUnicode, use) =>
                {
                    if (scalar is ColumnReference { Column: { Type: CharacterType } column })
                    {
                        requirements.Add(
                            new CharacterRequirement(list ?? column.InRow, isUnicode, use)
                            {
                                Item = list is null ? column.Derivation?.Item : column,
                                Position = (column.Derivation as ItemAt)?.Position,
                            }
                        );
                    }
                }
            );
    }

    /// <summary>The type whose collation compares the texts.</summary>
    public CharacterType Type => (CharacterType)(Item ?? Column).Type;

    /// <summary>Whether the profile models a character for this use, and the column can hold it.</summary>
    public bool Models(char character) =>
        Type.Collation!.Rules(IsUnicode).Models(character, Use) && (Type.IsUnicode || IsInCodePage(character));

    /// <summary>Whether LIKE may look past a character of the values (rule 1.41).</summary>
    public bool MayLookPast(char character) =>
        Use.HasFlag(CharacterUse.Pattern) && Type.Collation!.Rules(IsUnicode).IsUncertainInLike(character);

    /// <summary>
    /// The first character of a value that the profile does not model for this use; null where there is none. What char
    /// and varchar cannot hold for sure is none of theirs, also where Unicode rules compare it: the server would have
    /// replaced it (rule 6.11).
    /// </summary>
    public char? FindUnmodelled(ReadOnlySpan<char> value)
    {
        var type = Type;
        var rules = type.Collation!.Rules(IsUnicode);
        var (marks, item) = (0, ItemPlace);
        foreach (var character in value)
        {
            if (Item is not null && !IsMeant(character, item, ref marks))
            {
                continue;
            }

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

        var uncertain = Type.Collation!.Rules(IsUnicode).UncertainInLike;
        var (marks, item) = (0, ItemPlace);
        foreach (var character in value)
        {
            if (
                (Item is null || IsMeant(character, item, ref marks))
                && uncertain.Contains(character, StringComparison.Ordinal)
            )
            {
                return character;
            }
        }

        return null;
    }

    /// <summary>Whether a character of a list's text is one of the texts that are meant.</summary>
    /// <param name="character">The character.</param>
    /// <param name="item">The place of the column that is meant.</param>
    /// <param name="place">Where it stands: the position, counted from 0, and the column of the item, in one number.</param>
    private bool IsMeant(char character, int item, ref int place)
    {
        const int MostColumns = 1 << 12;
        switch (character)
        {
            case ListText.PositionEnd:
                place = ((place / MostColumns) + 1) * MostColumns;
                return false;
            case ListText.ValueEnd:
                place++;
                return false;
            default:
                return !ListText.IsMark(character)
                    && place % MostColumns == item
                    && (Position is null || place / MostColumns == Position - 1);
        }
    }

    private int ItemPlace => Item is null ? 0 : ((ListType)Column.Type).PlaceOf(Item);

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
                else if (scalar is ColumnReference { Column.Derivation: JoinedItems joined })
                {
                    foreach (var text in new[] { joined.Before, joined.Separator, joined.After })
                    {
                        Typing.CheckModelled(StringLiteral.Of(text), collation, isUnicode, use);
                    }
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
