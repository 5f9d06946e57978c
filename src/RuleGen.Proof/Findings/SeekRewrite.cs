using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// Conditions that an index could answer and that may say the same as one that it cannot: the same question without the
/// function, or with a pattern that starts with what the other's looks for. Whether they do is for the prover to say.
/// </summary>
internal static class SeekRewrite
{
    /// <summary>Whether a condition keeps an index on its column from being searched.</summary>
    public static bool Prevents(Predicate predicate) =>
        predicate is Like or Comparison or Between or In
        && (
            Positive.Operand(predicate) is not ColumnReference
            || predicate is Like { Pattern: { MatchesNothing: false, Elements: [AnyRun, ..] } }
        );

    /// <summary>The candidates, the plainest first.</summary>
    public static IEnumerable<Predicate> Candidates(Predicate predicate)
    {
        var operand = Positive.Operand(predicate)!;
        if (operand is IsNullFunction { Operand: ColumnReference first, Replacement: ColumnReference second })
        {
            return Candidates(predicate, first, second);
        }

        var columns = Positive.References(operand).ToList();
        return columns is [var column] ? Candidates(predicate, column).Distinct() : [];
    }

    /// <summary>
    /// What may have to be known of the column's values for a candidate to say the same, the weakest first.
    /// </summary>
    public static IEnumerable<Predicate> Assumptions(Predicate predicate)
    {
        var columns = Positive.References(Positive.Operand(predicate)!).ToList();
        if (columns is not [var column] || column.Type is not CharacterType)
        {
            return [];
        }

        var functions = Functions(Positive.Operand(predicate)!).ToList();
        var patterns = new List<string>();
        if (functions.OfType<TrimFunction>().Any())
        {
            patterns.Add(" %");
            patterns.Add("% ");
        }

        if (predicate is Like like)
        {
            var places = like.Pattern.Elements.Count(element => element is not AnyRun);
            patterns.Add($"{new string('_', places + 1)}%");
        }
        else
        {
            patterns.Add("% %");
        }

        return patterns
            .Where(pattern => pattern.Length <= LikePattern.MaximumBytes / 2)
            .Select(pattern => Like.Of(column, StringLiteral.Of(pattern), isNegated: true));
    }

    private static IEnumerable<Predicate> Candidates(Predicate predicate, ColumnReference column)
    {
        if (OnColumn(predicate, column) is { } bare && !Prevents(bare))
        {
            yield return bare;
        }

        foreach (var like in Likes(predicate, column).Where(like => like.Pattern.Elements is [LiteralCharacter, ..]))
        {
            yield return like;
        }
    }

    /// <summary><c>ISNULL(a, b)</c> asks a, or b where a is NULL: an index on either can help.</summary>
    private static IEnumerable<Predicate> Candidates(
        Predicate predicate,
        ColumnReference first,
        ColumnReference second
    ) =>
        OnColumn(predicate, first) is { } one && OnColumn(predicate, second) is { } other
            ? [Or.Of([one, And.Of([NullTest.Of(first), other]).Grouped()]).Grouped()]
            : [];

    /// <summary>The same question about a column; null where the model refuses it.</summary>
    private static Predicate? OnColumn(Predicate predicate, ColumnReference column)
    {
        try
        {
            return predicate switch
            {
                Like like => Like.Of(column, like.PatternText, like.Escape, like.IsNegated),
                Comparison comparison => Comparison.Of(column, comparison.OperandOperator, comparison.Literal),
                Between between => Between.Of(column, between.Low, between.High, between.IsNegated),
                In membership => In.Of(column, membership.Items, membership.IsNegated),
                _ => null,
            };
        }
        catch (RuleGenException)
        {
            // The column is of another type than the expression.
            return null;
        }
    }

    /// <summary>Patterns that start with what is looked for, and end with it or go on.</summary>
    private static IEnumerable<Like> Likes(Predicate predicate, ColumnReference column)
    {
        if (column.Type is not CharacterType || Core(predicate) is not { Count: > 0 } core)
        {
            return [];
        }

        var model = predicate as Like ?? Like.Of(column, StringLiteral.Of("%"));
        var isNegated = Positive.IsNegated(predicate);
        return new[]
        {
            PatternText.ToLike(column, core.Append(new AnyRun()), model, isNegated),
            PatternText.ToLike(column, core, model, isNegated),
        }.OfType<Like>();
    }

    /// <summary>The parts of a pattern without the runs around them, or one for each character of literals.</summary>
    private static List<LikeElement>? Core(Predicate predicate) =>
        predicate switch
        {
            Like like =>
            [
                .. like
                    .Pattern.Elements.SkipWhile(element => element is AnyRun)
                    .Reverse()
                    .SkipWhile(element => element is AnyRun)
                    .Reverse(),
            ],
            Comparison
            {
                Literal: StringLiteral { IsUnicode: false } text,
                OperandOperator: ComparisonOperator.Equal or ComparisonOperator.NotEqual
            } => Core([text.Value]),
            In membership when membership.Items.All(item => item is StringLiteral { IsUnicode: false }) => Core([
                .. membership.Items.Cast<StringLiteral>().Select(text => text.Value),
            ]),
            _ => null,
        };

    /// <summary>Texts of one length, place by place: <c>V38</c> and <c>V39</c> are <c>V3[89]</c>.</summary>
    private static List<LikeElement>? Core(IReadOnlyList<string> texts) =>
        texts.All(text => text.Length == texts[0].Length)
            ?
            [
                .. Enumerable
                    .Range(0, texts[0].Length)
                    .Select(place => texts.Select(text => text[place]).Distinct().ToList())
                    .Select(characters =>
                        characters is [var single]
                            ? (LikeElement)new LiteralCharacter(single)
                            : new CharacterSet(
                                IsNegated: false,
                                characters.Select(character => new SetMember(character)).ToValueList()
                            )
                    ),
            ]
            : null;

    private static IEnumerable<Scalar> Functions(Scalar scalar) =>
        scalar.Operands.SelectMany(Functions).Prepend(scalar);
}
