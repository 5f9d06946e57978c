using RuleGen.Proof.Findings;

namespace RuleGen.Proof.Catalogues;

/// <summary>What a coding is beside those before it: the same, or none of its rows has it first.</summary>
internal sealed class CatalogueOrder(CatalogueSpace space, IReadOnlyList<string> ids)
{
    /// <summary>More names than these make no sentence.</summary>
    private const int MostNamed = 6;

    /// <summary>The findings on one coding.</summary>
    /// <exception cref="RuleGen.Languages.LimitReachedException">It takes too much work to tell.</exception>
    public IEnumerable<Finding> Examine(int coding)
    {
        var labelled = space.Labelled(coding);
        if (space.Find([labelled]) is null)
        {
            // That no row has it at all, the findings on the coding by itself say.
            yield break;
        }

        var meeting = Enumerable
            .Range(0, coding)
            .Where(other => space.Find([labelled, space.Labelled(other)]) is not null)
            .ToList();
        foreach (var other in meeting.Where(other => IsWithin(coding, [other]) && IsWithin(other, [coding])))
        {
            yield return new Finding(
                FindingCodes.SameRows,
                CatalogueLinter.PlaceOf(ids[coding], ids[other]),
                $"It labels the rows that {ids[other]} labels, and no others; only the labels can differ. No row has it first: "
                    + $"{ids[other]} stands before it."
            );
            yield break;
        }

        if (!IsWithin(coding, meeting))
        {
            yield break;
        }

        // As few as can be: those far from it go first.
        var cover = meeting.ToList();
        foreach (var other in meeting)
        {
            var fewer = cover.Where(each => each != other).ToList();
            if (IsWithin(coding, fewer))
            {
                cover = fewer;
            }
        }

        yield return new Finding(
            FindingCodes.ShadowedCoding,
            CatalogueLinter.PlaceOf(ids[coding], Enumerate(cover)),
            $"Every row that it labels has {(cover.Count > 1 ? "one of " : "")}{Enumerate(cover)}, which "
                + $"{(cover.Count > 1 ? "stand" : "stands")} before it: no row has it first. Put it before, or narrow what stands there."
        );
    }

    /// <summary>Whether each row that has a coding has one of some others.</summary>
    private bool IsWithin(int coding, IEnumerable<int> others) =>
        space.Find([space.Labelled(coding), .. others.Select(other => space.Space.Not(space.Labelled(other)))]) is null;

    private string Enumerate(List<int> places)
    {
        var names = places.Take(MostNamed).Select(place => ids[place]).ToList();
        return places.Count > MostNamed
            ? $"{string.Join(", ", names)} and {CatalogueLinter.Number(places.Count - MostNamed)} more"
            : Words.Join(names);
    }
}
