using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Rules;

namespace RuleGen.Benchmarks;

/// <summary>Sampled spells in memory, in the form that each contestant takes: rows, columns of strings, batches.</summary>
internal sealed class Spells
{
    /// <summary>So many rows are in a batch.</summary>
    public const int BatchSize = 1024 * 1024;

    private Spells(int rows)
    {
        Procedure = new string?[rows];
        PrimaryDiagnosis = new string?[rows];
        AnyDiagnosis = new string?[rows];
        Age = new int?[rows];
        ActivityAge = new int?[rows];
        AdmissionMethod = new string?[rows];
        AdministrativeCategory = new string?[rows];
    }

    /// <summary>The number of rows.</summary>
    public int Count => Procedure.Length;

    /// <summary>The columns as strings and numbers; a string that repeats is one object.</summary>
    public string?[] Procedure { get; }

    /// <inheritdoc cref="Procedure"/>
    public string?[] PrimaryDiagnosis { get; }

    /// <inheritdoc cref="Procedure"/>
    public string?[] AnyDiagnosis { get; }

    /// <inheritdoc cref="Procedure"/>
    public int?[] Age { get; }

    /// <inheritdoc cref="Procedure"/>
    public int?[] ActivityAge { get; }

    /// <inheritdoc cref="Procedure"/>
    public string?[] AdmissionMethod { get; }

    /// <inheritdoc cref="Procedure"/>
    public string?[] AdministrativeCategory { get; }

    /// <summary>The same rows in batches.</summary>
    public List<RowBatch> Batches { get; } = [];

    /// <summary>The same rows as the sampler makes them, without the key.</summary>
    public IEnumerable<Row> Rows => Batches.SelectMany(batch => Enumerable.Range(0, batch.Count).Select(batch.GetRow));

    /// <summary>Rows that exercise every clause of some codings.</summary>
    public static Spells Sample(IReadOnlyList<Coding> codings, int rows)
    {
        var spells = new Spells(rows);
        var strings = new Dictionary<string, string>(StringComparer.Ordinal);
        var columns = Apcs.Source.Columns;
        var values = new SqlValue[columns.Count];
        var place = 0;
        foreach (var row in Sampler.Sample(Apcs.Source, codings, rows, seed: 1))
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Shared(row[columns[i]], strings);
            }

            spells.Set(place++, values);
            if (spells.Batches.Count == 0 || spells.Batches[^1].Count == BatchSize)
            {
                spells.Batches.Add(new RowBatch(columns));
            }

            spells.Batches[^1].Add(values);
        }

        return spells;
    }

    /// <summary>The values of a column: an array of strings or of numbers.</summary>
    public Array Column(Column column) =>
        column.Name switch
        {
            "Primary_Spell_Procedure" => Procedure,
            "Primary_Spell_Diagnosis" => PrimaryDiagnosis,
            "Any_Spell_Diagnosis" => AnyDiagnosis,
            "Age_At_Start_of_Spell_SUS" => Age,
            "Der_Age_at_CDS_Activity_Date" => ActivityAge,
            "Admission_Method" => AdmissionMethod,
            "Administrative_Category" => AdministrativeCategory,
            _ => throw new ArgumentException($"There is no column {column.Name}.", nameof(column)),
        };

    private static SqlValue Shared(SqlValue value, Dictionary<string, string> strings)
    {
        if (value.Text is not { } text)
        {
            return value;
        }

        if (!strings.TryGetValue(text, out var shared))
        {
            strings.Add(text, shared = text);
        }

        return SqlValue.Of(shared);
    }

    /// <summary>The columns of the source, in its order; the key is the row's number.</summary>
    private void Set(int row, SqlValue[] values)
    {
        Procedure[row] = values[1].Text;
        PrimaryDiagnosis[row] = values[2].Text;
        AnyDiagnosis[row] = values[3].Text;
        Age[row] = Number(values[4]);
        ActivityAge[row] = Number(values[5]);
        AdmissionMethod[row] = values[6].Text;
        AdministrativeCategory[row] = values[7].Text;
    }

    private static int? Number(SqlValue value) => value.IsNull ? null : (int)value.Integer;
}
