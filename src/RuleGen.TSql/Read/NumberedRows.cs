using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Recognizes the numbered columns of a list as rows of VALUES, all of them and in their order.</summary>
internal static class NumberedRows
{
    /// <summary>The list; null where the rows are something else.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="source">The source.</param>
    /// <param name="findColumn">The column of the row that an expression is; null where it is something else.</param>
    public static ItemList? Find(InlineDerivedTable table, Source source, Func<ScalarExpression, Column?> findColumn)
    {
        var names = table.Columns.Select(column => column.Value).ToList();
        return source.Lists.FirstOrDefault(list =>
        {
            if (list.Storage is not NumberedColumns numbered || table.RowValues.Count != numbered.Count)
            {
                return false;
            }

            var columns = names.ConvertAll(list.Type.Find);
            return !columns.Contains(null)
                && columns.Distinct().Count() == columns.Count
                && list.Type.Columns.All(columns.Contains)
                && table
                    .RowValues.Select(
                        (row, i) =>
                            row.ColumnValues.Count == columns.Count
                            && row.ColumnValues.Zip(columns).All(pair => IsAt(pair.First, pair.Second!, i))
                    )
                    .All(isSo => isSo);

            bool IsAt(ScalarExpression value, Column column, int place) =>
                column == list.Type.Position
                    ? Syntax.WholeNumber(value) == FormattableString.Invariant($"{place + 1}")
                    : findColumn(value)?.Derivation is ItemAt at
                        && at.List == list.Column
                        && at.Item == column
                        && at.Position == place + 1;
        });
    }
}
