using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>
/// Writes the class of a coding: the table-valued function that SQL Server calls, and a method for the exclusions and
/// for each arm.
/// </summary>
internal sealed class CodingClass
{
    /// <summary>The method that SQL Server calls.</summary>
    public const string Method = "Outcome";

    private const int LongestLine = 100;

    private readonly Coding _coding;
    private readonly string _name;
    private readonly ParameterList _parameters;
    private readonly CharacterNeeds _needs = new();

    /// <summary>The class of a coding.</summary>
    /// <param name="coding">The coding, over the columns of its source.</param>
    /// <param name="name">The class's name.</param>
    public CodingClass(Coding coding, string name)
    {
        _coding = coding;
        _name = name;
        _parameters = new ParameterList(coding.Columns);
        Lines = [.. Write()];
    }

    /// <summary>The class.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The collations that it needs.</summary>
    public IEnumerable<RuntimeCollation> Collations => _needs.Collations;

    /// <summary>The type of the outcome in T-SQL: as long as the longest label.</summary>
    public static string OutcomeType(Coding coding) =>
        $"nvarchar({CSharpText.Number(Labels(coding).Max(label => Math.Max(label.Text?.Length ?? 0, 1)))})";

    private static IEnumerable<Label> Labels(Coding coding) =>
        coding.Arms.Select(arm => arm.Then).Append(coding.Else ?? Label.Null);

    private IEnumerable<string> Write()
    {
        // The conditions come first: they say which characters must be known.
        var conditions = Conditions().ToList();
        string[] members =
        [
            .. Results(),
            "",
            .. Outcome(),
            "",
            "public static void FillRow(object row, out SqlString outcome)",
            "{",
            "    outcome = (SqlString)row;",
            "}",
            "",
            .. Evaluate(),
            .. conditions,
        ];
        return [$"public static class {_name}", "{", .. CodeBlock.Indent(members), "}"];
    }

    /// <summary>What the function can return: no row, or one with a label.</summary>
    private IEnumerable<string> Results()
    {
        if (_coding.Exclusions is not null)
        {
            yield return "private static readonly object[] NotKept = new object[0];";
        }

        for (var arm = 0; arm < _coding.Arms.Count; arm++)
        {
            yield return Result($"Label{CSharpText.Number(arm + 1)}", _coding.Arms[arm].Then);
        }

        yield return Result("Otherwise", _coding.Else ?? Label.Null);
    }

    private static string Result(string name, Label label)
    {
        var value = label.Text is null ? "SqlString.Null" : $"new SqlString({CSharpText.Literal(label.Text)})";
        return $"private static readonly object[] {name} = new object[] {{ {value} }};";
    }

    private IEnumerable<string> Outcome() =>
        [
            "/// <summary>No row where the exclusions do not keep the values, else one with their outcome.</summary>",
            "[SqlFunction(",
            "    FillRowMethodName = \"FillRow\",",
            $"    TableDefinition = {CSharpText.Literal(
                $"{SqlName.Bracket(ObjectNames.OutcomeColumn)} {OutcomeType(_coding)}"
            )},",
            "    DataAccess = DataAccessKind.None,",
            "    SystemDataAccess = SystemDataAccessKind.None,",
            "    IsDeterministic = true,",
            "    IsPrecise = true)]",
            .. Declare($"public static IEnumerable {Method}", _parameters.Columns, OutsideWithComment),
            "{",
            .. CodeBlock.Indent(Call("Evaluate", _parameters.Columns, _parameters.Receive)),
            "}",
        ];

    private string OutsideWithComment(Column column, bool isLast) =>
        $"{_parameters.DeclareOutside(column)}{(isLast ? "" : ",")} // {Describe(column)}";

    private static string Describe(Column column) =>
        column.Type is CharacterType { Collation: { } collation } type ? $"{type}, {collation}" : $"{column.Type}";

    private IEnumerable<string> Evaluate()
    {
        var body = _needs.WriteChecks(_parameters).ToList();
        if (_coding.Exclusions is { } exclusions)
        {
            body.AddRange(Test("!", "Kept", exclusions, "NotKept"));
        }

        for (var arm = 0; arm < _coding.Arms.Count; arm++)
        {
            var number = CSharpText.Number(arm + 1);
            body.AddRange(Test("", $"Arm{number}", _coding.Arms[arm].When, $"Label{number}"));
        }

        body.Add("return Otherwise;");
        return
        [
            .. Declare("private static IEnumerable Evaluate", _parameters.Columns, Inside),
            "{",
            .. CodeBlock.Indent(body),
            "}",
        ];
    }

    private IEnumerable<string> Test(string not, string method, Predicate condition, string result)
    {
        var arguments = condition.Columns.Select(column => _parameters[column]).ToList();
        var oneLine = $"if ({not}{method}({string.Join(", ", arguments)}).IsTrue)";
        string[] test =
            oneLine.Length <= LongestLine
                ? [oneLine]
                :
                [
                    $"if ({not}{method}(",
                    .. arguments.Select((argument, i) => $"        {argument}{(i == arguments.Count - 1 ? "" : ",")}"),
                    "    ).IsTrue)",
                ];
        return [.. test, "{", $"    return {result};", "}", ""];
    }

    private IEnumerable<string> Conditions()
    {
        if (_coding.Exclusions is { } exclusions)
        {
            foreach (
                var line in Condition("Kept", "The exclusions: WHERE", exclusions, _coding.ExclusionsDocumentation)
            )
            {
                yield return line;
            }
        }

        for (var arm = 0; arm < _coding.Arms.Count; arm++)
        {
            var number = CSharpText.Number(arm + 1);
            var each = _coding.Arms[arm];
            var what = $"Arm {number}: THEN {(each.Then.Text is null ? "NULL" : $"'{each.Then.Text}'")}";
            foreach (var line in Condition($"Arm{number}", what, each.When, each.Documentation))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Condition(string method, string what, Predicate condition, Documentation documentation)
    {
        var cited = documentation.Citation is { } citation ? $"Guidance: {citation}" : null;
        return
        [
            "",
            .. CSharpText.Comment(what),
            .. cited is null ? [] : CSharpText.Comment(cited),
            .. Declare($"private static Truth {method}", condition.Columns.ToValueList(), Inside),
            "{",
            .. CodeBlock.Indent(PredicateCode.WriteReturn(condition, new ScalarCode(_parameters, _needs))),
            "}",
        ];
    }

    private string Inside(Column column, bool isLast) => _parameters.DeclareInside(column) + (isLast ? "" : ",");

    private static IEnumerable<string> Declare(
        string start,
        ValueList<Column> columns,
        Func<Column, bool, string> declare
    ) =>
        columns.Count == 0
            ? [$"{start}()"]
            :
            [
                $"{start}(",
                .. columns.Select((column, index) => "    " + declare(column, index == columns.Count - 1)),
                ")",
            ];

    private static IEnumerable<string> Call(string method, ValueList<Column> columns, Func<Column, string> argument) =>
        columns.Count == 0
            ? [$"return {method}();"]
            :
            [
                $"return {method}(",
                .. columns.Select(
                    (column, index) => $"    {argument(column)}{(index == columns.Count - 1 ? "" : ",")}"
                ),
                ");",
            ];
}
