using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>What a verdict depends on: change one of these, and the question must be asked again.</summary>
/// <param name="Columns">The columns that the codings and the assumptions read, in the order of first use.</param>
/// <param name="Assumptions">What was taken for granted, in the order given.</param>
public sealed record ProofBasis(ValueList<ColumnBasis> Columns, ValueList<Assumption> Assumptions)
{
    /// <summary>The collations of the columns, in the order of first use, each once.</summary>
    public ValueList<Collation> Collations =>
        Columns
            .Select(basis => (basis.Column.Type as CharacterType ?? (basis.Column.Type as ListType)?.Texts)?.Collation)
            .OfType<Collation>()
            .Distinct()
            .ToValueList();

    /// <summary>The same in sentences: collations, columns, characters, assumptions.</summary>
    public ValueList<string> Lines =>
        [
            .. Collations.Select(collation => $"Collation {collation} ({collation.RestsOn})"),
            .. Columns.Select(basis => Describe(basis.Column)),
            .. Columns
                .Where(basis => basis.Characters is not null)
                .GroupBy(basis => basis.Characters, StringComparer.Ordinal)
                .Select(group =>
                    $"Values of {string.Join(", ", group.Select(basis => basis.Column.Name))} hold only the characters "
                    + $"{group.Key}; rows with others are not evaluated"
                ),
            .. LeavesUncertainRowsOut
                ?
                [
                    "Rows with ' or - whose result hangs on whether LIKE looks past them are not evaluated (rule 1.41); where it "
                        + "does, they may differ",
                ]
                : (string[])[],
            .. CutTypes.Select(type =>
                $"ISNULL cuts what it takes in place of NULL to the type of its first argument (rule 4.2): that of a LEFT, "
                + $"RIGHT or SUBSTRING is taken to be {type}, which no source says"
            ),
            .. Assumptions.Select(assumption => $"Assumed: {assumption.Text}"),
        ];

    /// <summary>
    /// Whether rows that are not evaluated, because they hold a character that LIKE may look past (rule 1.41), may differ if
    /// it does.
    /// </summary>
    public bool LeavesUncertainRowsOut { get; init; }

    /// <summary>
    /// The types of LEFT, RIGHT and SUBSTRING to which an ISNULL cuts its second argument, in the order of first use, each
    /// once. Their lengths are believed, not sourced.
    /// </summary>
    public ValueList<SqlType> CutTypes { get; init; } = [];

    internal static ProofBasis Of(
        RowSpace space,
        IReadOnlyList<Predicate> predicates,
        ValueList<Assumption> assumptions
    )
    {
        var asked = CharacterRequirement.Of(predicates).Select(requirement => requirement.Column).ToHashSet();
        return new ProofBasis(
            space
                .RowColumns.Select(column => new ColumnBasis(
                    column,
                    asked.Contains(column)
                        ? Ranges(
                            space.Sets(column).Alphabet!.Characters.Where(character => !ListText.IsMark(character))
                        )
                        : null
                ))
                .ToValueList(),
            assumptions
        )
        {
            CutTypes = predicates
                .SelectMany(predicate => predicate.SelfAndAllWithin())
                .SelectMany(predicate => predicate.Scalars)
                .SelectMany(SelfAndOperands)
                .OfType<IsNullFunction>()
                .Where(IsCutByFunction)
                .Select(function => function.Type)
                .Distinct()
                .ToValueList(),
        };
    }

    private static IEnumerable<Scalar> SelfAndOperands(Scalar scalar) =>
        scalar.Operands.SelectMany(SelfAndOperands).Prepend(scalar);

    /// <summary>Whether what stands in place of NULL may be cut to a length that LEFT, RIGHT or SUBSTRING gives.</summary>
    private static bool IsCutByFunction(IsNullFunction function) =>
        function.Type is CharacterType { Length: { } length }
        && SelfAndOperands(function.Operands[0]).Any(scalar => scalar is EdgeFunction or SubstringFunction)
        && function.Operands.Skip(1).Any(other => other.Type is CharacterType type && !(type.Length <= length));

    private string Describe(Column column) =>
        column.Type is CharacterType { Collation: { } collation } && Collations.Count > 1
            ? $"Column {column}, collation {collation}"
            : $"Column {column}";

    /// <summary>Code points in ascending order, neighbours joined.</summary>
    private static string Ranges(IEnumerable<char> characters)
    {
        var ranges = new List<(char First, char Last)>();
        foreach (var character in characters)
        {
            if (ranges.Count > 0 && ranges[^1].Last == character - 1)
            {
                ranges[^1] = (ranges[^1].First, character);
            }
            else
            {
                ranges.Add((character, character));
            }
        }

        return string.Join(
            ", ",
            ranges.Select(range =>
                range.First == range.Last
                    ? MessageText.CodePoint(range.First)
                    : $"{MessageText.CodePoint(range.First)} to {MessageText.CodePoint(range.Last)}"
            )
        );
    }
}

/// <summary>What a verdict depends on in one column: its type, collation and nullability are the column's.</summary>
/// <param name="Column">The column.</param>
/// <param name="Characters">
/// The characters that its values may hold, as code points; null where no predicate looks at a character.
/// </param>
public sealed record ColumnBasis(Column Column, string? Characters);
