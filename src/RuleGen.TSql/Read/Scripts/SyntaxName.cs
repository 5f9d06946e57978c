using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary>What T-SQL calls a piece of syntax that is not read, and what to do about it.</summary>
internal static class SyntaxName
{
    /// <summary>What to do about rows that are not those of the source alone.</summary>
    public const string OtherTable =
        "Give a query over the source alone; what it needs of another table must be a column of the source";

    private const string RowsRemedy = "Leave it out, and give the query that says of each row what it gets";

    /// <summary>The name, such as <c>INNER JOIN</c>; null where the text's own first words say it best.</summary>
    public static (string? Name, string Remedy) Of(TSqlFragment syntax) =>
        syntax switch
        {
            QualifiedJoin { QualifiedJoinType: QualifiedJoinType.Inner } => ("INNER JOIN", OtherTable),
            QualifiedJoin { QualifiedJoinType: QualifiedJoinType.LeftOuter } => ("LEFT JOIN", OtherTable),
            QualifiedJoin { QualifiedJoinType: QualifiedJoinType.RightOuter } => ("RIGHT JOIN", OtherTable),
            QualifiedJoin => ("FULL JOIN", OtherTable),
            UnqualifiedJoin { UnqualifiedJoinType: UnqualifiedJoinType.CrossApply } => ("CROSS APPLY", OtherTable),
            UnqualifiedJoin { UnqualifiedJoinType: UnqualifiedJoinType.OuterApply } => ("OUTER APPLY", OtherTable),
            UnqualifiedJoin => ("CROSS JOIN", OtherTable),
            JoinParenthesisTableReference => ("a join in parentheses", OtherTable),
            OdbcQualifiedJoinTableReference => ("a join", OtherTable),
            QueryDerivedTable => (
                "a derived table",
                "Name the source after FROM, and put its conditions into the WHERE"
            ),
            InlineDerivedTable => ("VALUES as a table", OtherTable),
            PivotedTableReference => ("PIVOT", RowsRemedy),
            UnpivotedTableReference => ("UNPIVOT", RowsRemedy),
            VariableTableReference or VariableMethodCallTableReference => ("a table variable", OtherTable),
            SchemaObjectFunctionTableReference or BuiltInFunctionTableReference or GlobalFunctionTableReference => (
                "a table-valued function",
                OtherTable
            ),
            TableSampleClause => ("TABLESAMPLE", RowsRemedy),
            TemporalClause => ("FOR SYSTEM_TIME", RowsRemedy),
            WithCtesAndXmlNamespaces => ("WITH", "Name the source after FROM, and put its conditions into the WHERE"),
            GroupByClause => ("GROUP BY", RowsRemedy),
            HavingClause => ("HAVING", RowsRemedy),
            TopRowFilter => ("TOP", RowsRemedy),
            OffsetClause => ("OFFSET", RowsRemedy),
            WindowClause => ("WINDOW", RowsRemedy),
            XmlForClause => ("FOR XML", RowsRemedy),
            JsonForClause => ("FOR JSON", RowsRemedy),
            BrowseForClause => ("FOR BROWSE", RowsRemedy),
            BinaryQueryExpression { BinaryQueryExpressionType: BinaryQueryExpressionType.Union } => (
                "UNION",
                "Give one of its queries; or one CASE with an arm for each"
            ),
            BinaryQueryExpression { BinaryQueryExpressionType: BinaryQueryExpressionType.Except } => (
                "EXCEPT",
                "Give one of its queries, with the other's condition in its WHERE"
            ),
            BinaryQueryExpression => ("INTERSECT", "Give one of its queries, with the other's condition in its WHERE"),
            TableHint or OptimizerHint => (null, "Leave the hint out: it can change which rows are read"),
            CreateProcedureStatement or AlterProcedureStatement or CreateOrAlterProcedureStatement => (
                null,
                "Give the query that the procedure runs"
            ),
            FunctionStatementBody => (
                "a function that is not inline and table-valued",
                "Give the CASE or the condition that it returns"
            ),
            InsertStatement or UpdateStatement or DeleteStatement or MergeStatement or TruncateTableStatement => (
                null,
                "A coding reads rows, and changes none: give the query by itself"
            ),
            TSqlStatement => (null, "Leave it out, if the coding means the same without it"),
            _ => (null, RowsRemedy),
        };
}
