using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Draws codings.</summary>
internal sealed class CodingGenerator
{
    private readonly Draw _draw;
    private readonly PredicateGenerator _predicates;
    private readonly int _mostArms;
    private readonly LabelType _type;

    public CodingGenerator(Source source, Draw draw, Vocabulary words, int size)
    {
        _draw = draw;
        var depth = draw.Between(
            0,
            size < 20 ? 1
                : size < 60 ? 2
                : 3
        );
        _predicates = new PredicateGenerator(source, draw, words, depth);
        _mostArms = size < 20 ? 2 : 4;
        _type = draw.Of(LabelType.Text, LabelType.Text, LabelType.Text, LabelType.Integer, LabelType.Bit);
    }

    public Coding Next() => _draw.Chance(35) ? TruthOf(_predicates.Next()) : Any();

    /// <summary>A coding that tells the three truths of a condition apart.</summary>
    private Coding TruthOf(Predicate predicate) =>
        Written(
            [new CaseArm(predicate, Label.Of("T")), new CaseArm(Not.Of(predicate), Label.Of("F"))],
            Label.Of("U"),
            exclusions: null
        );

    private Coding Any()
    {
        var arms = Enumerable
            .Range(0, _draw.Between(0, _mostArms))
            .Select(_ => new CaseArm(_predicates.Next(), NextLabel()))
            .ToList();
        var otherwise = arms.Count > 0 && _draw.Chance(50) ? NextLabel() : null;
        // SQL Server refuses a CASE whose labels are all NULL.
        if (arms.Count > 0 && arms.Select(arm => arm.Then).Append(otherwise).All(label => label?.Text is null))
        {
            arms[0] = new CaseArm(arms[0].When, NextValue(7));
        }

        return Written(arms.ToValueList(), otherwise, arms.Count == 0 || _draw.Chance(60) ? _predicates.Next() : null);
    }

    private Coding Written(ValueList<CaseArm> arms, Label? otherwise, Predicate? exclusions) =>
        new(arms, otherwise, exclusions)
        {
            IsWrittenWithCase = arms.Count > 0 && _draw.Chance(50),
            // A minus after a label would belong to it.
            IsWrittenWithWhere =
                exclusions is null
                || _draw.Chance(70)
                || TSql.FragmentWriter.WritePredicate(exclusions).StartsWith('-'),
        };

    /// <summary>Few labels, so that arms repeat them, some equal but for letter case, blanks or N.</summary>
    private Label NextLabel()
    {
        var label = _draw.Below(8) is > 0 and var choice ? NextValue(choice) : Label.Null;
        return _draw.Chance(5) ? label.Parenthesized() : label;
    }

    private Label NextValue(int choice) =>
        _type switch
        {
            LabelType.Integer => Label.Of(
                choice is 1 ? int.MinValue
                : choice is 2 ? int.MaxValue
                : choice % 3 - 1
            ),
            LabelType.Bit => Label.OfBit(choice % 2 == 0),
            _ => choice switch
            {
                1 => Label.Of("A"),
                2 => Label.Of("a "),
                3 => Label.Of(""),
                4 => Label.Of("O'Brien"),
                5 => Label.Of("日本", isUnicode: true),
                _ => Label.Of("a"),
            },
        };
}
