using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using StringLiteral = Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral;

namespace RuleGen.TSql.Read;

/// <summary>
/// Takes a query apart: what labels its rows, and which it keeps. All else that it says is passed over where that changes
/// no result, and refused where it may.
/// </summary>
internal sealed class QueryReader(TokenLedger ledger, Source source, ReadOptions options)
{
    /// <summary>Hints that say how the server goes about a query, and never what it answers.</summary>
    private static readonly HashSet<OptimizerHintKind> HarmlessHints =
    [
        OptimizerHintKind.ConcatUnion,
        OptimizerHintKind.Fast,
        OptimizerHintKind.ForceOrder,
        OptimizerHintKind.HashGroup,
        OptimizerHintKind.HashJoin,
        OptimizerHintKind.HashUnion,
        OptimizerHintKind.KeepPlan,
        OptimizerHintKind.KeepFixedPlan,
        OptimizerHintKind.Label,
        OptimizerHintKind.LoopJoin,
        OptimizerHintKind.MaxDop,
        OptimizerHintKind.MaxGrantPercent,
        OptimizerHintKind.MaxRecursion,
        OptimizerHintKind.MergeJoin,
        OptimizerHintKind.MergeUnion,
        OptimizerHintKind.MinGrantPercent,
        OptimizerHintKind.OptimizeFor,
        OptimizerHintKind.OrderGroup,
        OptimizerHintKind.Recompile,
        OptimizerHintKind.RobustPlan,
        OptimizerHintKind.Unspecified,
    ];

    private readonly List<CaseExpression> _cases = [];
    private readonly List<SelectScalarExpression> _constants = [];
    private readonly List<SelectScalarExpression> _columns = [];
    private WhereClause? _where;
    private bool _isOverSource = true;

    /// <summary>The parts of a query; what is not read of it is reported.</summary>
    public QueryParts Read(SelectStatement select)
    {
        if (select.WithCtesAndXmlNamespaces is { } with)
        {
            // What its names mean is not known after it.
            ledger.Refuse(with);
            return new QueryParts([], [], null, IsOverSource: false);
        }

        foreach (var part in Syntax.Children(select))
        {
            if (part == select.QueryExpression)
            {
                ReadExpression(select.QueryExpression);
            }
            else if (part == select.Into)
            {
                ledger.PassOver(part, "INTO", "it says where the rows go");
            }
            else if (part is not OptimizerHint)
            {
                ledger.Refuse(part);
            }
        }

        if (select.OptimizerHints.Count > 0)
        {
            ReadHints(select);
        }

        ledger.RefuseRest(select);
        return new QueryParts(_cases, _constants, _where, _isOverSource);
    }

    private void ReadHints(SelectStatement select)
    {
        var isHarmless = select.OptimizerHints.All(hint =>
            NodeRules.Of(hint).Treatment != Treatment.Refused && HarmlessHints.Contains(hint.HintKind)
        );
        if (isHarmless)
        {
            ledger.PassOverFrom("OPTION", select, NodeRules.Of(typeof(OptimizerHint)).Reason);
        }
        else
        {
            ledger.RefuseFrom("OPTION", select, "Leave the hints out that can change which rows are read");
        }
    }

    private void ReadExpression(QueryExpression expression)
    {
        if (expression is QuerySpecification query)
        {
            ReadSpecification(query);
            return;
        }

        foreach (var part in Syntax.Children(expression))
        {
            if (expression is QueryParenthesisExpression && part is QueryExpression inner)
            {
                ReadExpression(inner);
            }
            else if (expression is QueryParenthesisExpression && part is OrderByClause)
            {
                ledger.PassOver(part, "ORDER BY");
            }
            else
            {
                _isOverSource = false;
                ledger.Refuse(expression is QueryParenthesisExpression ? part : expression);
                return;
            }
        }
    }

    private void ReadSpecification(QuerySpecification query)
    {
        foreach (var part in Syntax.Children(query).OrderBy(part => part.StartOffset))
        {
            switch (part)
            {
                case SelectElement element:
                    ReadElement(element);
                    break;
                case FromClause from:
                    ReadFrom(from);
                    break;
                case WhereClause { SearchCondition: not null } where:
                    _where = where;
                    ledger.Claim(where);
                    break;
                case OrderByClause:
                    ledger.PassOver(part, "ORDER BY");
                    break;
                case TopRowFilter { Percent: true, WithTies: false } top when IsHundred(top.Expression):
                    ledger.PassOver(part, "TOP 100 PERCENT", "it keeps every row");
                    break;
                default:
                    ledger.Refuse(part);
                    break;
            }
        }

        CheckLabels(query);
    }

