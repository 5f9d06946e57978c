namespace RuleGen.Model;

/// <summary>
/// The rule: ordered arms, an optional ELSE, and the exclusions. A row is <em>kept</em> when the exclusions are TRUE or
/// there are none; its <em>outcome</em> is the label of the first arm that is TRUE, else ELSE's, else NULL (rule 5.3).
/// </summary>
public sealed partial record Coding
{
    /// <summary>A coding.</summary>
    /// <exception cref="RuleGenException">
    /// RG0008: there is neither an arm nor an exclusion, or an ELSE without an arm. RG0001: labels differ in type, of
    /// which SQL Server would convert some, and can fail (rule 6.3).
    /// </exception>
    public Coding(ValueList<CaseArm> arms, Label? otherwise, Predicate? exclusions)
    {
        if (arms.Count == 0 && (exclusions is null || otherwise is not null))
        {
            throw new RuleGenException(
                ErrorCodes.EmptyCoding,
                otherwise is null
                    ? "The coding has neither an arm nor exclusions"
                    : "The coding has an ELSE without an arm",
                "Add WHEN … THEN …, or WHERE …"
            );
        }

        Arms = arms;
        Else = otherwise;
        ResultType = FindType(Labels.OfType<Label>());
        Exclusions = exclusions;
    }

    /// <summary>The arms, in order.</summary>
    public ValueList<CaseArm> Arms { get; private init; }

    /// <summary>What a kept row gets when no arm is TRUE; null where there is no ELSE.</summary>
    public Label? Else { get; }

    /// <summary>The labels: of each arm, then ELSE's; null where there is no ELSE.</summary>
    public IEnumerable<Label?> Labels => Arms.Select(arm => (Label?)arm.Then).Append(Else);

    /// <summary>The type of the outcomes; null where all are NULL.</summary>
    public LabelType? ResultType { get; }

    /// <summary>The condition that a row must meet to be kept; null keeps every row.</summary>
    public Predicate? Exclusions { get; private init; }

    /// <summary>The conditions that the exclusions join by AND, in their order; none where there are no exclusions.</summary>
    public IEnumerable<Predicate> ExclusionParts => Exclusions is null ? [] : Parts(Exclusions);

    /// <summary>Comments on the ELSE; no part of equality.</summary>
    public Documentation ElseDocumentation { get; init; } = Documentation.None;

    /// <summary>Comments, citation and notes on the WHERE as a whole; no part of equality.</summary>
    public Documentation ExclusionsDocumentation { get; init; } = Documentation.None;

    /// <summary>Whether the published text has CASE and END around the arms; no part of equality.</summary>
    public bool IsWrittenWithCase { get; init; }

    /// <summary>Whether the published text has WHERE before the exclusions; no part of equality.</summary>
    public bool IsWrittenWithWhere { get; init; } = true;

    /// <summary>The conditions: of each arm, then the exclusions.</summary>
    public IEnumerable<Predicate> Predicates =>
        Exclusions is null ? Arms.Select(arm => arm.When) : Arms.Select(arm => arm.When).Append(Exclusions);

    /// <summary>
    /// The columns and lists that it names, in the order of first use, each once: also those that are made of a list.
    /// </summary>
    public ValueList<Column> NamedColumns =>
        Predicates.SelectMany(predicate => predicate.NamedColumns).Distinct().ToValueList();

    /// <summary>
    /// The columns of a row that it reads, in the order of first use, each once: for a column that is made of a list, the
    /// list.
    /// </summary>
    public ValueList<Column> Columns => Predicates.SelectMany(predicate => predicate.Columns).Distinct().ToValueList();

    /// <summary>What it asks of the values' characters.</summary>
    public ValueList<CharacterRequirement> CharacterRequirements => CharacterRequirement.Of(Predicates);

    /// <summary>Checks that two codings give values of one type, so that they can be compared.</summary>
    /// <exception cref="RuleGenException">RG0001: they do not.</exception>
    public static void RequireSameType(Coding one, Coding other)
    {
        if (one.ResultType is { } type && other.ResultType is { } otherType && type != otherType)
        {
            throw new RuleGenException(
                ErrorCodes.IllTyped,
                $"One coding gives {type.Name()}, the other {otherType.Name()}: no row gets the same of both",
                "Give both labels of one type"
            );
        }
    }

    private static IEnumerable<Predicate> Parts(Predicate condition) =>
        condition is And ? condition.Children.SelectMany(Parts) : [condition];

    private static LabelType? FindType(IEnumerable<Label> labels)
    {
        LabelType? found = null;
        foreach (var label in labels.Where(label => !label.IsNull))
        {
            if (found is { } type && type != label.Type)
            {
                throw new RuleGenException(
                    new Problem(
                        ErrorCodes.IllTyped,
                        $"The label {MessageText.OneLine(label.Type.Show(label.Text))} is {label.Type.Name()}, and a label before it is {type.Name()}; "
                            + "SQL Server would convert one of them for every row, and can fail (rule 6.3)",
                        "Give all labels one type"
                    )
                    {
                        Position = label.Position,
                    }
                );
            }

            found = label.Type;
        }

        return found;
    }

    /// <inheritdoc/>
    public bool Equals(Coding? other) =>
        other is not null && Arms.Equals(other.Arms) && Else == other.Else && Exclusions == other.Exclusions;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Arms, Else, Exclusions);
}
