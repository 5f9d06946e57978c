using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>
/// The parameters of a coding's function: the columns that it reads, in the order of first use, as the inline function
/// has them.
/// </summary>
internal sealed class ParameterList
{
    /// <summary>The parameter that says whether LIKE looks past the characters that it may look past.</summary>
    public const string LooksPast = "past";

    /// <summary>The longest nvarchar that is not <c>max</c>.</summary>
    private const int LongestNVarChar = 4000;

    /// <summary>Names of members that a parameter of the same name would hide.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Outcome",
        "FillRow",
        "Evaluate",
        "Decide",
        "MayBeLookedPast",
        "LookedPast",
        LooksPast,
        "result",
        "second",
        "Kept",
        "NotKept",
        "Otherwise",
        "Row",
        "Value",
        "Units",
        "Cut",
        "Pad",
        "Require",
        "RequireCodePage1252",
        "Uses",
        "Truth",
        "Left",
        "Right",
        "Substring",
        "Upper",
        "Lower",
        "LTrim",
        "RTrim",
        "Replace",
        "Concat",
        "IsNull",
        "Equal",
        "LessThan",
        "LessThanOrEqual",
        "GreaterThan",
        "GreaterThanOrEqual",
        "Like",
        "LikeEscape",
        "LikeUnicode",
        "LikeUnicodeEscape",
        "Windows",
        "WindowsAscii",
        "CaseSensitive",
        "BinaryAscii",
        "Legacy",
        "Binary",
    };

    private readonly IReadOnlyDictionary<Column, string> _sqlNames;
    private readonly Dictionary<Column, string> _names = [];

    /// <summary>The parameters for some columns.</summary>
    public ParameterList(ValueList<Column> columns)
    {
        Columns = columns;
        _sqlNames = ParameterNames.For(columns);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            var name = _sqlNames[column][1..];
            name = char.IsAsciiDigit(name[0]) || IsNumbered(name) ? "_" + name : name;
            while (Taken.Contains(name) || !used.Add(name))
            {
                name += "_";
            }

            _names.Add(column, "@" + name);
        }
    }

    /// <summary>The columns.</summary>
    public ValueList<Column> Columns { get; }

    /// <summary>A column's parameter in C#, with <c>@</c>, which keeps C#'s keywords out of the way.</summary>
    public string this[Column column] => _names[column];

    /// <summary>A column's parameter in T-SQL: name and type. SQLCLR has no char and no varchar (rule 9.11).</summary>
    public string DeclareSql(Column column) => $"{NameSql(column)} {SqlTypeOf(column)}";

    /// <summary>The name of a column's parameter in T-SQL, with <c>@</c>.</summary>
    public string NameSql(Column column) => _sqlNames[column];

    /// <summary>A column's parameter of the public method.</summary>
    public string DeclareOutside(Column column)
    {
        var facet = IsLong(column) ? "[SqlFacet(MaxSize = -1)] " : "";
        return $"{facet}{OutsideType(column)} {this[column]}";
    }

    /// <summary>
    /// A column's parameter inside: text or a number, null for NULL. A date is the number of 100 ns since the year 1, a
    /// decimal that of its last digit.
    /// </summary>
    public string DeclareInside(Column column) =>
        $"{(column.Type is CharacterType ? "string" : "long?")} {this[column]}";

    /// <summary>The value of a parameter of the public method, as the column holds it.</summary>
    public string Receive(Column column)
    {
        var value = $"Value({this[column]})";
        return column.Type switch
        {
            CharacterType { IsFixedLength: true, Length: { } length } => $"Pad({value}, {CSharpText.Number(length)})",
            CharacterType { Length: > LongestNVarChar and { } length } => $"Cut({value}, {CSharpText.Number(length)})",
            DecimalType type => $"Units({this[column]}, {CSharpText.Number(type.Scale)})",
            _ => value,
        };
    }

    /// <summary>Whether a name may be that of an arm's member.</summary>
    private static bool IsNumbered(string name) =>
        name.StartsWith("Arm", StringComparison.Ordinal) || name.StartsWith("Label", StringComparison.Ordinal);

    private static bool IsLong(Column column) => column.Type is CharacterType { Length: null or > LongestNVarChar };

    private static string SqlTypeOf(Column column) =>
        column.Type is not CharacterType type ? column.Type.ToString()!
        : IsLong(column) ? "nvarchar(max)"
        : $"nvarchar({type.Length!.Value.ToString(CultureInfo.InvariantCulture)})";

    private static string OutsideType(Column column) =>
        column.Type.ToString() switch
        {
            "tinyint" => "SqlByte",
            "smallint" => "SqlInt16",
            "int" => "SqlInt32",
            "bigint" => "SqlInt64",
            "smalldatetime" or "datetime" => "SqlDateTime",
            _ when column.Type is TemporalType => "DateTime?",
            _ when column.Type is DecimalType => "SqlDecimal",
            _ => "SqlString",
        };
}
