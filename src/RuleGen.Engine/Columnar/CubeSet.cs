using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>
/// Turns conditions into cubes: facts about columns that must hold together, each cube one bit of a row. A row's bits
/// are what the bits of its values have in common, so cubes of all codings are decided together.
/// </summary>
internal sealed class CubeSet
{
    /// <summary>A condition of more cubes is taken apart.</summary>
    private const int MostCubes = 16;

    private readonly Dictionary<ValueList<FactPlace>, int> _numbers = [];
    private readonly List<ValueList<FactPlace>> _cubes = [];

    private readonly Func<FactPlace, FactPlace, bool> _areDisjoint;

    /// <summary>No cubes but number 0, which asks for nothing: every row whose values have bits has it.</summary>
    /// <param name="areDisjoint">Whether two facts about one column never hold together.</param>
    public CubeSet(Func<FactPlace, FactPlace, bool> areDisjoint)
    {
        _areDisjoint = areDisjoint;
        NumberOf([]);
    }

    /// <summary>The cubes, by their numbers.</summary>
    public IReadOnlyList<ValueList<FactPlace>> Cubes => _cubes;

    /// <summary>The condition in terms of cubes.</summary>
    public BitCondition Compile(Condition condition)
    {
        if (Cover(condition) is { } cubes)
        {
            return new AnyBit([.. cubes.Select(NumberOf)]);
        }

        var junction = (JunctionCondition)condition;
        return new BitJunction(junction.IsAll, [.. junction.Parts.Select(Compile)]);
    }

    /// <summary>Cubes of which one holds where the condition does; null where that takes too many.</summary>
    private List<ValueList<FactPlace>>? Cover(Condition condition)
    {
        switch (condition)
        {
            case ConstantCondition constant:
                return constant.Value
                    ?
                    [
                        [],
                    ]
                    : [];
            case FactCondition fact:
                return
                [
                    [fact.Fact],
                ];
        }

        var junction = (JunctionCondition)condition;
        List<ValueList<FactPlace>> cubes = junction.IsAll
            ?
            [
                [],
            ]
            : [];
        foreach (var part in junction.Parts)
        {
            if (Cover(part) is not { } others)
            {
                return null;
            }

            cubes = junction.IsAll ? Cross(cubes, others) : [.. cubes, .. others];
            if (cubes.Count > MostCubes)
            {
                return null;
            }
        }

        return cubes.Distinct().ToList();
    }

    /// <summary>The cubes that ask for what one of each list asks for; those that no row can meet are left out.</summary>
    private List<ValueList<FactPlace>> Cross(List<ValueList<FactPlace>> left, List<ValueList<FactPlace>> right) =>
        left.SelectMany(one => right.Where(other => CanHold(one, other)).Select(other => Merge(one, other))).ToList();

    private bool CanHold(ValueList<FactPlace> one, ValueList<FactPlace> other) =>
        !one.Any(fact => other.Any(with => fact.Column == with.Column && _areDisjoint(fact, with)));

    private static ValueList<FactPlace> Merge(ValueList<FactPlace> one, ValueList<FactPlace> other) =>
        one.Concat(other).Distinct().OrderBy(fact => fact.Column).ThenBy(fact => fact.Number).ToValueList();

    private int NumberOf(ValueList<FactPlace> cube)
    {
        if (!_numbers.TryGetValue(cube, out var number))
        {
            _numbers.Add(cube, number = _cubes.Count);
            _cubes.Add(cube);
        }

        return number;
    }
}
