using static RuleGen.Model.Describing.EnglishText;

namespace RuleGen.Model.Describing;

/// <summary>Says what has to be known to read the clauses of a coding right.</summary>
internal static class EnglishReading
{
    /// <summary>Sentences on NULL, letter case, blanks, order and digits, each where the coding needs it.</summary>
    public static IEnumerable<string> Describe(Coding coding)
    {
        var clauses = coding.Predicates.SelectMany(predicate => predicate.SelfAndAllWithin()).ToList();
        var types = coding
            .Columns.Select(column => column.Type as CharacterType ?? (column.Type as ListType)?.Texts)
            .OfType<CharacterType>()
            .ToList();
        if (coding.Predicates.Any(predicate => predicate.MayBeUnknown))
        {
            yield return "NULL means that there is no value. A comparison with NULL is UNKNOWN: neither true nor "
                + "false.";
        }

        foreach (var collation in types.Select(type => type.Collation!).Distinct())
        {
            yield return collation.TellsCase
                ? $"Capital and small letters differ ({collation})."
                : $"Capital and small letters count as the same ({collation}).";
        }

        var texts = clauses.Where(clause => clause is Comparison or In or Between && IsText(clause)).ToList();
        if (texts.Count > 0)
        {
            yield return "Where a text is compared as a whole (is, is one of, comes before, is from … to …), blanks at "
                + "its end do not matter.";
        }

        if (texts.Any(IsOrdered))
        {
            yield return "In the order of text, digits stand before letters, and a text before one that it begins.";
        }

        foreach (
            var column in coding.NamedColumns.Where(column => column.Type is CharacterType { IsFixedLength: true })
        )
        {
            yield return $"Values of {column.Name} are filled with blanks at their end, up to the length of "
                + $"{column.Type}.";
        }

        if (AlsoDigits(clauses) is { Count: > 0 } digits)
        {
            var fit = EnglishVerb.Fit.Form(digits.Count > 1, isNegated: false);
            yield return $"{List(digits, "and")} {fit} too where digits are "
                + "asked for: ² counts as 2, and ½ lies from 0 to 9.";
        }
    }

    private static bool IsText(Predicate clause) => clause.Scalars.Any(scalar => scalar.Type is CharacterType);

    private static bool IsOrdered(Predicate clause) =>
        clause is Between || (clause is Comparison comparison && comparison.Operator.NeedsOrder());

    /// <summary>The characters beyond ASCII that fit where a clause names digits (rules 1.33–1.35).</summary>
    private static List<string> AlsoDigits(IEnumerable<Predicate> clauses) =>
        clauses
            .SelectMany(clause => clause is Like like ? Wanted(like) : Wanted(clause))
            .Distinct()
            .SelectMany(wanted =>
                Enumerable
                    .Range('\u0080', 0x80)
                    .Select(code => (char)code)
                    .Where(character => wanted.Rules.Models(character, CharacterUse.Equality))
                    .Where(character =>
                        wanted.Member.First != character && wanted.Member.Holds(character, wanted.Rules)
                    )
            )
            .Distinct()
            .Order()
            .Select(character => character.ToString())
            .ToList();

    private static IEnumerable<(SetMember Member, CharacterRules Rules)> Wanted(Like like) =>
        like
            .Pattern.Elements.SelectMany(element =>
                element switch
                {
                    CharacterSet set => set.Members,
                    LiteralCharacter literal => [new SetMember(literal.Character)],
                    _ => (IEnumerable<SetMember>)[],
                }
            )
            .Select(member => (member, like.Rules));

    /// <summary>The characters of the literals with which a clause compares whole texts.</summary>
    private static IEnumerable<(SetMember Member, CharacterRules Rules)> Wanted(Predicate clause)
    {
        var collation = clause
            .Scalars.Select(scalar => (scalar.Type as CharacterType)?.Collation)
            .FirstOrDefault(found => found is not null);
        return collation is null
            ? []
            : clause
                .Accept(ComparedScalars.Instance)
                .Where(compared => compared.Scalar is StringLiteral)
                .SelectMany(compared =>
                    ((StringLiteral)compared.Scalar).Value.Select(character =>
                        (new SetMember(character), collation.Rules(compared.IsUnicode))
                    )
                );
    }
}
