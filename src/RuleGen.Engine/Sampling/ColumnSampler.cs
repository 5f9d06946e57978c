using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>Proposes values for a column that holds one value.</summary>
internal sealed class ColumnSampler : IValueSampler
{
    private const int NullPercent = 4;

    private readonly ValueList<Predicate> _clauses;
    private readonly ValueList<long> _edges;
    private readonly bool _takesEmpty;

    /// <summary>Whether each character of Latin-1 can be evaluated; no other is proposed.</summary>
    private readonly bool[] _isModelled;

    /// <param name="column">The column.</param>
    /// <param name="codings">All codings; those that do not read the column do no harm.</param>
    public ColumnSampler(Column column, IReadOnlyList<Coding> codings)
    {
        Column = column;
        var requirements = codings
            .SelectMany(coding => coding.CharacterRequirements)
            .Where(requirement => IsSame(requirement.Column))
            .Distinct()
            .ToValueList();
        _isModelled = Enumerable.Range(0, 256).Select(code => IsModelled((char)code, requirements)).ToArray();
        _clauses = codings
            .SelectMany(coding => coding.Predicates)
            .SelectMany(predicate => predicate.SelfAndDescendants())
            .Where(predicate => predicate.Children.Count == 0 && predicate.Columns.Any(IsSame))
            .Distinct()
            .ToValueList();
        var literals = _clauses.SelectMany(clause => clause.Scalars).SelectMany(SelfAndDescendants).ToList();
        _takesEmpty = literals.Any(scalar => scalar is StringLiteral { Value: "" });
        _edges = column.Type is OrderedType type
            ? literals
                .Select(literal =>
                    literal switch
                    {
                        IntegerLiteral number => number.Value,
                        TypedLiteral typed => typed.Units,
                        _ => default(long?),
                    }
                )
                .OfType<long>()
                .SelectMany(number => new[] { number - 1, number, number + 1 })
                .Where(type.Holds)
                .Distinct()
                .ToValueList()
            : [];
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <inheritdoc/>
    /// <remarks>Now and then NULL, where the column allows it.</remarks>
    public SqlValue Plausible(SplitMix64 random) =>
        Column.IsNullable && random.Chance(NullPercent) ? SqlValue.Null : PlausibleNotNull(random);

    /// <inheritdoc/>
    public SqlValue NearSomeClause(SplitMix64 random) =>
        _clauses.Count == 0 ? Plausible(random)
        : Column.IsNullable && random.Chance(2 * NullPercent) ? SqlValue.Null
        : Near(random.Pick(_clauses), random);

    /// <inheritdoc/>
    public SqlValue Propose(IReadOnlyList<ClauseGoal> goals, SplitMix64 random)
    {
        if (goals.Count == 0)
        {
            return PlausibleNotNull(random);
        }

        var readsOthersToo = goals.Any(goal => goal.Clause.Columns.Skip(1).Any());
        if (Column.IsNullable && (goals.Any(goal => goal.WantsNull) || (readsOthersToo && random.Chance(30))))
        {
            return SqlValue.Null;
        }

        if (Column.Type is not CharacterType)
        {
            return Near(random.Pick(goals).Clause, random);
        }

        var fitting = goals.Where(goal => goal.WantsFit).Select(goal => goal.Clause).ToList();
        return fitting.Count > 0 ? Combine(fitting, random)
            : random.Chance(50) ? PlausibleNotNull(random)
            : Near(random.Pick(goals).Clause, random);
    }

    /// <summary>The text with the fitting parts for all clauses in it, in any order.</summary>
    private SqlValue Combine(List<Predicate> clauses, SplitMix64 random)
    {
        var parts = clauses.Select(clause => Placed(clause, random)).OfType<string>().ToList();
        if (PlausibleValues.IsList(Column) && random.Chance(60))
        {
            parts.AddRange(Enumerable.Range(0, 1 + random.Below(3)).Select(_ => PlausibleValues.Code(Column, random)));
        }

        random.Shuffle(parts);
        return Fit(string.Join(',', parts), random);
    }

    /// <summary>A text that fits a clause, put where the clause's functions look for it.</summary>
    private static string? Placed(Predicate clause, SplitMix64 random)
    {
        if (ClauseText.Fitting(clause, random) is not { } text)
        {
            return null;
        }

        var skipped = clause
            .Scalars.SelectMany(SelfAndDescendants)
            .OfType<SubstringFunction>()
            .Sum(function => function.Start - 1);
        return random.Below(10) switch
        {
            < 3 when skipped > 0 => text,
            < 6 => new string('X', skipped) + text,
            6 => text + random.Pick("0123456789"),
            7 => random.Pick("ABCXYZ") + text,
            8 => text + ' ',
            _ => text.ToLowerInvariant(),
        };
    }

    private SqlValue Near(Predicate clause, SplitMix64 random)
    {
        if (Column.Type is OrderedType type)
        {
            return _edges.Count > 0 && random.Chance(80) ? type.Value(random.Pick(_edges)) : PlausibleNotNull(random);
        }

        return Placed(clause, random) is not { } text ? PlausibleNotNull(random)
            : random.Chance(30) ? Fit(text, random)
            : Fit(ClauseText.Misspelt(text, random), random);
    }

    private SqlValue PlausibleNotNull(SplitMix64 random) =>
        Column.Type switch
        {
            CharacterType => Fit(PlausibleValues.Text(Column, random), random),
            OrderedType type => type.Value(PlausibleValues.Units(Column, random)),
            _ => SqlValue.Of(PlausibleValues.Opaque(Column, random)),
        };

    /// <summary>
    /// The text as the column stores it, without the characters that a coding could not evaluate. Never empty unless
    /// a clause asks for that, because files confuse the empty text with NULL.
    /// </summary>
    public SqlValue Fit(string text, SplitMix64 random)
    {
        var modelled = string.Concat(text.Where(IsModelled));
        if (modelled.Length == 0 && !(text.Length == 0 && _takesEmpty))
        {
            modelled = random.Pick("ABCDEFGHIJKLMNOPQRSTUVWXYZ").ToString();
        }

        return SqlValue.Of(((CharacterType)Column.Type).Store(modelled));
    }

    private bool IsModelled(char character) => character < _isModelled.Length && _isModelled[character];

    private static bool IsModelled(char character, ValueList<CharacterRequirement> requirements) =>
        requirements.Count == 0
            ? char.IsAscii(character)
            : requirements.All(requirement => requirement.Models(character) && !requirement.MayLookPast(character));

    private bool IsSame(Column other) => SqlName.Comparer.Equals(other.Name, Column.Name);

    private static IEnumerable<Scalar> SelfAndDescendants(Scalar scalar) =>
        scalar.Operands.SelectMany(SelfAndDescendants).Prepend(scalar);
}
