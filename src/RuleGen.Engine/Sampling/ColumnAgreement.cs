using RuleGen.Model;

namespace RuleGen.Engine.Sampling;

/// <summary>
/// Lets the columns of a plausible row agree as they do in real ones: two ages of a patient are mostly the same, and a
/// list of codes starts with the primary one.
/// </summary>
internal sealed class ColumnAgreement(ValueList<Column> columns, IValueSampler[] samplers)
{
    private const int AgreementPercent = 90;

    private readonly int[] _ages = Places(
        columns,
        column => column.Type is IntegerType && PlausibleValues.IsAge(column)
    );

    /// <summary>Pairs of a column of one code and a column of a list of the same kind of codes.</summary>
    private readonly (int Code, int List)[] _lists =
    [
        .. Pairs(columns, PlausibleValues.IsDiagnosis),
        .. Pairs(columns, PlausibleValues.IsProcedure),
    ];

    /// <summary>Changes plausible values in place.</summary>
    public void Apply(SqlValue[] values, SplitMix64 random)
    {
        foreach (var place in _ages.Skip(1))
        {
            var agrees = !values[place].IsNull && !values[_ages[0]].IsNull && random.Chance(AgreementPercent);
            if (agrees && ((IntegerType)columns[place].Type).Holds(values[_ages[0]].Integer))
            {
                values[place] = values[_ages[0]];
            }
        }

        foreach (var (code, list) in _lists)
        {
            if (values[code].Text is { } first && values[list].Text is { } rest && random.Chance(AgreementPercent))
            {
                values[list] = ((ColumnSampler)samplers[list]).Fit($"{first.TrimEnd(' ')},{rest}", random);
            }
        }
    }

    private static IEnumerable<(int Code, int List)> Pairs(ValueList<Column> columns, Func<Column, bool> isOfKind)
    {
        var codes = Places(
            columns,
            column => IsCharacter(column) && isOfKind(column) && !PlausibleValues.IsList(column)
        );
        var lists = Places(columns, column => isOfKind(column) && PlausibleValues.IsList(column));
        return codes.Length == 0 ? [] : lists.Select(list => (codes[0], list));
    }

    private static bool IsCharacter(Column column) => column.Type is CharacterType;

    private static int[] Places(ValueList<Column> columns, Func<Column, bool> isWanted) =>
        Enumerable.Range(0, columns.Count).Where(place => isWanted(columns[place])).ToArray();
}
