using RuleGen.Model;

namespace RuleGen.Clr;

/// <summary>
/// Writes the class of a coding: the table-valued function that SQL Server calls, and a method for the exclusions and
/// for each arm.
/// </summary>
internal sealed class CodingClass
{
    /// <summary>The method that SQL Server calls.</summary>
    public const string Method = "Outcome";

    private const string Otherwise = "Otherwise";

    private const int LongestLine = 100;

    private readonly Coding _coding;
    private readonly string _name;
    private readonly string _outcomeColumn;
    private readonly ParameterList _parameters;
    private readonly CharacterNeeds _needs = new();
    private readonly bool _hasReadings;

    /// <summary>The class of a coding.</summary>
    /// <param name="coding">The coding, over the columns of its source.</param>
    /// <param name="name">The class's name.</param>
    /// <param name="outcomeColumn">The column of the function's table.</param>
    public CodingClass(Coding coding, string name, string outcomeColumn)
    {
        _coding = coding;
        _name = name;
        _outcomeColumn = outcomeColumn;
        _parameters = new ParameterList(coding.NamedColumns);
        _hasReadings = coding.Predicates.Any(HasReadings);
        Lines = [.. Write()];
    }

    /// <summary>The class.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The collations that it needs.</summary>
    public IEnumerable<RuntimeCollation> Collations => _needs.Collations;

    /// <summary>The type of the outcome in T-SQL: of texts, as long as the longest label.</summary>
    public static string OutcomeType(Coding coding) =>
        coding.ResultType is LabelType.Integer or LabelType.Bit
            ? coding.ResultType.Value.Name()
            : $"nvarchar({CSharpText.Number(coding.Labels.Max(label => Math.Max(label?.Text?.Length ?? 0, 1)))})";

