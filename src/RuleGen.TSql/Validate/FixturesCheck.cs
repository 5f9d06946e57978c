using System.Buffers.Binary;
using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using IntegerLiteral = Microsoft.SqlServer.TransactSql.ScriptDom.IntegerLiteral;
using StringLiteral = Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral;

namespace RuleGen.TSql;

/// <summary>
/// Checks fixtures.sql: the rows that it inserts, read back, are the fixtures; it inserts into the source's table only,
/// and does nothing else that stays.
/// </summary>
internal static class FixturesCheck
{
    /// <summary>Checks a script.</summary>
    public static void Run(string text, ScriptParts parts, IReadOnlyList<ScriptFixture> fixtures, ScriptReport report)
    {
        if (report.Parse(text) is not { } script)
        {
            return;
        }

        var visitor = new Visitor(parts, report);
        script.Accept(visitor);
        var columns = fixtures.Count == 0 ? [] : fixtures[0].Row.Columns;
        report.Require(
            visitor.Rows.Count == fixtures.Count
                && visitor.Columns.All(each => each.SequenceEqual(columns.Select(column => column.StoredName)))
                && visitor
                    .Rows.Zip(fixtures)
                    .All(pair => pair.First.SequenceEqual(columns.Select(column => Shown(pair.Second.Row[column])))),
            "read back, its rows are not the fixtures"
        );
    }

    private static ShownValue Shown(SqlValue value) =>
        new(value.ToText(), IsQuoted: value.Text is not null || value.Moment is not null);

    /// <summary>A value as a literal shows it; no text is NULL.</summary>
    private sealed record ShownValue(string? Text, bool IsQuoted)
    {
        public static ShownValue Null { get; } = new(null, IsQuoted: false);
    }

    private sealed class Visitor(ScriptParts parts, ScriptReport report) : TSqlFragmentVisitor
    {
        /// <summary>The columns of each INSERT.</summary>
        public List<IEnumerable<string>> Columns { get; } = [];

        /// <summary>The values of each row.</summary>
        public List<IEnumerable<ShownValue>> Rows { get; } = [];

        public override void Visit(TSqlStatement node) =>
            report.Require(
                node
                    is PredicateSetStatement
                        or TransactionStatement
                        or ReturnStatement
                        or IfStatement
                        or BeginEndBlockStatement
                        or TryCatchStatement
                        or RaiseErrorStatement
                        or ThrowStatement
                        or PrintStatement
                        or InsertStatement
                        or SelectStatement { Into: null },
                $"a statement does not belong there: {node.GetType().Name}",
                node
            );

        public override void Visit(NamedTableReference node)
        {
            var isView = node.SchemaObject.SchemaIdentifier?.Value == parts.Names.Schema;
            var (schema, name) = isView
                ? (parts.Names.Schema, parts.Names.View)
                : (parts.Source.Table.Schema, parts.Source.Table.Name);
            report.RequireName(node.SchemaObject, schema, name);
        }

        public override void Visit(InsertSpecification node)
        {
            if (
                node.Target is not NamedTableReference { SchemaObject: var name }
                || node.InsertSource is not ValuesInsertSource values
            )
            {
                report.Add("an INSERT is not one of rows into a table", node);
                return;
            }

            report.RequireName(name, parts.Source.Table.Schema, parts.Source.Table.Name);
            Columns.Add(node.Columns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value));
            Rows.AddRange(values.RowValues.Select(row => row.ColumnValues.Select(Value)));
        }

        private ShownValue Value(ScalarExpression expression)
        {
            switch (expression)
            {
                case NullLiteral:
                    return ShownValue.Null;
                case StringLiteral or BinaryExpression or FunctionCall or CastCall:
                    return new ShownValue(Text(expression), IsQuoted: true);
                case UnaryExpression { UnaryExpressionType: UnaryExpressionType.Negative, Expression: Literal literal }:
                    return new ShownValue("-" + literal.Value, IsQuoted: false);
                case Literal literal:
                    return new ShownValue(literal.Value, IsQuoted: false);
                default:
                    report.Add("a value is not a literal", expression);
                    return ShownValue.Null;
            }
        }

        private string Text(ScalarExpression expression)
        {
            switch (expression)
            {
                case StringLiteral literal:
                    return literal.Value;
                case BinaryExpression { BinaryExpressionType: BinaryExpressionType.Add } sum:
                    return Text(sum.FirstExpression) + Text(sum.SecondExpression);
                case FunctionCall { FunctionName.Value: "NCHAR", Parameters: [IntegerLiteral code] }:
                    return ((char)Integer(code.Value, code)).ToString();
                case CastCall { Parameter: BinaryLiteral { Value.Length: 6 } bytes }:
                    return (
                        (char)BinaryPrimitives.ReadUInt16LittleEndian(Convert.FromHexString(bytes.Value[2..]))
                    ).ToString();
                default:
                    report.Add("a text is not made of literals", expression);
                    return "";
            }
        }

        private long Integer(string text, TSqlFragment place)
        {
            var isNumber = long.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            );
            report.Require(isNumber, "a number is not whole", place);
            return number;
        }
    }
}
