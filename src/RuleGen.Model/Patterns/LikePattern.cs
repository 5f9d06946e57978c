namespace RuleGen.Model;

/// <summary>A LIKE pattern, taken apart.</summary>
public sealed record LikePattern
{
    /// <summary>The longest pattern that SQL Server takes, in bytes (rule 1.20).</summary>
    public const int MaximumBytes = 8000;

    private LikePattern(ValueList<LikeElement> elements, bool matchesNothing)
    {
        Elements = elements;
        MatchesNothing = matchesNothing;
    }

    /// <summary>The parts, in order; without the malformed rest where <see cref="MatchesNothing"/>.</summary>
    public ValueList<LikeElement> Elements { get; }

    /// <summary>
    /// Whether the pattern is malformed in a way that makes LIKE FALSE for every value that is not NULL: an escape
    /// character at the end (rule 1.16) or a set that is not closed (rule 1.10).
    /// </summary>
    public bool MatchesNothing { get; }

    /// <summary>Takes a pattern apart.</summary>
    /// <param name="text">The pattern, as the string literal means it.</param>
    /// <param name="escape">The character after <c>ESCAPE</c>; null where there is none. Compared exactly (rule 1.18).</param>
    /// <exception cref="RuleGenException">RG0002: the pattern uses something whose meaning has no source.</exception>
    public static LikePattern Parse(string text, char? escape) => new Parser(text, escape).Parse();

    /// <summary>The pattern as it is where some characters are not there: their literals are left out.</summary>
    internal LikePattern WithoutLiterals(Func<char, bool> isAbsent) =>
        Elements.Any(element => element is LiteralCharacter literal && isAbsent(literal.Character))
            ? new(
                Elements
                    .Where(element => !(element is LiteralCharacter literal && isAbsent(literal.Character)))
                    .ToValueList(),
                MatchesNothing
            )
            : this;

    /// <summary>Checks that a collation's rules say what every character of the pattern means.</summary>
    /// <exception cref="RuleGenException">RG0003 or RG0004: they do not.</exception>
    internal void CheckModelled(string text, Collation collation, bool isUnicode)
    {
        var rules = collation.Rules(isUnicode);
        foreach (var element in Elements)
        {
            switch (element)
            {
                case LiteralCharacter literal:
                    Typing.CheckModelled(literal.Character, text, collation, isUnicode, CharacterUse.Equality);
                    break;
                case CharacterSet set:
                    foreach (var member in set.Members)
                    {
                        CheckModelled(member, text, collation, isUnicode, rules);
                    }

                    break;
            }
        }
    }

    private static void CheckModelled(
        SetMember member,
        string text,
        Collation collation,
        bool isUnicode,
        CharacterRules rules
    )
    {
        if (rules.IsUncertainInLike(member.First))
        {
            throw new RuleGenException(
                ErrorCodes.UnmodelledCharacter,
                $"Pattern '{MessageText.OneLine(text)}' has {MessageText.Describe(member.First)} in a set. What LIKE makes of it "
                    + $"there under {collation} has no published source (rule 1.41)",
                "Write it outside the set, in a LIKE of its own"
            );
        }

        Typing.CheckModelled(member.First, text, collation, isUnicode, CharacterUse.Equality);
        if (member.Last is not { } last)
        {
            return;
        }

        Typing.CheckModelled(last, text, collation, isUnicode, CharacterUse.Equality);
        if (!rules.CanBoundRange(member.First) || !rules.CanBoundRange(last) || !rules.KnowsRange(member.First, last))
        {
            throw new RuleGenException(
                ErrorCodes.UnmodelledOrder,
                $"What stands between '{member.First}' and '{last}' in pattern '{text}' is not known under {collation}",
                "Write the characters one by one, or keep the range inside the digits or inside the letters"
            );
        }
    }

    private sealed class Parser(string text, char? escape)
    {
        private readonly List<LikeElement> _elements = [];
        private int _next;

        public LikePattern Parse()
        {
            while (_next < text.Length)
            {
                var character = text[_next++];
                if (character == escape)
                {
                    if (_next == text.Length)
                    {
                        return Malformed();
                    }

                    _elements.Add(new LiteralCharacter(text[_next++]));
                }
                else if (character == '[')
                {
                    if (ParseSet() is not { } set)
                    {
                        return Malformed();
                    }

                    _elements.Add(set);
                }
                else
                {
                    _elements.Add(
                        character switch
                        {
                            '%' => new AnyRun(),
                            '_' => new AnyCharacter(),
                            _ => new LiteralCharacter(character),
                        }
                    );
                }
            }

            return new LikePattern(_elements.ToValueList(), matchesNothing: false);
        }

        private LikePattern Malformed() => new(_elements.ToValueList(), matchesNothing: true);

        /// <summary>The set after its opening bracket; null where it is not closed.</summary>
        private CharacterSet? ParseSet()
        {
            var isNegated = _next < text.Length && text[_next] == '^' && escape != '^';
            if (isNegated)
            {
                _next++;
            }

            var members = new List<SetMember>();
            var isFirst = true;
            while (_next < text.Length)
            {
                var character = text[_next++];
                if (character == escape)
                {
                    if (_next == text.Length)
                    {
                        break;
                    }

                    members.Add(new SetMember(text[_next++]));
                    RefuseRange("whose start is escaped");
                }
                else if (character == ']')
                {
                    return isNegated && members.Count == 0
                        ? throw Unsupported("'[^]'", "1.9", "Use '_' for any one character")
                        : new CharacterSet(isNegated, members.ToValueList());
                }
                else if (character == '-' && !(isFirst && !isNegated))
                {
                    throw Unsupported(
                        "a hyphen that is neither first in its set nor between two characters",
                        "1.11",
                        "Put it first in the set, or escape it with ESCAPE"
                    );
                }
                else if (character == '^')
                {
                    throw Unsupported(
                        "'^' inside a set, not at its start",
                        "1.12",
                        "Escape it with ESCAPE, or put it outside the set"
                    );
                }
                else
                {
                    members.Add(ParseMember(character));
                }

                isFirst = false;
            }

            return isNegated
                ? throw Unsupported(
                    "a set '[^' that is not closed",
                    "1.10",
                    "Close it with ']', or write '[[]' for a bracket"
                )
                : null;
        }

        private SetMember ParseMember(char first)
        {
            if (_next + 1 >= text.Length || text[_next] != '-' || text[_next + 1] == ']' || escape == '-')
            {
                return new SetMember(first);
            }

            _next++;
            var last = text[_next++];
            if (last == escape)
            {
                throw Unsupported("a range whose end is escaped", "1.8", "Write the characters one by one");
            }

            if (first == '-' || last == '-')
            {
                throw Unsupported("a hyphen as the end of a range", "1.11", "Write the characters one by one");
            }

            if (last == '^')
            {
                throw Unsupported("'^' as the end of a range", "1.12", "Write the characters one by one");
            }

            return new SetMember(first, last);
        }

        private void RefuseRange(string which)
        {
            if (_next + 1 < text.Length && text[_next] == '-' && text[_next + 1] != ']' && escape != '-')
            {
                throw Unsupported($"a range {which}", "1.8", "Write the characters one by one");
            }
        }

        private RuleGenException Unsupported(string what, string rule, string remedy) =>
            new(
                ErrorCodes.UnsupportedPattern,
                $"Pattern '{text}' has {what}, whose meaning in SQL Server has no published source (rule {rule})",
                remedy
            );
    }
}
