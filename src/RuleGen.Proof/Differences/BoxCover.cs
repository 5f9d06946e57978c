using RuleGen.Languages;

namespace RuleGen.Proof.Differences;

/// <summary>Covers a set of rows with few large boxes.</summary>
/// <param name="questions">Asks for rows.</param>
/// <param name="dimensions">What a box has conditions on.</param>
/// <param name="freeFirst">The places of the dimensions, those first that should be left without a condition.</param>
internal sealed class BoxCover(
    RowQuestions questions,
    IReadOnlyList<Dimension> dimensions,
    IReadOnlyList<int> freeFirst
)
{
    /// <summary>So often a set of values is narrowed before the search for a larger one is given up.</summary>
    private const int MostSteps = 60;

    private readonly RowSpace _space = questions.Space;

    /// <summary>
    /// Boxes that hold, of the rows within a set, just those of a target; null where more are needed than asked for.
    /// None of them can be left out, or made larger by taking in one more value of one dimension.
    /// </summary>
    /// <param name="within">The rows that count; a box may hold others.</param>
    /// <param name="target">Which of them are to be held.</param>
    /// <param name="most">The most boxes.</param>
    public IReadOnlyList<Box>? Find(Formula within, Formula target, int most)
    {
        var (wanted, unwanted) = (_space.All([within, target]), _space.All([within, _space.Not(target)]));
        var boxes = new List<Box>();
        var rest = wanted;
        while (questions.Find(rest) is { } region)
        {
            if (boxes.Count == most)
            {
                return null;
            }

            var box = new Box(_space, [.. dimensions.Select(dimension => dimension.Project(_space, region))]);
            boxes.Add(Enlarge(box, unwanted));
            rest = _space.All([rest, _space.Not(boxes[^1].Formula)]);
        }

        for (var i = boxes.Count - 1; i >= 0 && boxes.Count > 1; i--)
        {
            var others = boxes.Where((_, place) => place != i).Select(box => _space.Not(box.Formula));
            if (!questions.Exist([wanted, boxes[i].Formula, .. others]))
            {
                boxes.RemoveAt(i);
            }
        }

        return boxes;
    }

    /// <summary>
    /// The values of a dimension that rows of a set have; null where they would take too long to find.
    /// </summary>
    public Formula? Project(Formula rows, Dimension dimension)
    {
        var found = _space.Constant(false);
        for (var step = 0; step < MostSteps; step++)
        {
            if (questions.Find(rows, _space.Not(found)) is not { } region)
            {
                return found;
            }

            found = _space.Any([found, dimension.Project(_space, region)]);
        }

        return null;
    }

    private Box Enlarge(Box box, Formula unwanted)
    {
        foreach (var dimension in freeFirst)
        {
            if (box.Limits(dimension) && !questions.Exist(box.Without(dimension).Formula, unwanted))
            {
                box = box.Without(dimension);
            }
        }

        foreach (var dimension in freeFirst.Where(box.Limits))
        {
            var harmful = Project(_space.All([box.Without(dimension).Formula, unwanted]), dimensions[dimension]);
            box = harmful is null ? box : box.With(dimension, _space.Not(harmful));
        }

        return box;
    }
}
