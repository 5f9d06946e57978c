using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// The codings of a catalogue with one WHERE: what the exclusions of all ask for, word for word, stands in it; what a coding
/// asks for beside stands in its arms. An arm is then TRUE where the coding keeps the row, and the arm is TRUE.
/// </summary>
internal sealed class FoldedCatalogue
{
    private readonly ValueList<PublishedCoding> _codings;
    private readonly ValueList<Predicate> _shared;

    /// <param name="codings">The codings, over the columns of one source.</param>
    public FoldedCatalogue(ValueList<PublishedCoding> codings)
    {
        _codings = codings;
        var parts = codings.Select(each => each.Coding.ExclusionParts.ToHashSet()).ToList();
        _shared =
        [
            .. codings[0].Coding.ExclusionParts.Distinct().Where(part => parts.TrueForAll(each => each.Contains(part))),
        ];
        Shared = Join(_shared);
    }

    /// <summary>What the exclusions of all codings ask for; null where that is nothing.</summary>
    public Predicate? Shared { get; }

    /// <summary>
    /// All codings as one: a row has the label of the first that gives it one. Where an arm gives NULL, the coding's later
    /// arms ask that it is not TRUE, and the codings after it have their turn.
    /// </summary>
    /// <exception cref="RuleGenException">RG0001: labels of several types.</exception>
    public Coding First() =>
        new(_codings.SelectMany(coding => Describe(coding, FoldForFirst(coding.Coding))).ToValueList(), null, Shared);

    /// <summary>Each coding as a bit: 1 where a row has it, else 0.</summary>
    public ValueList<Coding> Flags() =>
        _codings
            .Select(each =>
            {
                var folded = Fold(each.Coding);
                return new Coding(
                    Describe(
                            each,
                            folded.Arms.Select(arm => new CaseArm(arm.When, Flag(arm.Then))
                            {
                                Documentation = arm.Documentation,
                            })
                        )
                        .ToValueList(),
                    Flag(folded.Else ?? Label.Null),
                    Shared
                );
            })
            .ToValueList();

    /// <summary>Each coding with its labels.</summary>
    public ValueList<Coding> Labelled() =>
        _codings
            .Select(each =>
            {
                var folded = Fold(each.Coding);
                return new Coding(Describe(each, folded.Arms).ToValueList(), folded.Else, Shared);
            })
            .ToValueList();

    /// <summary>
    /// Each label of each coding by itself: a coding that gives it to the rows of its WHERE. Of one coding no row is in two,
    /// because each asks that the arms before are not TRUE.
    /// </summary>
    public ValueList<LabelBranch> Branches() => _codings.SelectMany(Branches).ToValueList();

    private IEnumerable<LabelBranch> Branches(PublishedCoding published)
    {
        var coding = published.Coding;
        ValueList<Predicate> asked = [.. _shared, .. OwnParts(coding)];
        foreach (var arm in coding.Arms)
        {
            if (!arm.Then.IsNull)
            {
                yield return new LabelBranch(published, Only(arm.Then, Join(asked.Add(arm.When))));
            }

            asked = Silent(asked.Add(Untrue.Of(arm.When)));
        }

        if (coding.Else is { IsNull: false } otherwise)
        {
            yield return new LabelBranch(published, Only(otherwise, Join(asked)));
        }
    }

    /// <summary>A coding that gives one label to the rows for which a condition is TRUE; to all where there is none.</summary>
    private static Coding Only(Label label, Predicate? condition) =>
        new([new CaseArm(ConstantComparison.AlwaysTrue, label)], otherwise: null, condition);

    private static Label Flag(Label label) => Label.OfBit(!label.IsNull);

    /// <summary>The arms and ELSE of a coding, for rows that the shared WHERE keeps.</summary>
    private (ValueList<CaseArm> Arms, Label? Else) Fold(Coding coding)
    {
        var own = OwnParts(coding);
        var arms = coding.Arms.Select((arm, place) => Ask(arm, place == 0 ? own : Silent(own))).ToList();
        if (own.Count == 0 || coding.Else is not { IsNull: false } otherwise)
        {
            return (arms.ToValueList(), own.Count == 0 ? coding.Else : null);
        }

        arms.Add(new CaseArm(Join(Silent(own))!, otherwise) { Documentation = coding.ElseDocumentation });
        return (arms.ToValueList(), null);
    }

    /// <summary>The arms of a coding that give a label, and its ELSE as an arm.</summary>
    private IEnumerable<CaseArm> FoldForFirst(Coding coding)
    {
        var asked = OwnParts(coding);
        foreach (var arm in coding.Arms)
        {
            if (arm.Then.IsNull)
            {
                asked = asked.Add(Untrue.Of(arm.When));
                continue;
            }

            yield return Ask(arm, asked);
            asked = Silent(asked);
        }

        if (coding.Else is { IsNull: false } otherwise)
        {
            yield return new CaseArm(Join(Silent(asked)) ?? ConstantComparison.AlwaysTrue, otherwise)
            {
                Documentation = coding.ElseDocumentation,
            };
        }
    }

    /// <summary>What a coding alone asks for; the <c>1 = 1</c> that texts begin with asks for nothing.</summary>
    private ValueList<Predicate> OwnParts(Coding coding) =>
        coding
            .ExclusionParts.Where(part => !_shared.Contains(part) && part is not ConstantComparison { Value: true })
            .ToValueList();

    /// <summary>Arms, the first of them under the name of their coding.</summary>
    private static IEnumerable<CaseArm> Describe(PublishedCoding coding, IEnumerable<CaseArm> arms) =>
        arms.Select(
            (arm, place) =>
                place > 0
                    ? arm
                    : arm with
                    {
                        Documentation = Documentation
                            .None.Comment($"{coding.Id}: {coding.Title}", CommentPlacement.Before)
                            .Then(arm.Documentation),
                    }
        );

    private static CaseArm Ask(CaseArm arm, ValueList<Predicate> parts) =>
        parts.Count == 0 ? arm : arm.With(And.Of([arm.When, .. parts]));

    private static Predicate? Join(ValueList<Predicate> parts) =>
        parts switch
        {
            [] => null,
            [var single] => single,
            _ => And.Of(parts),
        };

    /// <summary>Conditions without what is said of them, which stands where they stand first.</summary>
    private static ValueList<Predicate> Silent(ValueList<Predicate> parts) =>
        parts.Select(part => ClauseText.Uncommented(part)).ToValueList();
}

/// <summary>One label of a coding.</summary>
/// <param name="Of">The coding.</param>
/// <param name="Coding">Gives the label to the rows of its WHERE.</param>
internal sealed record LabelBranch(PublishedCoding Of, Coding Coding);
