using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using StringLiteral = Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral;

namespace RuleGen.TSql.Read;

/// <summary>
/// Takes a query apart: what labels its rows, and which it keeps. All else that it says is passed over where that changes
/// no result, and refused where it may.
/// </summary>
/// <param name="ledger">Takes what is claimed, passed over and refused.</param>
/// <param name="source">What the query reads.</param>
/// <param name="options">What is taken for granted, and chosen.</param>
/// <param name="labelPlace">
/// The place of the label in the select list, from 0, where the first query of a UNION says it; else null.
/// </param>
internal sealed class QueryReader(TokenLedger ledger, Source source, ReadOptions options, int? labelPlace = null)
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

    private readonly List<SelectScalarExpression> _cases = [];
    private readonly List<SelectElement> _items = [];
    private readonly List<SelectScalarExpression> _computed = [];
    private readonly List<QueryParts> _branches = [];
    private readonly List<SelectScalarExpression> _constants = [];
    private readonly List<SelectScalarExpression> _columns = [];
    private IReadOnlyList<ListJoin> _joins = [];
    private WhereClause? _where;
    private bool _isOverSource = true;
    private bool _mergesRows;

    /// <summary>The parts of a query; what is not read of it is reported.</summary>
    public QueryParts Read(SelectStatement select)
    {
        if (select.WithCtesAndXmlNamespaces is { } with)
        {
            // What its names mean is not known after it.
            ledger.Refuse(with);
            return Parts(isOverSource: false);
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
        return Parts(_isOverSource);
    }

    /// <summary>What may label the rows: the CASEs, or where there are none the constants.</summary>
    private List<SelectScalarExpression> Labels => _cases.Count > 0 ? _cases : _constants;

    private QueryParts Parts(bool isOverSource)
    {
        var label = FindLabel();
        var isCase = label is not null && _cases.Contains(label);
        return new QueryParts(
            isCase ? Syntax.Bare(label!.Expression) : null,
            isCase ? null : label,
            LacksLabel: (Labels.Count > 0 && label is null) || _branches.Exists(branch => branch.LacksLabel),
            label is null ? null : _items.IndexOf(label),
            _items.OfType<SelectStarExpression>().Any()
                || source.Key.All(key => _columns.Exists(column => IsColumn(column, key))),
            _where,
            isOverSource
        )
        {
            Branches = _branches,
            Joins = _joins,
            MergesRows = _mergesRows,
            Constants = _constants.Select(item => ledger.Written(item.Expression)).ToValueList(),
        };
    }

    /// <summary>The one item that labels the rows; null where none does, or it is not known which.</summary>
    private SelectScalarExpression? FindLabel()
    {
        if (labelPlace is { } place)
        {
            return place < _items.Count ? Labels.Find(item => item == _items[place]) : null;
        }

        return Labels.Count > 0 && CaseColumns.Find([.. Labels.Select(NameOf)], options.Case) is { } chosen
            ? Labels[chosen]
            : null;
    }

    private static string? NameOf(SelectScalarExpression item) => item.ColumnName?.Value;

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
            else if (
                expression is BinaryQueryExpression { BinaryQueryExpressionType: BinaryQueryExpressionType.Union } union
                && options.FindOverlap is not null
            )
            {
                ReadUnion(union);
                return;
            }
            else
            {
                _isOverSource = false;
                ledger.Refuse(expression is QueryParenthesisExpression ? part : expression);
                return;
            }
        }
    }

    /// <summary>
    /// The queries of a UNION, each with its label and WHERE. Rows that are the same are one without ALL: where the key is
    /// selected, no two are.
    /// </summary>
    private void ReadUnion(BinaryQueryExpression union)
    {
        var (queries, isAll) = (new List<QuerySpecification>(), true);
        if (!Flatten(union, queries, ref isAll))
        {
            _isOverSource = false;
            ledger.Refuse(union);
            return;
        }

        foreach (var query in queries)
        {
            // Columns have the names of the first query.
            var reader = new QueryReader(ledger, source, options, _branches.FirstOrDefault()?.LabelPlace);
            reader.ReadSpecification(query);
            _branches.Add(reader.Parts(reader._isOverSource) with { Syntax = query });
        }

        if (union.OrderByClause is { } order)
        {
            ledger.PassOver(order, "ORDER BY");
        }

        ledger.ClaimBetween(queries);
        _mergesRows = !isAll;
        _isOverSource = _branches.TrueForAll(branch => branch.IsOverSource);
        if (!isAll && !_branches.TrueForAll(branch => branch.ShowsKey))
        {
            ledger.Report(
                ErrorCodes.UnsupportedConstruct,
                "UNION without ALL makes one row of those that are the same",
                $"Write UNION ALL, or select the key ({string.Join(", ", source.Key.Select(column => column.Name))}) in each query",
                union
            );
        }

        if (_branches.Select(branch => branch.LabelPlace).Distinct().Count() > 1)
        {
            ledger.Report(
                ErrorCodes.UnsupportedConstruct,
                "The labels of the queries of a UNION stand in different columns",
                "Put the label, or the CASE, in the same place of each select list",
                union
            );
        }
    }

    /// <summary>The queries of a chain of UNION; false where it has anything else in it.</summary>
    private static bool Flatten(QueryExpression expression, List<QuerySpecification> queries, ref bool isAll)
    {
        switch (expression)
        {
            case QuerySpecification query:
                queries.Add(query);
                return true;
            case QueryParenthesisExpression { OrderByClause: null, OffsetClause: null } parenthesis:
                return Flatten(parenthesis.QueryExpression, queries, ref isAll);
            case BinaryQueryExpression { BinaryQueryExpressionType: BinaryQueryExpressionType.Union } union:
                isAll &= union.All;
                return Flatten(union.FirstQueryExpression, queries, ref isAll)
                    && Flatten(union.SecondQueryExpression, queries, ref isAll);
            default:
                return false;
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
                    ReadFrom(from, query.WhereClause);
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

    private void ReadFrom(FromClause from, WhereClause? where)
    {
        var tables = new TableReader(ledger, source, options, where?.SearchCondition);
        _isOverSource = tables.Read(from);
        _joins = tables.Joins;
        if (!_isOverSource)
        {
            // One cause, one message.
            ledger.Claim(from);
        }
    }

    private static bool IsHundred(ScalarExpression expression) =>
        Syntax.Bare(expression) is Literal { Value: "100" or "100.0" };

    private void ReadElement(SelectElement element)
    {
        _items.Add(element);
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
        switch (Syntax.Bare(item.Expression))
        {
            case CaseExpression { Collation: null } or IIfCall { Collation: null }:
                _cases.Add(item);
                ledger.Claim(item);
                break;
            case NullLiteral or CastCall { Parameter: NullLiteral } or ConvertCall { Parameter: NullLiteral }:
                // A row without a label has NULL for its outcome.
                ledger.Claim(item);
                break;
            case StringLiteral:
            case Microsoft.SqlServer.TransactSql.ScriptDom.IntegerLiteral
            or NumericLiteral when item.ColumnName is not null || labelPlace is not null:
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
            case var other when SelectedItem.IsOfOneRow(other):
                _computed.Add(item);
                break;
            case var other:
                RefuseComputed(item, other);
                break;
        }
    }

    /// <summary>
    /// A query without CASE says by its columns what a row gets. The columns of the key and those that are carried only say
    /// which row it is; others would be labels, and are no literals.
    /// </summary>
    private void CheckLabels(QuerySpecification query)
    {
        var found = FindLabel();
        if (found is { } label)
        {
            foreach (var other in _cases.Where(item => item != label))
            {
                ledger.PassOver(
                    other,
                    $"The CASE {NameOf(other) ?? "without a name"}",
                    "--case says which one is the coding"
                );
            }

            // A number may be anything: it is the label beside something computed only where --case says so.
            var isSure = Syntax.Bare(label.Expression) is not Literal or StringLiteral || options.Case is not null;
            NoteBeside(
                [
                    .. _columns.Where(column => !IsCarried(column)),
                    .. _constants.Where(item => item != label),
                    .. isSure ? _computed : [],
                ],
                _cases.Contains(label) ? "the CASE" : "the label"
            );
            if (isSure)
            {
                return;
            }
        }

        foreach (var item in _computed)
        {
            RefuseComputed(item, Syntax.Bare(item.Expression));
        }

        if (Labels.Count > 1 && found is null && options.Case is null && labelPlace is null)
        {
            var what = _cases.Count > 0 ? "CASE" : "constant";
            var problem = CaseColumns.Describe([.. Labels.Select(NameOf)], null, what);
            ledger.Report(problem.Code, problem.Message, problem.Remedy, Labels[1]);
        }

        if (Labels.Count > 0)
        {
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

    private void RefuseComputed(SelectScalarExpression item, ScalarExpression expression)
    {
        var described = SelectedItem.Describe(expression);
        RefuseItem(item, described.What, described.Remedy);
    }

    private void RefuseItem(SelectScalarExpression item, string what, string remedy) =>
        ledger.Report(ErrorCodes.UnsupportedItem, what, remedy, item);

    private static bool IsRenamed(SelectScalarExpression item) =>
        item.ColumnName?.Value is { } name
        && !(
            Syntax.Bare(item.Expression) is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [.., var own] }
            && SqlName.Comparer.Equals(name, own.Value)
        );

    private bool IsCarried(SelectScalarExpression item) =>
        source.Key.Concat(source.Carried).Any(column => IsColumn(item, column));

    private bool IsColumn(SelectScalarExpression item, Column column) =>
        Syntax.Bare(item.Expression) is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [.., var name] }
        && source.Find(name.Value) == column;

    private void NoteBeside(IEnumerable<SelectScalarExpression> items, string label)
    {
        foreach (var item in items)
        {
            ledger.PassOver(item, ledger.Written(item), $"it is shown beside {label}");
        }
    }
}
