using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>
/// Codings that are decided together. Each value has a class, each class a vector of bits, one for each cube of facts
/// that some coding asks about; a row's bits are what those of its values have in common, and say everything.
/// </summary>
internal sealed class CodingGroup
{
    /// <summary>The pattern of rows that only the reference evaluator can judge.</summary>
    public const int Irregular = -1;

    private const int ChunkSize = 512;

    private readonly Classifier[] _classifiers;
    private readonly RelationValues?[] _relations;
    private readonly int _words;
    private readonly ulong[] _bits;

    private CodingGroup(Classifier[] classifiers, RelationValues?[] relations, CompiledCoding[] codings, int words)
    {
        _classifiers = classifiers;
        _relations = relations;
        _words = words;
        _bits = new ulong[ChunkSize * words];
        Patterns = new PatternTable(codings, words);
    }

    /// <summary>The patterns that rows have shown, with what each coding makes of them.</summary>
    public PatternTable Patterns { get; }

    /// <summary>Compiles codings whose columns of one name are the same column.</summary>
    /// <param name="codings">The codings.</param>
    /// <param name="taken">
    /// The places of those that the group decides; the others have a part that is too large, and reads several columns.
    /// </param>
    /// <param name="withUncertain">
    /// Whether it decides rows with characters that LIKE may look past, at the cost of two readings for each row; else
    /// they are left to the reference evaluator.
    /// </param>
    public static CodingGroup Compile(IReadOnlyList<Coding> codings, bool withUncertain, out List<int> taken)
    {
        var readings = codings.Select(coding => Readings(coding, withUncertain)).ToList();
        var builder = new ConditionBuilder(readings.SelectMany(each => each), withUncertain);
        var cubes = new CubeSet(builder.AreDisjoint);
        var compiled = new List<CompiledCoding>();
        taken = [];
        for (var i = 0; i < codings.Count; i++)
        {
            var parts = readings[i].Select(reading => Compile(reading, builder, cubes)).ToArray();
            if (!parts.Contains(null))
            {
                compiled.Add(new CompiledCoding(codings[i], parts!));
                taken.Add(i);
            }
        }

        var words = RowBits.WordsFor(cubes.Cubes.Count);
        var classifiers = builder.Columns.Select(
            (column, place) =>
                Classifier.Create(
                    column,
                    builder.Alphabet(place),
                    builder.WellFormed(place),
                    builder.Facts(place),
                    new ClassTable(builder.Facts(place).Count, place, cubes.Cubes, words)
                )
        );
        var relations = builder.Columns.Select(
            (_, place) => builder.Relation(place) is { } relation ? new RelationValues(relation) : null
        );
        return new CodingGroup([.. classifiers], [.. relations], [.. compiled], words);
    }

    /// <summary>Finds the pattern of each row.</summary>
    /// <exception cref="ArgumentException">The batch lacks a column or has it with another type.</exception>
    public void Evaluate(RowBatch rows, Span<int> patterns)
    {
        var values = _classifiers
            .Select(
                (classifier, place) => _relations[place]?.Find(rows) ?? rows.Values(rows.PlaceOf(classifier.Column))
            )
            .ToArray();
        Patterns.Trim();
        foreach (var classifier in _classifiers)
        {
            classifier.Trim();
        }

        for (var first = 0; first < rows.Count; first += ChunkSize)
        {
            var count = Math.Min(ChunkSize, rows.Count - first);
            var bits = new RowBits(_bits.AsSpan(0, count * _words), _words);
            FindBits(values, first, bits);
            FindPatterns(bits, patterns.Slice(first, count));
        }
    }

    /// <summary>
    /// The readings that rows need: one alone where no value holds a character that LIKE may look past, and no pattern.
    /// </summary>
    private static ValueList<Coding> Readings(Coding coding, bool withUncertain) =>
        withUncertain || UncertainCharacter.IsInPatternOf(coding.Predicates) ? coding.FindReadings() : [coding];

    private static CompiledReading? Compile(Coding coding, ConditionBuilder builder, CubeSet cubes)
    {
        var conditions = coding.Predicates.Select(builder.WhenTrue).ToList();
        if (conditions.Contains(null))
        {
            return null;
        }

        var compiled = conditions.Select(condition => cubes.Compile(condition!)).ToArray();
        return coding.Exclusions is null
            ? new CompiledReading(null, compiled)
            : new CompiledReading(compiled[^1], compiled[..^1]);
    }

    private void FindBits(BatchColumn[] values, int first, RowBits bits)
    {
        bits.Fill();
        for (var column = 0; column < values.Length; column++)
        {
            _classifiers[column].Narrow(values[column], first, bits);
        }
    }

    private void FindPatterns(RowBits bits, Span<int> patterns)
    {
        // Neighbours are often alike.
        var last = ReadOnlySpan<ulong>.Empty;
        var lastPattern = Irregular;
        for (var i = 0; i < patterns.Length; i++)
        {
            var these = bits[i];
            if (!these.SequenceEqual(last))
            {
                last = these;
                lastPattern = (these[0] & 1) == 0 ? Irregular : Patterns.NumberOf(these);
                lastPattern = lastPattern >= 0 && Patterns.IsUncertain(lastPattern) ? Irregular : lastPattern;
            }

            patterns[i] = lastPattern;
        }
    }
}
