using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary>T-SQL that a coding does not contain: what to call it, and what to write in its place.</summary>
internal static class Unsupported
{
    private const string FunctionsRemedy =
        "A coding calls LEFT, RIGHT, SUBSTRING, UPPER, LOWER, LTRIM, RTRIM, REPLACE, ISNULL and COALESCE, and LEN, CHARINDEX, PATINDEX and NULLIF in comparisons; say it with them";

    private const string ArithmeticRemedy = "Work the value out, and compare the column with a literal";

    private const string SubqueryRemedy =
        "A coding looks at one row and its lists; list the other table under 'lists' in the schema file, or add what is needed as a column";

    public static (string What, string Remedy) Describe(TSqlFragment syntax) =>
        syntax switch
        {
            ScalarSubquery or ExistsPredicate or SubqueryComparisonPredicate or InPredicate => (
                "a subquery",
                SubqueryRemedy
            ),
            BinaryExpression or UnaryExpression => ("arithmetic", ArithmeticRemedy),
            CaseExpression => ("CASE inside an expression", "Write its conditions out with AND and OR"),
            VariableReference variable => ($"variable '{variable.Name}'", "Write its value as a literal"),
            GlobalVariableExpression variable => ($"variable '{variable.Name}'", "Write its value as a literal"),
            NullLiteral => ("NULL as a value", "Test for it with IS NULL"),
            NumericLiteral or RealLiteral or MoneyLiteral or BinaryLiteral => (
                "a number that is not whole",
                "Compare with a whole number: over whole numbers, > 17.5 is >= 18, and < 17.5 is <= 17"
            ),
            FullTextPredicate => ("full-text search", "Use LIKE"),
            _ => Functions(syntax) is { } name
                ? ($"function '{name}'", FunctionsRemedy)
                : (
                    "something that is neither a column, a literal nor a function of codings",
                    "Use LIKE, =, <>, <, >, BETWEEN, IN and IS NULL over columns and literals"
                ),
        };

    private static string? Functions(TSqlFragment syntax) =>
        syntax switch
        {
            FunctionCall call => call.FunctionName.Value.ToUpperInvariant(),
            CoalesceExpression => "COALESCE",
            LeftFunctionCall => "LEFT",
            RightFunctionCall => "RIGHT",
            AtTimeZoneCall => "AT TIME ZONE",
            CastCall => "CAST",
            ConvertCall => "CONVERT",
            TryCastCall => "TRY_CAST",
            TryConvertCall => "TRY_CONVERT",
            ParseCall => "PARSE",
            TryParseCall => "TRY_PARSE",
            NullIfExpression => "NULLIF",
            IIfCall => "IIF",
            OdbcFunctionCall call => call.Name?.Value,
            ParameterlessCall call => call.ParameterlessCallType.ToString(),
            _ => null,
        };
}
