using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>Automata over the texts as which lists are kept (<see cref="ListText"/>), and over those of single items.</summary>
internal static class ListAutomata
{
    /// <summary>Between two positions, not inside an item.</summary>
    private const int Outside = -1;

    /// <summary>After NULL, where a value ends.</summary>
    private const int AfterNull = -2;

    /// <summary>Where no text of a list goes on.</summary>
    private const int Dead = -3;

    /// <summary>The texts that are lists of a type.</summary>
    /// <exception cref="TooManyStatesException">Its items are too long.</exception>
    /// <param name="alphabet">The letters.</param>
    /// <param name="type">The type.</param>
    /// <param name="isOfItem">Whether the texts of a column of its items, by its place, hold a letter.</param>
    public static Automaton WellFormed(Alphabet alphabet, ListType type, Func<int, int, bool> isOfItem)
    {
        var letters = new ListLetters(alphabet);
        var numbers = type
            .Columns.Select(column =>
                column.Type is OrderedType ordered
                    ? Digits(alphabet, IntegerSet.Between(ordered.Minimum, ordered.Maximum))
                    : null
            )
            .ToArray();
        var dead = new Place(0, Dead, 0, false);
        return StateGraph<Place>.Explore(
            alphabet,
            new Place(0, Outside, 0, false),
            Step,
            place => place.Column == Outside && !place.IsMarked
        );

        Place Step(Place at, int letter)
        {
            if (at.Column == Dead)
            {
                return dead;
            }

            if (at.Column == Outside)
            {
                return at.Positions == type.MostItems ? dead
                    : letter == letters.ItemStart ? new Place(at.Positions, 0, 0, false)
                    : letter == letters.PositionEnd && type.Position is not null && !type.IsDense
                        ? new Place(Next(at), Outside, 0, true)
                    : dead;
            }

            var column = type.Columns[at.Column];
            if (letter == letters.NullMark)
            {
                return at.Inner == 0 && column.IsNullable ? at with { Inner = AfterNull } : dead;
            }

            if (letter != letters.ValueEnd && letter != letters.PositionEnd)
            {
                return Read(column, at, letter) is >= 0 and var inner ? at with { Inner = inner } : dead;
            }

            if (!IsWhole(column, at))
            {
                return dead;
            }

            // Where items stand in numbered columns, one that is all NULL is none.
            var hasValue = at.IsMarked || at.Inner != AfterNull;
            return letter == letters.ValueEnd
                ? at.Column + 1 < type.Columns.Count
                    ? new Place(at.Positions, at.Column + 1, 0, hasValue)
                    : dead
                : at.Column + 1 == type.Columns.Count && (hasValue || type.MostItems is null)
                    ? new Place(Next(at), Outside, 0, false)
                    : dead;
        }

        int Next(Place at) => type.MostItems is null ? 0 : at.Positions + 1;

        int Read(Column column, Place at, int letter)
        {
            if (at.Inner == AfterNull)
            {
                return Dead;
            }

            if (numbers[at.Column] is { } digits)
            {
                var next = digits.Next(at.Inner, letter);
                return next == digits.DeadState ? Dead : next;
            }

            // A text without a bound is told from no text, no more.
            return !isOfItem(at.Column, letter) ? Dead
                : ((CharacterType)column.Type).Length is not { } longest ? 1
                : at.Inner < longest ? at.Inner + 1
                : Dead;
        }

        bool IsWhole(Column column, Place at) =>
            at.Inner == AfterNull
            || (
                numbers[at.Column] is { } digits
                    ? digits.Accepts(at.Inner)
                    : column.Type is not CharacterType { IsFixedLength: true, Length: var length } || at.Inner == length
            );
    }

    /// <summary>The items whose value in a column is one of some texts.</summary>
    /// <param name="alphabet">The letters.</param>
    /// <param name="place">The place of the column.</param>
    /// <param name="words">The texts, or the digits of numbers.</param>
    /// <param name="hasNull">Whether NULL is one, too.</param>
    public static Automaton ItemsWhere(Alphabet alphabet, int place, Automaton words, bool hasNull)
    {
        var letters = new ListLetters(alphabet);
        return StateGraph<StatePair>.Explore(
            alphabet,
            new StatePair(0, 0),
            (at, letter) =>
                letter == letters.ValueEnd
                    ? new StatePair(Math.Min(at.First, place) + 1, at.First == place ? (Holds(at) ? 1 : 0) : at.Second)
                : at.First != place ? at
                : letter == letters.NullMark ? at with { Second = AfterNull }
                : at.Second == AfterNull ? at
                : at with { Second = words.Next(at.Second, letter) },
            at => at.First == place ? Holds(at) : at.First > place && at.Second == 1
        );

        bool Holds(StatePair at) => at.Second == AfterNull ? hasNull : words.Accepts(at.Second);
    }

    /// <summary>The digits of the numbers of a set.</summary>
    public static Automaton Digits(Alphabet alphabet, IntegerSet numbers) =>
        numbers.Intervals.Count == 0
            ? AutomatonOperations.Constant(alphabet, accepts: false)
            : AutomatonOperations.Union([
                .. numbers.Intervals.Select(interval => Digits(alphabet, interval.First, interval.Last)),
            ]);

