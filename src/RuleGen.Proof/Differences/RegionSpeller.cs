using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof.Differences;

/// <summary>Describes regions dimension by dimension, with what has to be added by name.</summary>
/// <param name="context">What is compared.</param>
/// <param name="questions">Asks for rows.</param>
internal sealed class RegionSpeller(DifferenceContext context, RowQuestions questions)
{
    private readonly DifferenceContext _context = context;
    private readonly RowQuestions _questions = questions;
    private readonly RowSpace _space = questions.Space;
    private readonly BoxCover _cover = new(questions, context.Dimensions, context.FreeFirst);
    private readonly Describer _describer = new(questions, context.Vocabulary);

    /// <summary>
    /// The rows of a box that have a change; null where the conditions would be too long, or too many questions were
    /// asked.
    /// </summary>
    /// <param name="change">The change.</param>
    /// <param name="box">The box.</param>
    /// <param name="conditions">Conditions that will do for the dimensions in which the box has any.</param>
    public SpelledRegion? Spell(Change change, Box box, Description?[] conditions)
    {
        try
        {
            return SpellOut(change, box, conditions);
        }
        catch (TooManyQuestionsException)
        {
            return null;
        }
    }

    private SpelledRegion? SpellOut(Change change, Box box, Description?[] conditions)
    {
        var parts = _context.Names.Parts(change);
        var rows = new Restriction(_space, [.. _context.Assumed, box.Formula, .. parts.Select(_context.Names.Of)]);
        var sides = box.Sides.Select((side, place) => Along(place, side, rows.Given) ?? conditions[place]).ToArray();
        if (Enumerable.Range(0, sides.Length).Any(place => box.Limits(place) && sides[place] is null))
        {
            return null;
        }

        var spelled = _space.All([.. _context.Assumed, .. sides.OfType<Description>().Select(side => side.Formula)]);
        var known = new Restriction(_space, spelled);
        var missing = parts
            .Where(part => !_questions.Implies(known.Given, known.Simplify(_context.Names.Of(part))))
            .ToList();
        for (var i = missing.Count - 1; i >= 0; i--)
        {
            var others = missing.Where((_, place) => place != i).Select(_context.Names.Of);
            if (_questions.Implies(_space.All([spelled, .. others]), _context.Names.Of(missing[i])))
            {
                missing.RemoveAt(i);
            }
        }

        return new SpelledRegion(_context.Conditions(sides), missing.ToValueList());
    }

    /// <summary>The condition on one dimension that rows have; null where there is none, or it would be too long.</summary>
    private Description? Along(int place, Formula side, Formula rows)
    {
        var dimension = _context.Dimensions[place];
        var notAssumed = _space.Not(dimension.Along(_space, _space.All(_context.Assumed)));
        var widest = _space.Any([_space.All([side, dimension.Along(_space, rows)]), notAssumed]);
        if (!_questions.Exist(_space.Not(widest)))
        {
            return null;
        }

        var needed = _cover.Project(rows, dimension) ?? widest;
        return _describer.Describe(dimension, needed, _space.Any([needed, notAssumed]))
            ?? _describer.Describe(dimension, needed, widest);
    }
}

/// <summary>A region spelled out.</summary>
/// <param name="Conditions">As in <see cref="DifferenceRegion.FullConditions"/>.</param>
/// <param name="Within">As in <see cref="DifferenceRegion.FullWithin"/>.</param>
internal sealed record SpelledRegion(ValueList<ColumnCondition> Conditions, ValueList<NamedCondition> Within);
