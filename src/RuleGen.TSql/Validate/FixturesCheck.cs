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
        var children = FixtureScript.Children(parts.Source, fixtures).ToList();
        var expected = children
            .Select(list =>
                (
                    ((ChildRows)list.Storage).Table,
                    Rows: fixtures.SelectMany(fixture => TableRows.OfItems(parts.Source, list, fixture.Row)).ToList()
                )
            )
            .Prepend((parts.Source.Table, [.. fixtures.Select(fixture => TableRows.OfRow(parts.Source, fixture.Row))]));
        report.Require(
            expected.All(each => visitor.Holds(each.Table, each.Rows))
                && visitor.Tables.All(name => expected.Any(each => each.Table == name)),
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
        private readonly List<(TableName Table, List<string> Columns, List<List<ShownValue>> Rows)> _inserts = [];

        /// <summary>The tables that rows go into.</summary>
        public IEnumerable<TableName> Tables => _inserts.Select(insert => insert.Table);

        /// <summary>Whether the rows that go into a table are these.</summary>
        public bool Holds(TableName table, List<Row> rows)
        {
            var inserts = _inserts.FindAll(insert => insert.Table == table);
            var columns = rows.Count == 0 ? [] : rows[0].Columns;
            var values = inserts.SelectMany(insert => insert.Rows).ToList();
            return inserts.TrueForAll(insert => insert.Columns.SequenceEqual(columns.Select(each => each.StoredName)))
                && values.Count == rows.Count
                && values
                    .Zip(rows)
                    .All(pair => pair.First.SequenceEqual(columns.Select(each => Shown(pair.Second[each]))));
        }

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
            var table = TableOf(node.SchemaObject);
            var (schema, name) = isView ? (parts.Names.Schema, parts.Names.View) : (table.Schema, table.Name);
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

            var table = TableOf(name);
            report.RequireName(name, table.Schema, table.Name);
            _inserts.Add(
                (
                    table,
                    [.. node.Columns.Select(column => column.MultiPartIdentifier.Identifiers[^1].Value)],
                    [.. values.RowValues.Select(row => row.ColumnValues.Select(Value).ToList())]
                )
            );
        }

        /// <summary>The child table of a name; for any other name the source's own table.</summary>
        private TableName TableOf(SchemaObjectName name) =>
            parts
                .Source.Lists.Select(list => (list.Storage as ChildRows)?.Table)
                .FirstOrDefault(table => SqlName.Comparer.Equals(table?.Name, name.BaseIdentifier.Value))
            ?? parts.Source.Table;

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
