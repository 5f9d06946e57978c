using RuleGen.Model;

namespace RuleGen.Proof.Fixtures;

/// <summary>
/// The truths of predicates for one row, each found once: of simple ones by an engine, of the others from theirs
/// (rule 5.1). Mutants share nearly all predicates with the coding that they were made from.
/// </summary>
internal sealed class RowTruths(SimpleTruths simple, Row row)
{
    private readonly Dictionary<Predicate, Truth> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The truth of a predicate.</summary>
    public Truth Of(Predicate predicate)
    {
        if (!_known.TryGetValue(predicate, out var truth))
        {
            truth = predicate switch
            {
                And => Join(predicate.Children, decisive: Truth.False),
                Or => Join(predicate.Children, decisive: Truth.True),
                Not not => Of(not.Operand).Not(),
                _ => simple.Of(predicate, row),
            };
            _known.Add(predicate, truth);
        }

        return truth;
    }

    /// <summary>Whether a coding keeps the row.</summary>
    public bool Keeps(Coding coding) => coding.Exclusions is null || Of(coding.Exclusions) == Truth.True;

    /// <summary>The arm that is taken, the first is 0; the number of arms where none is.</summary>
    public int ArmOf(Coding coding)
    {
        var arm = 0;
        while (arm < coding.Arms.Count && Of(coding.Arms[arm].When) != Truth.True)
        {
            arm++;
        }

        return arm;
    }

    /// <summary>What a coding makes of the row.</summary>
    public Result Evaluate(Coding coding)
    {
        if (!Keeps(coding))
        {
            return Result.NotKept;
        }

        var arm = ArmOf(coding);
        return Result.Kept(arm < coding.Arms.Count ? coding.Arms[arm].Then : coding.Else);
    }

    /// <summary>AND or OR: one operand that is decisive decides, else one that is UNKNOWN.</summary>
    private Truth Join(ValueList<Predicate> operands, Truth decisive)
    {
        var joined = decisive.Not();
        foreach (var operand in operands.AsSpan())
        {
            var truth = Of(operand);
            if (truth == decisive)
            {
                return decisive;
            }

            joined = truth == Truth.Unknown ? truth : joined;
        }

        return joined;
    }
}
