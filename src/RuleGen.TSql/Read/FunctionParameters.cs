using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>The parameters of an inline function without a table: each stands for the column that it is named after.</summary>
internal sealed class FunctionParameters(IEnumerable<ProcedureParameter> parameters)
{
    private readonly Dictionary<string, ProcedureParameter> _byName = parameters
        .GroupBy(parameter => parameter.VariableName.Value, SqlName.Comparer)
        .ToDictionary(group => group.Key, group => group.First(), SqlName.Comparer);

    /// <summary>The column that a variable stands for; null where it is no parameter, or stands for none.</summary>
    /// <param name="variable">Its name, with <c>@</c>. It has <c>_</c> for what a parameter's name cannot hold.</param>
    /// <param name="source">The source of the columns.</param>
    public Column? FindColumn(string variable, Source source)
    {
        if (!_byName.ContainsKey(variable))
        {
            return null;
        }

        return source.Find(variable[1..])
            ?? source
                .Columns.Concat(source.NumberedColumns)
                .FirstOrDefault(column =>
                    SqlName.Comparer.Equals(
                        string.Concat(
                            column.Name.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_')
                        ),
                        variable[1..]
                    )
                );
    }

    /// <summary>The parameters that cannot hold every value of their column, each with the column.</summary>
    /// <param name="coding">What the function reads; other parameters decide nothing.</param>
    /// <param name="source">The source of the columns.</param>
    public IEnumerable<(ProcedureParameter Parameter, Column Column)> FindTooSmall(Coding coding, Source source)
    {
        var read = source.StoredFor(coding.NamedColumns).ToHashSet();
        foreach (var (name, parameter) in _byName)
        {
            if (
                FindColumn(name, source) is { } column
                && read.Contains(column)
                && !DeclaredType.HoldsUnchanged(parameter.DataType, column.Type, DeclaredType.LengthInDeclaration)
            )
            {
                yield return (parameter, column);
            }
        }
    }
}
