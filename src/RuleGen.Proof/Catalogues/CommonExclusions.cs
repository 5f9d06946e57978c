using RuleGen.Model;
using RuleGen.Proof.Findings;

namespace RuleGen.Proof.Catalogues;

/// <summary>
/// The exclusions that most codings of a catalogue have, word for word, held against those of each: one that has none of the
/// kind and labels rows that the others keep out is told of. What is written otherwise and says the same is not.
/// </summary>
internal sealed class CommonExclusions
{
    private readonly CatalogueSpace _space;
    private readonly IReadOnlyList<(string Id, Coding Coding)> _codings;
    private readonly LintTools _tools;
    private readonly List<HashSet<Predicate>> _parts;
    private readonly List<(Predicate Condition, int Count)> _common;

    public CommonExclusions(CatalogueSpace space, IReadOnlyList<(string Id, Coding Coding)> codings, LintTools tools)
    {
        _space = space;
        _codings = codings;
        _tools = tools;
        _parts = [.. codings.Select(each => each.Coding.ExclusionParts.ToHashSet())];
        _common =
        [
            .. codings
                .SelectMany(each => each.Coding.ExclusionParts)
                .Distinct()
                .Select(part => (part, _parts.Count(parts => parts.Contains(part))))
                .Where(each => 2 * each.Item2 > codings.Count),
        ];
    }

    /// <summary>The findings on one coding.</summary>
    /// <exception cref="RuleGen.Languages.LimitReachedException">It takes too much work to tell.</exception>
    public IEnumerable<Finding> Examine(int place)
    {
        var (id, coding) = _codings[place];
        foreach (var (condition, count) in _common.Where(each => !_parts[place].Contains(each.Condition)))
        {
            var isTrue = _space.Space.WhenTrue(condition);
            if (_space.Find([_space.Labelled(place), _space.Space.Not(isTrue)]) is not { } region)
            {
                continue;
            }

            var row = _space.Pick(region, [place], condition);
            var columns = condition.Columns.ToHashSet();
            var nearest = coding.ExclusionParts.FirstOrDefault(part =>
                part.Columns.Any(columns.Contains) && !_common.Exists(each => each.Condition == part)
            );
            yield return new Finding(
                FindingCodes.OtherExclusions,
                CatalogueLinter.PlaceOf(id, _tools.Write(condition)),
                $"{CatalogueLinter.Number(count)} of {CatalogueLinter.Number(_codings.Count)} codings ask for "
                    + $"{_tools.Write(condition)}; this one "
                    + (nearest is null ? "does not" : $"asks for {_tools.Write(nearest)} instead")
                    + ", and labels rows that they keep out."
            )
            {
                Witness = Show(row, id, coding, condition),
            };
        }
    }

    /// <summary>The row with what an engine makes of it.</summary>
    private FindingWitness Show(Row row, string id, Coding coding, Predicate condition) =>
        new(
            row,
            [
                new WitnessResult(id, _tools.Evaluator.Evaluate(coding, row).ToString()),
                new WitnessResult(_tools.Write(condition), _tools.Truth(condition, row)),
            ]
        );
}
