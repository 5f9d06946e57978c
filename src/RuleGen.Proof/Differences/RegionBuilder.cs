using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>Describes the rows of one change as a few regions.</summary>
internal sealed class RegionBuilder
{
    /// <summary>A change that needs more regions is described by what the codings make of its rows.</summary>
    private const int MostBoxes = 8;

    /// <summary>
    /// So much dearer may be what says of rows with a result what they lose or gain, than what says it the other way
    /// round: the latter often repeats a whole coding.
    /// </summary>
    private const int Reluctance = 3;

    private readonly DifferenceContext _context;
    private readonly RowSpace _space;
    private readonly RowQuestions _questions;
    private readonly BoxCover _cover;
    private readonly Describer _describer;
    private readonly RegionSpeller _speller;
    private readonly Change _change;

    /// <param name="context">What is compared.</param>
    /// <param name="questions">Asks for rows.</param>
    /// <param name="speller">Spells regions out.</param>
    /// <param name="change">The change.</param>
    public RegionBuilder(DifferenceContext context, RowQuestions questions, RegionSpeller speller, Change change)
    {
        _context = context;
        _space = questions.Space;
        _questions = questions;
        _speller = speller;
        _change = change;
        _cover = new BoxCover(questions, context.Dimensions, context.FreeFirst);
        _describer = new Describer(questions, context.Vocabulary);
    }

    /// <summary>The regions, one or more.</summary>
    /// <exception cref="TooManyQuestionsException">The rows are too tangled to be described by columns.</exception>
    public IReadOnlyList<RegionText> Build()
    {
        var (old, @new) = _change.Sides;
        var (first, second) = _change.Kind is ChangeKind.Gained or ChangeKind.NewlyKept ? (@new, old) : (old, @new);
        var one = Try(first, second);
        if (one is [{ Conditions.Count: < 2 }])
        {
            return one;
        }

        var other = Try(second, first);
        return (one, other) switch
        {
            (null, null) => [Coarse()],
            ({ }, null) => one,
            (null, { }) => other,
            _ => Cost(one) <= Cost(other) + Reluctance ? one : other,
        };
    }

    /// <summary>All rows of the change as one region, by what the codings make of them.</summary>
    public RegionText Coarse()
    {
        var (old, @new) = _change.Sides;
        var box = new Box(_space, [.. _context.Dimensions.Select(_ => _space.Constant(true))]);
        return new RegionText(
            box.Formula,
            [old, @new],
            [],
            _speller.Spell(_change, box, new Description?[box.Sides.Count]),
            IsCoarse: true
        );
    }

    /// <summary>What a reader has to take in: regions, and the clauses of their conditions.</summary>
    private static int Cost(List<RegionText> regions) =>
        (2 * regions.Count)
        + regions
            .SelectMany(region => region.Conditions)
            .SelectMany(condition => condition.Predicate.SelfAndDescendants())
            .Count(predicate => predicate.Children.Count == 0);

    /// <summary>
    /// Regions told apart within the rows of which one coding makes what it does; null where there are too many, or
    /// their conditions are too long.
    /// </summary>
    private List<RegionText>? Try(NamedCondition within, NamedCondition target)
    {
        var context = Within(within);
        var given = new Restriction(_space, [.. _context.Assumed, .. context.Select(_context.Names.Of)]);
        var wanted = given.Simplify(_context.Names.Of(target));
        if (_cover.Find(given.Given, wanted, MostBoxes) is not { } boxes)
        {
            return null;
        }

        var regions = new List<RegionText>();
        foreach (var box in boxes)
        {
            var rows = _space.All([given.Given, wanted, box.Formula]);
            if (Shorten(box, rows) is not { } sides)
            {
                return null;
            }

            regions.Add(
                new RegionText(
                    box.Formula,
                    context,
                    _context.Conditions(sides),
                    _speller.Spell(_change, box, sides),
                    IsCoarse: false
                )
            );
        }

        return regions;
    }

    /// <summary>What one coding makes of the rows, and that the other keeps them where both do.</summary>
    private ValueList<NamedCondition> Within(NamedCondition condition)
    {
        if (condition.Kind != NamedConditionKind.Gives)
        {
            return [condition];
        }

        var other = condition.Side == Side.Old ? Side.New : Side.Old;
        var keeps = new NamedCondition(other, NamedConditionKind.Keeps);
        var isKept = !_questions.Exist([
            .. _context.Assumed,
            _context.Names.Of(condition),
            _space.Not(_context.Names.Of(keeps)),
        ]);
        return isKept ? [condition] : [condition, keeps];
    }

    /// <summary>
    /// The conditions of a box that has any, each as short as the rows that count allow; null where one is too long.
    /// </summary>
    private Description?[]? Shorten(Box box, Formula rows)
    {
        var sides = new Description?[box.Sides.Count];
        var simple = new Restriction(_space, rows).Given;
        foreach (var place in Enumerable.Range(0, sides.Length).Where(box.Limits))
        {
            var dimension = _context.Dimensions[place];
            var needed = _cover.Project(simple, dimension) ?? box.Sides[place];
            sides[place] = _describer.Describe(dimension, needed, box.Sides[place]);
            if (sides[place] is null)
            {
                return null;
            }
        }

        return sides;
    }
}

/// <summary>A region before its rows are looked for.</summary>
/// <param name="Box">Which of the rows of the change are meant.</param>
/// <param name="Within">As in <see cref="DifferenceRegion"/>.</param>
/// <param name="Conditions">As there.</param>
/// <param name="Full">The conditions spelled out; null where they are not.</param>
/// <param name="IsCoarse">As there.</param>
internal sealed record RegionText(
    Formula Box,
    ValueList<NamedCondition> Within,
    ValueList<ColumnCondition> Conditions,
    SpelledRegion? Full,
    bool IsCoarse
);
