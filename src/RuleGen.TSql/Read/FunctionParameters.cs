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
            ?? source.Columns.FirstOrDefault(column =>
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
        var read = coding.Columns.ToHashSet();
        foreach (var (name, parameter) in _byName)
        {
            if (
                FindColumn(name, source) is { } column
                && read.Contains(column)
                && !Holds(parameter.DataType, column.Type)
            )
            {
                yield return (parameter, column);
            }
        }
    }

    /// <summary>Whether every value of a column is the same in a parameter.</summary>
    private static bool Holds(DataTypeReference declared, SqlType column)
    {
        SqlType type;
        try
        {
            type = SqlTypeParser.Parse(Write(declared), (column as CharacterType)?.Collation ?? Collation.All[0]);
        }
        catch (RuleGenException)
        {
            // A type of the database's own.
            return false;
        }

        return (type, column) switch
        {
            (IntegerType parameter, IntegerType values) => parameter.Holds(values),
            // Blanks that char adds are seen by LIKE; nchar and nvarchar compare by other rules than char and varchar.
            (CharacterType { IsFixedLength: false } parameter, CharacterType values) => parameter.IsUnicode
                == values.IsUnicode
                && (parameter.Length is null || parameter.Length >= values.Length),
            _ => type == column,
        };
    }

    private static string Write(DataTypeReference type)
    {
        if (type is not SqlDataTypeReference { SqlDataTypeOption: var option, Parameters: var arguments })
        {
            return "";
        }

        // Without a length, a character type of a parameter has one character.
        var name = option.ToString().ToLowerInvariant();
        var isCharacter = name is "char" or "varchar" or "nchar" or "nvarchar";
        return arguments.Count > 0
                ? $"{name}({string.Join(',', arguments.Select(argument => argument.Value.ToLowerInvariant()))})"
            : isCharacter ? $"{name}(1)"
            : name;
    }
}
