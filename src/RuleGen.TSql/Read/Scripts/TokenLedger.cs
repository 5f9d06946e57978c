using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// The account of a script's tokens: each is claimed by what reads it or passes over it, and what nothing claims is refused.
/// </summary>
internal sealed class TokenLedger(Findings findings, CleanText text)
{
    /// <summary>What stands between the parts of a query, and means nothing by itself.</summary>
    private static readonly HashSet<string> Joints = new(
        ["SELECT", "ALL", "INTO", "FROM", "AS", "WITH", "OPTION", ",", "(", ")", ";"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What holds a script together around its queries, and means nothing by itself.</summary>
    private static readonly HashSet<string> JointsOfScripts = new(
        [
            .. Joints,
            "CREATE",
            "ALTER",
            "OR",
            "VIEW",
            "FUNCTION",
            "RETURNS",
            "TABLE",
            "RETURN",
            "CHECK",
            "EXEC",
            "EXECUTE",
            "BEGIN",
            "END",
            "TRY",
            "CATCH",
            "GO",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly HashSet<int> _claimed = [];
    private readonly HashSet<string> _noted = [];
    private readonly List<string> _assumed = [];

    /// <summary>The tables that were taken for the source, as they are written, each once.</summary>
    public IReadOnlyList<string> Assumed => _assumed;

    /// <summary>How much is wrong so far.</summary>
    public int ProblemCount => findings.ProblemCount;

    /// <summary>Notes that a table is taken for the source.</summary>
    public void Assume(string table, TSqlFragment syntax, TableName source)
    {
        if (!_assumed.Contains(table))
        {
            _assumed.Add(table);
            findings.Note(First(syntax).Start, $"{table} is taken for the source {source}, as --assume-table says");
        }
    }

    /// <summary>Takes over what a script within this one takes for the source.</summary>
    public void Assume(IEnumerable<string> tables) => _assumed.AddRange(tables.Except(_assumed).ToList());

    /// <summary>Accounts for the tokens of a piece of syntax.</summary>
    public void Claim(TSqlFragment syntax) => _claimed.UnionWith(Range(syntax));

    /// <summary>Accounts for the tokens between the queries of a UNION: UNION, ALL and parentheses.</summary>
    public void ClaimBetween(IReadOnlyList<TSqlFragment> queries)
    {
        foreach (var (one, next) in queries.Zip(queries.Skip(1)))
        {
            var (first, last) = (Range(one).Last() + 1, Range(next).First());
            _claimed.UnionWith(Enumerable.Range(first, last - first));
        }
    }

    /// <summary>Accounts for the tokens of a piece of syntax, and notes that it is passed over, and why.</summary>
    public void PassOver(TSqlFragment syntax, string? name = null, string? reason = null)
    {
        Claim(syntax);
        var words = name ?? SyntaxName.Of(syntax).Name ?? FirstWords(syntax);
        var what = words.StartsWith("SET ", StringComparison.Ordinal) ? "SET" : words;
        Note(what, First(syntax), reason ?? NodeRules.Of(syntax).Reason);
    }

    /// <summary>Accounts for all from the last such word of a query on, and notes that it is passed over.</summary>
    public void PassOverFrom(string word, TSqlFragment query, string reason) =>
        Note(word, text.Tokens[ClaimFrom(word, query)], reason);

    /// <summary>Refuses all from the last such word of a query on.</summary>
    public void RefuseFrom(string word, TSqlFragment query, string remedy)
    {
        var first = ClaimFrom(word, query);
        findings.Report(
            ErrorCodes.UnsupportedConstruct,
            $"{word} is not read",
            remedy,
            text.Tokens[first].Start,
            Last(query).End
        );
    }

    /// <summary>Refuses what follows a piece of syntax, to the end of another.</summary>
    public void RefuseAfter(TSqlFragment before, TSqlFragment last, string? name, string remedy)
    {
        var first = text.Tokens[Range(before).Last() + 1];
        findings.Report(
            CodeOf(last),
            $"{name ?? first.Text.ToUpperInvariant()} is not read",
            remedy,
            first.Start,
            Last(last).End
        );
    }

    /// <summary>Refuses a piece of syntax by its name.</summary>
    public void Refuse(TSqlFragment syntax)
    {
        var (name, remedy) = SyntaxName.Of(syntax);
        Refuse(syntax, name, remedy);
    }

    /// <summary>Refuses a piece of syntax by a name; null for its own first words.</summary>
    public void Refuse(TSqlFragment syntax, string? name, string remedy)
    {
        var what = name ?? FirstWords(syntax);
        Report(CodeOf(syntax), $"{char.ToUpperInvariant(what[0])}{what[1..]} is not read", remedy, syntax);
    }

    public void Report(ErrorCode code, string message, string remedy, TSqlFragment syntax)
    {
        Claim(syntax);
        findings.Report(code, message, remedy, First(syntax).Start, Last(syntax).End);
    }

    /// <summary>Refuses every token of a query that nothing has claimed, each run of them once.</summary>
    public void RefuseRest(TSqlFragment query) => RefuseRest(Range(query), Joints);

    /// <summary>Refuses every token of the script that nothing has claimed, each run of them once.</summary>
    public void RefuseRest() => RefuseRest(Enumerable.Range(0, text.Tokens.Count), JointsOfScripts);

    private void RefuseRest(IEnumerable<int> range, HashSet<string> joints)
    {
        var isOpen = false;
        foreach (var i in range)
        {
            var token = text.Tokens[i];
            var isJoint = token.Kind is TokenKind.Word or TokenKind.Symbol && joints.Contains(token.Text);
            var isLeft = !isJoint && !_claimed.Contains(i);
            if (isLeft && !isOpen)
            {
                findings.Report(
                    ErrorCodes.UnreadText,
                    $"{token.Text.ToUpperInvariant()} is not read",
                    "Leave it out, and give the query that says of each row what it gets",
                    token
                );
            }

            isOpen = isLeft;
        }
    }

    /// <summary>The text of a piece of syntax, on one line.</summary>
    public string Written(TSqlFragment syntax) => findings.Source.Excerpt(First(syntax).Start, Last(syntax).End);

    public Token First(TSqlFragment syntax) => text.Tokens[text.IndexAt(syntax.StartOffset)];

    public Token Last(TSqlFragment syntax) => text.Tokens[text.IndexAt(syntax.StartOffset + syntax.FragmentLength - 1)];

    private static ErrorCode CodeOf(TSqlFragment syntax) =>
        syntax switch
        {
            PredicateSetStatement or SetRowCountStatement or SetCommandStatement => ErrorCodes.SessionOption,
            SelectStatement => ErrorCodes.UnsupportedConstruct,
            TSqlStatement or ExecuteSpecification => ErrorCodes.UnsupportedStatement,
            TableReference or TableSampleClause or TemporalClause or TableHint => ErrorCodes.UnsupportedRows,
            _ => ErrorCodes.UnsupportedConstruct,
        };

    /// <summary>The keywords that a piece of syntax starts with: two where one does not tell.</summary>
    private string FirstWords(TSqlFragment syntax)
    {
        var range = Range(syntax).ToList();
        var words = range.Take(2).Select(i => text.Tokens[i].Text.ToUpperInvariant()).ToList();
        return words is ["CREATE" or "ALTER" or "DROP" or "BEGIN" or "BULK" or "SET" or "ENABLE" or "DISABLE", var what]
            ? $"{words[0]} {what}"
            : words[0];
    }

    private void Note(string what, Token place, string reason)
    {
        if (_noted.Add(what))
        {
            findings.Note(place.Start, $"{what} is passed over: {reason}");
        }
    }

    private int ClaimFrom(string word, TSqlFragment query)
    {
        var range = Range(query).ToList();
        var first = range.FindLast(i => text.Tokens[i].Is(word));
        _claimed.UnionWith(range.Where(i => i >= first));
        return first;
    }

    private IEnumerable<int> Range(TSqlFragment syntax)
    {
        var first = text.IndexAt(syntax.StartOffset);
        var last = text.IndexAt(syntax.StartOffset + Math.Max(syntax.FragmentLength, 1) - 1);
        return Enumerable.Range(first, last - first + 1);
    }
}