    /// <summary>The lists some position of which has what is asked of it.</summary>
    /// <param name="alphabet">The letters.</param>
    /// <param name="places">
    /// What is asked of position 1, 2 and so on. One or more; the last also of all that follow, so it asks for an item.
    /// </param>
    public static Automaton WithPosition(Alphabet alphabet, IReadOnlyList<TextsOrNone> places)
    {
        var letters = new ListLetters(alphabet);
        var found = new StatePair(Dead, 0);
        var open = Enumerable.Range(0, places.Count).LastOrDefault(place => places[place].HasNone, Dead);
        return StateGraph<StatePair>.Explore(
            alphabet,
            new StatePair(0, Outside),
            (at, letter) =>
                at.First == Dead ? at
                : letter == letters.PositionEnd
                    ? Holds(at) ? found
                        : new StatePair(Math.Min(at.First + 1, places.Count - 1), Outside)
                : at.Second == Outside
                    ? letter == letters.ItemStart ? at with { Second = 0 }
                        : at
                : at with { Second = places[at.First].Texts.Next(at.Second, letter) },
            // Positions that the text does not come to have no item.
            at => at.First == Dead || (at.Second == Outside && at.First <= open)
        );

        bool Holds(StatePair at) =>
            at.Second == Outside ? places[at.First].HasNone : places[at.First].Texts.Accepts(at.Second);
    }

    /// <summary>The lists whose items, joined, are one of some texts, or where those may be NULL are all NULL.</summary>
    public static Automaton Joined(Alphabet alphabet, JoinedItems joined, TextsOrNone asked)
    {
        var words = asked.Texts;
        var letters = new ListLetters(alphabet);
        var (before, separator, after) = (
            alphabet.Letters(joined.Before),
            alphabet.Letters(joined.Separator),
            alphabet.Letters(joined.After)
        );
        var place = joined.ListType.PlaceOf(joined.Item);
        return StateGraph<Joining>.Explore(
            alphabet,
            new Joining(0, Outside, HasItem: false, IsStarted: false),
            (at, letter) =>
                at.Column == Outside
                    ? letter == letters.ItemStart
                        ? at with
                        {
                            Column = 0,
                        }
                        : at
                    : letter == letters.NullMark
                        ? at.Column == place
                            ? at with
                            {
                                IsStarted = true,
                            }
                            : at
                        : letter == letters.ValueEnd
                            ? Ended(at) with
                            {
                                Column = Math.Min(at.Column, place) + 1,
                                IsStarted = false,
                            }
                            : letter == letters.PositionEnd
                                ? Ended(at) with
                                {
                                    Column = Outside,
                                    IsStarted = false,
                                }
                                : at.Column != place
                                    ? at
                                    : Add(Started(at), letter),
            at => at.Column == Outside && (at.HasItem ? words.Accepts(Walk(at.Word, after)) : asked.HasNone)
        );

        Joining Ended(Joining at) => at.Column == place ? Started(at) : at;

        // What stands before an item is read once it is known not to be NULL.
        Joining Started(Joining at) =>
            at.IsStarted
                ? at
                : at with
                {
                    Word = Walk(at.Word, at.HasItem ? separator : before),
                    HasItem = true,
                    IsStarted = true,
                };

        Joining Add(Joining at, int letter) => at with { Word = words.Next(at.Word, letter) };

        int Walk(int state, int[] read) => read.Aggregate(state, words.Next);
    }

    private static Automaton Digits(Alphabet alphabet, long first, long last)
    {
        var letters = new ListLetters(alphabet);
        var dead = new Prefix(Dead, false, false);
        return StateGraph<Prefix>.Explore(
            alphabet,
            new Prefix(0, true, true),
            (at, letter) =>
            {
                if (at.Length is Dead or ListText.DigitsOfNumber || letters.DigitOf(letter) is not { } digit)
                {
                    return dead;
                }

                var (low, high) = (ListText.DigitOf(first, at.Length), ListText.DigitOf(last, at.Length));
                return (at.IsLow && digit < low) || (at.IsHigh && digit > high)
                    ? dead
                    : new Prefix(at.Length + 1, at.IsLow && digit == low, at.IsHigh && digit == high);
            },
            at => at.Length == ListText.DigitsOfNumber
        );
    }

    /// <param name="Positions">The positions read, where they are bounded.</param>
    /// <param name="Column">The column of the item that is read.</param>
    /// <param name="Inner">How far its value is read.</param>
    /// <param name="IsMarked">Outside: whether the last position has no item. Inside: whether a value before is not NULL.</param>
    private sealed record Place(int Positions, int Column, int Inner, bool IsMarked);

    /// <param name="Word">Where the joined text's automaton stands.</param>
    /// <param name="Column">The column of the item that is read.</param>
    /// <param name="HasItem">Whether an item that is not NULL has been read, or begun.</param>
    /// <param name="IsStarted">Whether what stands before the value at hand is read, or the value is NULL.</param>
    private sealed record Joining(int Word, int Column, bool HasItem, bool IsStarted);

    /// <param name="Length">The digits read.</param>
    /// <param name="IsLow">Whether they are those of the lowest number.</param>
    /// <param name="IsHigh">Whether they are those of the highest.</param>
    private sealed record Prefix(int Length, bool IsLow, bool IsHigh);
}
