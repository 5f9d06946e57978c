using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// Reads what a query says of where its rows are from: the source alone, joined with nothing but its own lists.
/// </summary>
/// <param name="ledger">Takes what is claimed, passed over and refused.</param>
/// <param name="source">What the query reads.</param>
/// <param name="options">What is taken for granted.</param>
/// <param name="where">The WHERE of the query, which may say which item is joined; null where it has none.</param>
internal sealed class TableReader(TokenLedger ledger, Source source, ReadOptions options, BooleanExpression? where)
{
    /// <summary>Hints that say how rows are locked and found, and never which.</summary>
    private static readonly HashSet<TableHintKind> HarmlessHints =
    [
        TableHintKind.ForceScan,
        TableHintKind.ForceSeek,
        TableHintKind.HoldLock,
        TableHintKind.Index,
        TableHintKind.NoExpand,
        TableHintKind.NoLock,
        TableHintKind.NoWait,
        TableHintKind.PagLock,
        TableHintKind.ReadCommitted,
        TableHintKind.ReadCommittedLock,
        TableHintKind.ReadUncommitted,
        TableHintKind.RepeatableRead,
        TableHintKind.Rowlock,
        TableHintKind.Serializable,
        TableHintKind.Snapshot,
        TableHintKind.TabLock,
        TableHintKind.TabLockX,
        TableHintKind.UpdLock,
        TableHintKind.XLock,
    ];

    private readonly List<ListJoin> _joins = [];

    /// <summary>Reads FROM, and says whether it is the source alone; what else it is, is reported.</summary>
    public bool Read(FromClause from)
    {
        var before = ledger.ProblemCount;
        switch (from.TableReferences)
        {
            case [NamedTableReference table]:
                ReadTable(table);
                break;
            case [JoinTableReference or QueryDerivedTable] when source.Lists.Count > 0:
                ReadJoined(from.TableReferences[0]);
                break;
            case [_, var second, ..]:
                ledger.Refuse(second, "a join with a comma", SyntaxName.OtherTable);
                break;
            default:
                RefuseTable(from.TableReferences[0]);
                break;
        }

        // What a newer grammar puts beside the tables.
        foreach (var other in Syntax.Children(from).Except(from.TableReferences))
        {
            ledger.Refuse(other);
        }

        return ledger.ProblemCount == before;
    }

    /// <summary>What the query joins to each row.</summary>
    public IReadOnlyList<ListJoin> Joins => _joins;

    /// <summary>The source with what is joined to it, from the outermost join inwards.</summary>
    private void ReadJoined(TableReference reference)
    {
        var joins = new List<(TableReference Whole, TableReference Joined)>();
        var first = reference;
        while (true)
        {
            if (first is QualifiedJoin qualified)
            {
                joins.Add((qualified, qualified));
                first = qualified.FirstTableReference;
            }
            else if (
                first is UnqualifiedJoin
                {
                    UnqualifiedJoinType: UnqualifiedJoinType.OuterApply or UnqualifiedJoinType.CrossJoin,
                    SecondTableReference: QueryDerivedTable applied,
                } join
            )
            {
                joins.Add((join, applied));
                first = join.FirstTableReference;
            }
            else
            {
                break;
            }
        }

        // A function has the source's columns as parameters, and reads nothing but what is made of lists.
        string? rowName = null;
        if (first is NamedTableReference table)
        {
            ReadTable(table);
            rowName = (table.Alias ?? table.SchemaObject.BaseIdentifier).Value;
        }
        else
        {
            joins.Add((first, first));
        }

        joins.Reverse();
        var reader = new ListJoinReader(source, rowName, where);
        foreach (var (whole, joined) in joins)
        {
            var read = joined switch
            {
                QualifiedJoin join => reader.Read(join),
                QueryDerivedTable derived => reader.Read(derived),
                _ => null,
            };
            if (read is null && joined is QualifiedJoin toList && reader.IsToList(toList))
            {
                ledger.RefuseAfter(
                    toList.FirstTableReference,
                    toList.SecondTableReference,
                    "a join to a list that can give a row several times",
                    "Join the item at one position, by the whole key AND position = 1, with INNER or LEFT JOIN; or ask for an item with EXISTS (SELECT 1 FROM …)"
                );
                return;
            }

            if (read is null)
            {
                RefuseTable(whole);
                return;
            }

            ledger.Claim(whole);
            _joins.Add(read);
        }
    }

    private void RefuseTable(TableReference table)
    {
        var (name, remedy) = SyntaxName.Of(table);
        if (table is JoinTableReference join)
        {
            ledger.RefuseAfter(join.FirstTableReference, join.SecondTableReference, name, remedy);
        }
        else
        {
            ledger.Refuse(table, name, remedy);
        }
    }

    private void ReadTable(NamedTableReference table)
    {
        foreach (var part in Syntax.Children(table))
        {
            if (part is TableHint hint && NodeRules.Of(hint).Treatment != Treatment.Refused)
            {
                ReadHint(hint);
            }
            else if (part == table.SchemaObject || part == table.Alias)
            {
                ledger.Claim(part);
            }
            else
            {
                ledger.Refuse(part);
            }
        }

        if (source.IsNamed(PassedOver.NameOf(table.SchemaObject)))
        {
            return;
        }

        var written = ledger.Written(table.SchemaObject);
        if (options.AssumesTable)
        {
            ledger.Assume(written, table.SchemaObject, source.Table);
            return;
        }

        ledger.Report(
            ErrorCodes.OtherTable,
            $"The query reads {written}, and the source is {source.Table}",
            "Give the query over the source; or, if they are the same thing, list the name under 'synonyms' in the schema "
                + "file, or say --assume-table",
            table.SchemaObject
        );
    }

    private void ReadHint(TableHint hint)
    {
        if (HarmlessHints.Contains(hint.HintKind))
        {
            ledger.PassOver(hint);
        }
        else
        {
            ledger.Refuse(hint);
        }
    }
}
