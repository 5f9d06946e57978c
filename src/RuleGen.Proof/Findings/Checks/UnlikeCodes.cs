using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1017: literals that no value of the shape that the source declares is, though the column could hold it: a code with a
/// full stop where codes have none, a range in one literal, two codes run together.
/// </summary>
internal sealed class UnlikeCodes : ICheck
{
    private readonly List<(Site Site, Predicate Asked, string Literal, Predicate IsCode)> _asked = [];

    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots)
    {
        foreach (var site in roots.SelectMany(root => root.Clauses))
        {
            _asked.AddRange(Questions(site));
        }

        return _asked.SelectMany(each => (Predicate[])[each.Asked, each.IsCode]);
    }

    public IEnumerable<Finding> Run(Examination examination) =>
        from each in _asked
        where !examination.Settled.Contains(each.Site)
        let finding = examination.Ask(
            each.Site,
            "whether a value of the declared shape is what it says",
            () => Examine(examination, each.Site, each.Asked, each.Literal, each.IsCode)
        )
        where finding is not null
        select finding;

    private static Finding? Examine(
        Examination examination,
        Site site,
        Predicate asked,
        string literal,
        Predicate isCode
    )
    {
        var isAsked = examination.Truth(asked).IsTrue;
        if (
            !examination.Excludes([isAsked, examination.Truth(isCode).IsTrue])
            // What nothing at all matches is said by another finding.
            || examination.Excludes([isAsked])
        )
        {
            return null;
        }

        var column = site.Predicate.NamedColumns.First();
        var (what, shape) = column.List is { } list
            ? ("code of the list", string.Join(" or ", list.Items))
            : ("value", column.Shape!.ToString());
        return new Finding(
            FindingCodes.UnlikeCodes,
            examination.Place(site),
            $"The source declares that a {what} in {column.Name} is {shape}, and none of these is '{MessageText.OneLine(literal)}'.{Hint(literal)}"
        );
    }

    private static string Hint(string literal) =>
        literal.Contains('.', StringComparison.Ordinal) ? " Codes stand there without a full stop."
        : literal.Contains('-', StringComparison.Ordinal) ? " A range is no literal: write BETWEEN, or LIKE with a set."
        : literal.Contains('\'', StringComparison.Ordinal)
            ? " A quote that is doubled is a quote in the text: a comma is missing between two literals."
        : literal.Contains(',', StringComparison.Ordinal) || literal.Contains(' ', StringComparison.Ordinal)
            ? " Several codes need a literal each."
        : "";

    private static IEnumerable<(Site, Predicate, string, Predicate)> Questions(Site site)
    {
        if (site.Predicate is Like { Operand: ColumnReference { Column.List: { } list } } pattern)
        {
            return Within(site, pattern, list);
        }

        if (DeclaredShape.Of(site.Predicate) is not { } isCode)
        {
            return [];
        }

        return site.Predicate switch
        {
            Comparison
            {
                OperandOperator: ComparisonOperator.Equal or ComparisonOperator.NotEqual,
                Literal: StringLiteral text,
            } comparison => [(site, Equal(comparison.Operand, text), text.Value, isCode)],
            In membership => membership
                .Items.OfType<StringLiteral>()
                .Select(text => (site, (Predicate)Equal(membership.Operand, text), text.Value, isCode)),
            Like like => [(site, Like.Of(like.Operand, like.PatternText, like.Escape), like.PatternText.Value, isCode)],
            _ => [],
        };
    }

    private static Comparison Equal(Scalar operand, StringLiteral text) =>
        Comparison.Of(operand, ComparisonOperator.Equal, text);

    /// <summary>
    /// A pattern that looks for one text in a list: no code of the list holds it, and it has no separator that would make it
    /// several codes.
    /// </summary>
    private static IEnumerable<(Site, Predicate, string, Predicate)> Within(Site site, Like like, CodeList list)
    {
        var inner = like
            .Pattern.Elements.SkipWhile(element => element is AnyRun)
            .Reverse()
            .SkipWhile(element => element is AnyRun)
            .Reverse()
            .ToList();
        var column = ((ColumnReference)like.Operand).Column;
        var separators = list.Separators.Append(list.Before).Append(list.After).SelectMany(text => text).ToHashSet();
        if (
            inner.Count == 0
            || like.Pattern.Elements is not [AnyRun, .., AnyRun]
            || column.Type is CharacterType { IsFixedLength: true }
            || inner.Exists(element =>
                element is AnyRun
                || (element is not AnyCharacter && separators.Any(each => CodeBoundary.Fits(element, each, like.Rules)))
            )
            || list.IsItem(column) is not { } isCode
        )
        {
            return [];
        }

        var text = string.Concat(inner.Select(element => (element as LiteralCharacter)?.Character.ToString() ?? ""));
        var isDotted =
            text.Contains('.', StringComparison.Ordinal)
            && !list.Items.Any(item => item.Contains('.', StringComparison.Ordinal));
        // Items say with _ which places a code has, and not that a full stop is none of them.
        var plain = isDotted
            ? And.Of([isCode, Like.Of(like.Operand, StringLiteral.Of("%.%"), isNegated: true)])
            : isCode;
        return [(site, Like.Of(like.Operand, like.PatternText, like.Escape), like.PatternText.Value, plain)];
    }
}
