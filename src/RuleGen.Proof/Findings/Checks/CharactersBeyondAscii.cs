using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// RG1010: sets and ranges of ASCII characters that match others under the collation (rules 1.33 to 1.35); one finding
/// for each collation.
/// </summary>
internal sealed class CharactersBeyondAscii : ICheck
{
    public IEnumerable<Predicate> Asks(IReadOnlyList<Site> roots) => [];

    public IEnumerable<Finding> Run(Examination examination) =>
        examination
            .Sites.Where(site => site.Predicate is Like && site.Predicate.NamedColumns.Count() == 1)
            .SelectMany(site => Uses(examination, site))
            .GroupBy(use => ((CharacterType)use.Column.Type).Collation!)
            .Select(group => Describe(examination, group.Key, [.. group]));

    private static IEnumerable<Use> Uses(Examination examination, Site site)
    {
        var column = site.Predicate.NamedColumns.First();
        var like = (Like)site.Predicate;
        var characters = examination
            .Space.Sets(column.InRow)
            .Alphabet!.Characters.Where(each => !char.IsAscii(each) && !ListText.IsMark(each))
            .ToList();
        return from set in like.Pattern.Elements.OfType<CharacterSet>().Distinct()
            let extra = string.Join(' ', characters.Where(character => set.Matches(character, like.Rules)))
            where extra.Length > 0 && IsAscii(set)
            select new Use(site, column, set, extra);
    }

    private static Finding Describe(Examination examination, Collation collation, IReadOnlyList<Use> uses)
    {
        // A range is the worst of it: nobody wrote the characters inside.
        var first = uses.MaxBy(use => use.Extra.Length)!;
        var sets = uses.GroupBy(use => use.Extra, StringComparer.Ordinal)
            .OrderByDescending(group => group.Key.Length)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group =>
                $"{Words.Join([.. group.Select(use => PatternText.Show(use.Set)).Distinct(StringComparer.Ordinal)])} also "
                + $"match{(group.Select(use => use.Set).Distinct().Count() == 1 ? "es" : "")} {group.Key}"
            );
        return new Finding(
            FindingCodes.BeyondAscii,
            examination.Place(first.Site, uses.Select(use => use.Site)),
            $"Under {collation} the sets of this coding match more than they show: {string.Join("; ", sets)}. Where "
                + "values hold ASCII only, nothing follows from it."
        )
        {
            Witness = Show(examination, first),
        };
    }

    private static bool IsAscii(CharacterSet set) =>
        !set.IsNegated
        && set.Members.All(member => char.IsAscii(member.First) && char.IsAscii(member.Last ?? member.First));

    /// <summary>
    /// A value with such a character that the clause matches; null where the column has no room for one.
    /// </summary>
    private static FindingWitness? Show(Examination examination, Use use)
    {
        var type = (CharacterType)use.Column.Type;
        var like = (Like)use.Site.Predicate;
        var text = string.Concat(
            like.Pattern.Elements.Select(element =>
                element switch
                {
                    LiteralCharacter literal => literal.Character.ToString(),
                    AnyCharacter => "1",
                    CharacterSet set when set == use.Set => use.Extra[^1].ToString(),
                    CharacterSet { IsNegated: false, Members: [var member, ..] } => member.First.ToString(),
                    _ => "",
                }
            )
        );
        if (use.Column.Derivation is not null || text.Length > (type.Length ?? int.MaxValue))
        {
            return null;
        }

        var row = new Row([use.Column], [SqlValue.Of(type.Store(text))]);
        var asked = Like.Of(like.Operand, like.PatternText, like.Escape);
        return examination.Tools.IsTrue(asked, row)
            ? new FindingWitness(row, [new WitnessResult(examination.Tools.Write(asked), "TRUE")])
            : null;
    }

    /// <summary>A set in a clause, and what it matches beyond ASCII.</summary>
    private sealed record Use(Site Site, Column Column, CharacterSet Set, string Extra);
}
