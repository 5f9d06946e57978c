using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using IntegerLiteral = Microsoft.SqlServer.TransactSql.ScriptDom.IntegerLiteral;
using StringLiteral = Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral;

namespace RuleGen.TSql.Read;

/// <summary>
/// Texts of several rows as one, on servers without STRING_AGG (rule 3.14): <c>CAST(STUFF((SELECT separator + CAST(item AS
/// nvarchar(max)) … ORDER BY order FOR XML PATH(''), TYPE).value('.', 'nvarchar(max)'), 1, n, '') COLLATE … AS type)</c>, of
/// which n is the length of the separator.
/// </summary>
/// <param name="Query">The query of the rows.</param>
/// <param name="Item">The text of a row.</param>
/// <param name="Order">In the order of what.</param>
/// <param name="Separator">What stands between two.</param>
/// <param name="Collation">The collation of the whole.</param>
/// <param name="IsUnicode">Whether the whole is nvarchar, and not varchar.</param>
internal sealed record XmlJoin(
    QuerySpecification Query,
    ScalarExpression Item,
    ScalarExpression Order,
    string Separator,
    string Collation,
    bool IsUnicode
)
{
    /// <summary>What an expression joins; null where it is something else.</summary>
    public static XmlJoin? Find(ScalarExpression expression) =>
        expression
            is CastCall
            {
                Collation: null,
                DataType: SqlDataTypeReference
                {
                    SqlDataTypeOption: SqlDataTypeOption.VarChar or SqlDataTypeOption.NVarChar,
                    Parameters: [MaxLiteral]
                } type,
                Parameter: FunctionCall
                {
                    CallTarget: null,
                    Collation.Value: { } collation,
                    Parameters: [
                        FunctionCall value,
                        IntegerLiteral { Value: "1" },
                        IntegerLiteral length,
                        StringLiteral { Value: "" },
                    ]
                } stuff
            }
        && SqlName.Comparer.Equals(stuff.FunctionName.Value, "STUFF")
        && FindRows(value) is { } query
        && query.SelectElements is [SelectScalarExpression { ColumnName: null, Expression: BinaryExpression shown }]
        && shown
            is {
                BinaryExpressionType: BinaryExpressionType.Add,
                FirstExpression: StringLiteral { Value: var separator },
                SecondExpression: CastCall
                {
                    DataType: SqlDataTypeReference
                    {
                        SqlDataTypeOption: SqlDataTypeOption.NVarChar,
                        Parameters: [MaxLiteral]
                    },
                    Parameter: var item
                }
            }
        && length.Value == separator.Length.ToString(CultureInfo.InvariantCulture)
        && query.OrderByClause.OrderByElements is [{ SortOrder: not SortOrder.Descending, Expression: var order }]
            ? new XmlJoin(
                query,
                item,
                order,
                separator,
                collation,
                type.SqlDataTypeOption == SqlDataTypeOption.NVarChar
            )
            : null;

    /// <summary>The query whose XML an expression reads as one text; null where it is something else.</summary>
    private static QuerySpecification? FindRows(FunctionCall value) =>
        // The names of XML's methods are in small letters, whatever the collation.
        value
            is {
                FunctionName.Value: "value",
                CallTarget: ExpressionCallTarget
                {
                    Expression: ScalarSubquery { QueryExpression: QuerySpecification query }
                },
                Parameters: [StringLiteral { Value: "." }, StringLiteral { Value: "nvarchar(max)" }]
            }
        && query is { UniqueRowFilter: UniqueRowFilter.NotSpecified, OrderByClause: not null }
        && query.ForClause is XmlForClause { Options: [XmlForClauseOption path, XmlForClauseOption typed] }
        && path is { OptionKind: XmlForClauseOptions.Path, Value.Value: "" }
        && typed is { OptionKind: XmlForClauseOptions.Type }
        && Syntax
            .Children(query)
            .All(part =>
                part is SelectElement or FromClause or WhereClause { Cursor: null } or OrderByClause or XmlForClause
            )
            ? query
            : null;
}
