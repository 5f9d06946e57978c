using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>The members of a clause's sets, or the items of its IN, and the clause without some of them.</summary>
internal sealed class Members
{
    private readonly Predicate _clause;
    private readonly List<Position> _all;

    private Members(Predicate clause, IEnumerable<Position> all)
    {
        _clause = clause;
        _all = [.. all];
    }

    /// <summary>How many there are; they are numbered from 0 in the order of the text.</summary>
    public int Count => _all.Count;

    /// <summary>
    /// The predicates that tell the members apart: the clause without each, and a pattern of each alone.
    /// </summary>
    public IEnumerable<Predicate> Asks =>
        Enumerable
            .Range(0, Count)
            .SelectMany(number => new[] { Without(new HashSet<int> { number }), Alone(number) })
            .OfType<Predicate>();

    /// <summary>The members of a clause; none where it has no sets and is no IN.</summary>
    public static Members Of(Predicate clause) =>
        new(
            clause,
            clause switch
            {
                Like { Pattern.MatchesNothing: false } like => like.Pattern.Elements.SelectMany(
                    (element, place) =>
                        element is CharacterSet set ? set.Members.Select((_, index) => new Position(place, index)) : []
                ),
                In membership => membership.Items.Select((_, index) => new Position(0, index)),
                _ => [],
            }
        );

    /// <summary>
    /// The clause without some members; null where a set or a list would have none left, or it cannot be written.
    /// </summary>
    public Predicate? Without(IReadOnlySet<int> dropped)
    {
        var kept = _all.Where((_, number) => !dropped.Contains(number)).ToLookup(member => member.Place);
        if (_all.Any(member => !kept.Contains(member.Place)))
        {
            return null;
        }

        return _clause switch
        {
            In membership => In.Of(
                membership.Operand,
                kept[0].Select(member => membership.Items[member.Index]).ToValueList(),
                membership.IsNegated
            ),
            Like like => PatternText.ToLike(
                like.Operand,
                like.Pattern.Elements.Select(
                    (element, place) =>
                        element is CharacterSet set
                            ? set with
                            {
                                Members = kept[place].Select(member => set.Members[member.Index]).ToValueList(),
                            }
                            : element
                ),
                like,
                like.IsNegated
            ),
            _ => null,
        };
    }

    /// <summary>
    /// Some members in the middle of a sentence: <c>member 9 of [3459]</c>, <c>items 'A' and 'B'</c>.
    /// </summary>
    public string Describe(IEnumerable<int> numbers) =>
        Words.Join([
            .. numbers
                .GroupBy(number => _all[number].Place)
                .Select(group =>
                {
                    var names = Words.Join([.. group.Select(Show)]);
                    var noun = (_clause is In ? "item" : "member") + (group.Count() == 1 ? "" : "s");
                    return _clause is In
                        ? $"{noun} {names}"
                        : $"{noun} {names} of {PatternText.Show(Set(group.First()))}";
                })
                .Distinct(),
        ]);

    /// <summary>
    /// The sets of some members, each with what is left of it, if every one of the members is a letter, or a range of
    /// letters, of which the set keeps the other case, and the collation takes the two for one; else null.
    /// </summary>
    public IReadOnlyList<(CharacterSet Set, CharacterSet Left)>? OtherCases(IReadOnlySet<int> dropped) =>
        _clause is Like like && dropped.All(number => IsOtherCase(like, number, dropped))
            ?
            [
                .. dropped
                    .Order()
                    .GroupBy(number => _all[number].Place)
                    .Select(group =>
                    {
                        var set = Set(group.First());
                        var left = set.Members.Where((_, index) => !group.Any(number => _all[number].Index == index));
                        return (set, set with { Members = left.ToValueList() });
                    })
                    .Distinct(),
            ]
            : null;

    private bool IsOtherCase(Like like, int number, IReadOnlySet<int> dropped) =>
        Enumerable
            .Range(0, Count)
            .Where(other => _all[other].Place == _all[number].Place && !dropped.Contains(other))
            .Any(other => IsOtherCase(like.Rules, Member(other), Member(number)));

    /// <summary>Whether two members are one letter, or one range of letters, but for the case.</summary>
    private static bool IsOtherCase(CharacterRules rules, SetMember one, SetMember other) =>
        one != other
        && one.Last is null == other.Last is null
        && IsSameLetter(rules, one.First, other.First)
        && IsSameLetter(rules, one.Last ?? one.First, other.Last ?? other.First);

    private static bool IsSameLetter(CharacterRules rules, char one, char other) =>
        char.ToUpperInvariant(one) == char.ToUpperInvariant(other) && rules.AreEqual(one, other);

    private Like? Alone(int number) =>
        _clause is Like like
            ? PatternText.ToLike(
                like.Operand,
                [new CharacterSet(IsNegated: false, [Member(number)])],
                like,
                isNegated: false
            )
            : null;

    private CharacterSet Set(int number) => (CharacterSet)((Like)_clause).Pattern.Elements[_all[number].Place];

    private SetMember Member(int number) => Set(number).Members[_all[number].Index];

    private string Show(int number) =>
        _clause is In membership ? Write(membership.Items[_all[number].Index]) : PatternText.Show(Member(number));

    private static string Write(Scalar literal) =>
        literal switch
        {
            StringLiteral text => $"'{MessageText.OneLine(text.Value)}'",
            IntegerLiteral number => FormattableString.Invariant($"{number.Value}"),
            TypedLiteral typed => typed.Value.ToString(),
            _ => throw new ArgumentException("An item of IN is a literal.", nameof(literal)),
        };

    /// <summary>Where a member stands.</summary>
    /// <param name="Place">The set among the parts of the pattern; 0 for items of IN.</param>
    /// <param name="Index">Which of the set, or of the list.</param>
    private sealed record Position(int Place, int Index);
}