    private void ReadFrom(FromClause from)
    {
        _isOverSource = new TableReader(ledger, source, options).Read(from);
        if (!_isOverSource)
        {
            // One cause, one message.
            ledger.Claim(from);
        }
    }

    private static bool IsHundred(ScalarExpression expression) =>
        Bare(expression) is Literal { Value: "100" or "100.0" };

    private void ReadElement(SelectElement element)
    {
        switch (element)
        {
            case SelectStarExpression:
                ledger.Claim(element);
                break;
            case SelectScalarExpression item:
                ReadItem(item);
                break;
            default:
                ledger.Refuse(element);
                break;
        }
    }

    private void ReadItem(SelectScalarExpression item)
    {
        switch (Bare(item.Expression))
        {
            case CaseExpression { Collation: null } found:
                _cases.Add(found);
                ledger.Claim(item);
                break;
            case NullLiteral or CastCall { Parameter: NullLiteral } or ConvertCall { Parameter: NullLiteral }:
                // A row without a label has NULL for its outcome.
                ledger.Claim(item);
                break;
            case StringLiteral:
                _constants.Add(item);
                ledger.Claim(item);
                break;
            case ColumnReferenceExpression { ColumnType: ColumnType.Regular }:
                _columns.Add(item);
                ledger.Claim(item);
                break;
            case Literal:
                RefuseItem(
                    item,
                    $"The number {ledger.Written(item.Expression)} is no label",
                    "Write the label in single quotes"
                );
                break;
            case var other:
                var described = SelectedItem.Describe(other);
                RefuseItem(item, described.What, described.Remedy);
                break;
        }
    }

    /// <summary>
    /// A query without CASE says by its columns what a row gets. The columns of the key and those that are carried only say
    /// which row it is; others would be labels, and are no literals.
    /// </summary>
    private void CheckLabels(QuerySpecification query)
    {
        if (_cases.Count > 0)
        {
            NoteBeside([.. _columns.Where(column => !IsCarried(column)), .. _constants], "the CASE");
            _constants.Clear();
            return;
        }

        if (_constants.Count == 1)
        {
            NoteBeside(_columns.Where(column => !IsCarried(column)), "the label");
            return;
        }

        if (_constants.Count > 1)
        {
            RefuseItem(
                _constants[1],
                $"{ledger.Written(_constants[1])} is a second constant beside the first",
                "Select one text, which is the label of every row that is kept"
            );
            return;
        }

        foreach (var column in _columns.Where(column => !IsCarried(column) && query.FromClause is not null))
        {
            if (IsRenamed(column))
            {
                RefuseItem(
                    column,
                    $"The query labels rows with the column {ledger.Written(column.Expression)}",
                    "Select it by its own name where the query only says which rows are kept; else a CASE, or a text in single "
                        + "quotes"
                );
            }
            else
            {
                ledger.PassOver(column, ledger.Written(column), "it is shown, and the query labels no row");
            }
        }
    }

    private void RefuseItem(SelectScalarExpression item, string what, string remedy) =>
        ledger.Report(ErrorCodes.UnsupportedItem, what, remedy, item);

    private static bool IsRenamed(SelectScalarExpression item) =>
        item.ColumnName?.Value is { } name
        && !(
            Bare(item.Expression) is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [.., var own] }
            && SqlName.Comparer.Equals(name, own.Value)
        );

    private bool IsCarried(SelectScalarExpression item) =>
        Bare(item.Expression) is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [.., var name] }
        && source.Key.Concat(source.Carried).Any(column => SqlName.Comparer.Equals(column.Name, name.Value));

    private void NoteBeside(IEnumerable<SelectScalarExpression> items, string label)
    {
        foreach (var item in items)
        {
            ledger.PassOver(item, ledger.Written(item), $"it is shown beside {label}");
        }
    }

    private static ScalarExpression Bare(ScalarExpression expression)
    {
        while (expression is ParenthesisExpression { Collation: null } parenthesis)
        {
            expression = parenthesis.Expression;
        }

        return expression;
    }
}