    /// <summary>The type of the outcome in C#.</summary>
    private string OutcomeClass =>
        _coding.ResultType switch
        {
            LabelType.Integer => "SqlInt32",
            LabelType.Bit => "SqlBoolean",
            _ => "SqlString",
        };

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
            $"public static void FillRow(object row, out {OutcomeClass} outcome)",
            "{",
            $"    outcome = ({OutcomeClass})row;",
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
            if (ResultOf(arm) == NumberedResult(arm))
            {
                yield return Result(ResultOf(arm), _coding.Arms[arm].Then);
            }
        }

        if (ResultOfElse == Otherwise)
        {
            yield return Result(Otherwise, _coding.Else ?? Label.Null);
        }
    }

    /// <summary>The member with the result of an arm: that of the first arm of its label, so that equal results are one.</summary>
    private string ResultOf(int arm) => FindResult(_coding.Arms[arm].Then) ?? NumberedResult(arm);

    private string ResultOfElse => FindResult(_coding.Else ?? Label.Null) ?? Otherwise;

    private string? FindResult(Label label)
    {
        var first = _coding.Arms.ToList().FindIndex(arm => arm.Then == label);
        return first < 0 ? null : NumberedResult(first);
    }

    private static string NumberedResult(int arm) => $"Label{CSharpText.Number(arm + 1)}";

    private string Result(string name, Label label)
    {
        var value =
            label.Text is null ? $"{OutcomeClass}.Null"
            : label.Type == LabelType.Bit ? $"SqlBoolean.{(label.Text == "1" ? "True" : "False")}"
            : $"new {OutcomeClass}({(label.Type == LabelType.Text ? CSharpText.Literal(label.Text) : label.Text)})";
        return $"private static readonly object[] {name} = new object[] {{ {value} }};";
    }

    private IEnumerable<string> Outcome() =>
        [
            "/// <summary>No row where the exclusions do not keep the values, else one with their outcome.</summary>",
            "[SqlFunction(",
            "    FillRowMethodName = \"FillRow\",",
            $"    TableDefinition = {CSharpText.Literal(
                $"{SqlName.Bracket(_outcomeColumn)} {OutcomeType(_coding)}"
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

    /// <summary>
    /// Asks what must be known. Where LIKE may look past a character (rule 1.41), the result must be the same whether it
    /// does or not.
    /// </summary>
    private IEnumerable<string> Evaluate()
    {
        var checks = _needs.WriteChecks(_parameters).ToList();
        if (!_hasReadings)
        {
            return
            [
                .. Declare("private static IEnumerable Evaluate", _parameters.Columns, Inside),
                "{",
                .. CodeBlock.Indent([.. checks, .. Decide()]),
                "}",
            ];
        }

        string[] second =
        [
            .. Decided("second", looksPast: true),
            "if (result != second)",
            "{",
            "    throw LookedPast();",
            "}",
        ];
        var conditions = _needs.WriteLookedPast(_parameters).ToList();
        string[] body =
        [
            .. checks,
            .. Decided("result", looksPast: false),
            .. UncertainCharacter.IsInPatternOf(_coding.Predicates)
                ? second
                :
                [
                    .. conditions.Select(
                        (condition, index) =>
                            (index == 0 ? "if (" : "    || ") + condition + (index == conditions.Count - 1 ? ")" : "")
                    ),
                    "{",
                    .. CodeBlock.Indent(second),
                    "}",
                ],
            "",
            "return result;",
        ];
        return
        [
            .. Declare("private static IEnumerable Evaluate", _parameters.Columns, Inside),
            "{",
            .. CodeBlock.Indent(body),
            "}",
            "",
            .. Declare("private static IEnumerable Decide", _parameters.Columns, Inside, LooksPast(_hasReadings)),
            "{",
            .. CodeBlock.Indent(Decide()),
            "}",
        ];
    }

    private IEnumerable<string> Decided(string variable, bool looksPast) =>
        [
            $"IEnumerable {variable} = Decide(",
            .. _parameters.Columns.Select(column => $"    {_parameters[column]},"),
            $"    {(looksPast ? "true" : "false")}",
            ");",
        ];

    private static string? LooksPast(bool isTaken) => isTaken ? $"bool {ParameterList.LooksPast}" : null;

    private static bool HasReadings(Predicate condition) =>
        !ReferenceEquals(condition.Under(LikeReading.Absent), condition);

    private List<string> Decide()
    {
        var body = new List<string>();
        if (_coding.Exclusions is { } exclusions)
        {
            body.AddRange(Test("!", "Kept", exclusions, "NotKept"));
        }

        for (var arm = 0; arm < _coding.Arms.Count; arm++)
        {
            var number = CSharpText.Number(arm + 1);
            body.AddRange(Test("", $"Arm{number}", _coding.Arms[arm].When, ResultOf(arm)));
        }

        body.Add($"return {ResultOfElse};");
        return body;
    }

    private IEnumerable<string> Test(string not, string method, Predicate condition, string result)
    {
        var arguments = condition.NamedColumns.Select(column => _parameters[column]).ToList();
        if (HasReadings(condition))
        {
            arguments.Add(ParameterList.LooksPast);
        }

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
            .. Declare(
                $"private static Truth {method}",
                condition.NamedColumns.ToValueList(),
                Inside,
                LooksPast(HasReadings(condition))
            ),
            "{",
            .. CodeBlock.Indent(PredicateCode.WriteReturn(condition, new ScalarCode(_parameters, _needs))),
            "}",
        ];
    }

    private string Inside(Column column, bool isLast) => _parameters.DeclareInside(column) + (isLast ? "" : ",");

    private static IEnumerable<string> Declare(
        string start,
        ValueList<Column> columns,
        Func<Column, bool, string> declare,
        string? last = null
    ) =>
        columns.Count == 0
            ? [$"{start}()"]
            :
            [
                $"{start}(",
                .. columns.Select(
                    (column, index) => "    " + declare(column, last is null && index == columns.Count - 1)
                ),
                .. last is null ? (string[])[] : ["    " + last],
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
