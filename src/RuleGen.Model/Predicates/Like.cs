namespace RuleGen.Model;

/// <summary><c>x [NOT] LIKE 'pattern' [ESCAPE 'c']</c> (section 1). UNKNOWN when x is NULL (rule 1.21).</summary>
public sealed record Like : Predicate
{
    private Like(Scalar operand, StringLiteral patternText, StringLiteral? escape, bool isNegated, LikePattern pattern)
    {
        Operand = operand;
        PatternText = patternText;
        Escape = escape;
        IsNegated = isNegated;
        Pattern = pattern;
    }

    /// <summary>x.</summary>
    public Scalar Operand { get; }

    /// <summary>The pattern as written.</summary>
    public StringLiteral PatternText { get; }

    /// <summary>The literal after ESCAPE, one character; null where there is none.</summary>
    public StringLiteral? Escape { get; }

    /// <summary>Whether it is NOT LIKE.</summary>
    public bool IsNegated { get; }

    /// <summary>The pattern, taken apart, under the <see cref="Reading"/>.</summary>
    public LikePattern Pattern { get; private init; }

    /// <summary>What it makes of characters of which no source says whether they count.</summary>
    public LikeReading Reading { get; private init; }

    /// <summary>
    /// Whether any part is Unicode, so that trailing blanks of x count (rules 1.24, 1.25, 1.27) and Unicode rules
    /// compare.
    /// </summary>
    public bool IsUnicode =>
        ((CharacterType)Operand.Type).IsUnicode || PatternText.IsUnicode || Escape is { IsUnicode: true };

    /// <summary>What compares characters.</summary>
    public CharacterRules Rules => ((CharacterType)Operand.Type).Collation!.Rules(IsUnicode);

    /// <inheritdoc/>
    public override bool MayBeUnknown => Operand.MayBeNull;

    /// <inheritdoc/>
    public override ValueList<Scalar> Scalars => [Operand];

    /// <summary>The first character of the pattern that LIKE may look past; null where there is none.</summary>
    public char? UncertainCharacter =>
        Pattern
            .Elements.OfType<LiteralCharacter>()
            .Select(literal => (char?)literal.Character)
            .FirstOrDefault(character => Rules.IsUncertainInLike(character!.Value));

    /// <summary>The same predicate under a reading; itself where the two are one under its collation.</summary>
    internal Like Read(LikeReading reading) =>
        reading == Reading || Rules.UncertainInLike.Length == 0
            ? this
            : this with
            {
                Reading = reading,
                Pattern = reading == LikeReading.Absent ? Pattern.WithoutLiterals(Rules.IsUncertainInLike) : Parsed(),
            };

    /// <summary>Whether LIKE looks past a character, under the <see cref="Reading"/>.</summary>
    public bool IgnoresCharacter(char character) => Reading == LikeReading.Absent && Rules.IsUncertainInLike(character);

    /// <summary>A LIKE predicate.</summary>
    /// <exception cref="RuleGenException">
    /// RG0001: x is not character data, or has no column, or the escape is not one character. RG0002: the pattern is
    /// not modelled. RG0003, RG0004: the collation's profile does not model a character or a range of the pattern.
    /// RG0005: the pattern is longer than LIKE takes.
    /// </exception>
    public static Like Of(Scalar operand, StringLiteral pattern, StringLiteral? escape = null, bool isNegated = false)
    {
        Typing.RequireCharacter(operand, "LIKE");
        Typing.RequireColumn(operand, "LIKE");
        if (escape is not (null or { Value.Length: 1 }))
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"ESCAPE takes one character, not '{escape.Value}'",
                "Give one character"
            );
        }

        var like = new Like(operand, pattern, escape, isNegated, LikePattern.Parse(pattern.Value, escape?.Value[0]));
        if (like.IsUnicode && pattern.Value.Length * 2 > LikePattern.MaximumBytes)
        {
            throw new RuleGenException(
                ErrorCodes.OutOfRange,
                $"A Unicode pattern has {pattern.Value.Length} characters, and more than {LikePattern.MaximumBytes} bytes, "
                    + "the most that LIKE takes (rule 1.20)",
                "Make it shorter"
            );
        }

        like.Pattern.CheckModelled(pattern.Value, ((CharacterType)operand.Type).Collation!, like.IsUnicode);
        CharacterRequirement.CheckLiterals(like);
        return like;
    }

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IPredicateVisitor<TResult> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    public bool Equals(Like? other) =>
        base.Equals(other)
        && IsNegated == other.IsNegated
        && Operand == other.Operand
        && PatternText == other.PatternText
        && Reading == other.Reading
        && Escape == other.Escape;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(base.GetHashCode(), Operand, PatternText, Escape, IsNegated, Reading);

    private LikePattern Parsed() => LikePattern.Parse(PatternText.Value, Escape?.Value[0]);
}
