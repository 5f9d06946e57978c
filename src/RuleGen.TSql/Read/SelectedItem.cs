using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary>
/// What an item of a select list is that is no coding, such as <c>MAX(CASE … END) AS x</c>, and what to write in its place.
/// </summary>
/// <param name="What">What it is; a sentence without a full stop.</param>
/// <param name="Remedy">What to do; a sentence without a full stop.</param>
internal sealed record SelectedItem(string What, string Remedy)
{
    private static readonly HashSet<string> Aggregates = new(
        [
            "APPROX_COUNT_DISTINCT",
            "AVG",
            "CHECKSUM_AGG",
            "COUNT",
            "COUNT_BIG",
            "GROUPING",
            "MAX",
            "MIN",
            "STDEV",
            "STDEVP",
            "STRING_AGG",
            "SUM",
            "VAR",
            "VARP",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>What the tokens are, between two parts of a coding; null where they are no item of a select list.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="isAfterEnd">Whether they follow the END of the coding's CASE.</param>
    public static SelectedItem? Find(List<Token> tokens, bool isAfterEnd)
    {
        var alias = FindAlias(tokens);
        var item = new CleanText(isAfterEnd ? [.. CaseInPlace(tokens), .. tokens[..alias]] : tokens[..alias]);
        var parsed = ScriptDomParser.ParseScalar(item.Text);
        var hasCase = isAfterEnd || tokens.Exists(token => token.Is("CASE"));
        return parsed.IsComplete && (hasCase || alias < tokens.Count) ? Describe(parsed.Syntax!) : null;
    }

    /// <summary>What an item is that a coding's query cannot select.</summary>
    public static SelectedItem Describe(ScalarExpression item)
    {
        var hasCase = Syntax.Holds<CaseExpression>(item);
        var around = hasCase ? " around the CASE" : "";
        return item switch
        {
            FunctionCall { OverClause: not null } call => new(
                $"'{call.FunctionName.Value.ToUpperInvariant()} … OVER' looks at several rows",
                "A coding says of each row by itself what it gets: give the CASE alone"
            ),
            FunctionCall call when Aggregates.Contains(call.FunctionName.Value) => new(
                $"'{call.FunctionName.Value.ToUpperInvariant()}'{around} makes one row of several",
                hasCase
                    ? "A coding says of each row by itself what it gets: give the CASE alone"
                    : "A coding says of each row by itself what it gets: give a CASE, or leave it out"
            ),
            FunctionCall call when Is(call, "ISNULL") && hasCase => new(
                "'ISNULL' around the CASE gives other labels than the CASE",
                "Write the label of the rows that no arm takes after ELSE, and leave ISNULL out"
            ),
            CoalesceExpression when hasCase => new(
                "'COALESCE' around the CASE gives other labels than the CASE",
                "Write the label of the rows that no arm takes after ELSE, and leave COALESCE out"
            ),
            BinaryExpression { BinaryExpressionType: BinaryExpressionType.Add } when hasCase => new(
                "'+' puts something to the labels of the CASE",
                "Write the whole label after each THEN and ELSE"
            ),
            BinaryExpression or UnaryExpression when hasCase => new(
                "The CASE is a part of an expression",
                "Give the CASE alone, with the whole label after each THEN and ELSE"
            ),
            ParenthesisExpression { Expression: SearchedCaseExpression } => new(
                "The CASE stands in parentheses",
                "Leave the parentheses out"
            ),
            CaseExpression { Collation: { } collation } => new(
                $"'COLLATE {collation.Value}' stands after the CASE",
                "Leave it out: labels are not compared"
            ),
            _ => DescribeOther(item, hasCase),
        };
    }

    /// <summary>
    /// Whether an item is worked out of the columns of each row by itself, and labels none: beside a label it changes
    /// neither which rows there are nor what they get.
    /// </summary>
    public static bool IsOfOneRow(ScalarExpression item) =>
        item
            is BinaryExpression
                or UnaryExpression
                or FunctionCall
                or CastCall
                or ConvertCall
                or CoalesceExpression
                or LeftFunctionCall
                or RightFunctionCall
                or NullIfExpression
        && Syntax.Holds<ColumnReferenceExpression>(item)
        && !Syntax.Holds<CaseExpression>(item)
        && !Syntax.Holds<IIfCall>(item)
        && !Syntax.Holds<QueryExpression>(item)
        && !Syntax.Holds<VariableReference>(item)
        && Syntax
            .All<FunctionCall>(item)
            .All(call =>
                call is { OverClause: null, WithinGroupClause: null, CallTarget: null }
                && !Aggregates.Contains(call.FunctionName.Value)
            );

    private static SelectedItem DescribeOther(ScalarExpression item, bool hasCase)
    {
        var (what, remedy) = Unsupported.Describe(item);
        return hasCase
            ? new(
                $"The CASE stands within {what}",
                "Give the CASE alone, with the whole label after each THEN and ELSE"
            )
            : new($"The text selects {what}", remedy);
    }

    private static bool Is(FunctionCall call, string name) =>
        string.Equals(call.FunctionName.Value, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Where <c>AS name</c>, or a name after a parenthesis or END, starts at the end; the number of tokens where neither
    /// does.
    /// </summary>
    private static int FindAlias(List<Token> tokens) =>
        tokens switch
        {
            [.., var word, { Kind: TokenKind.Word or TokenKind.QuotedName or TokenKind.String }] when word.Is("AS") =>
                tokens.Count - 2,
            [.., var last, { Kind: TokenKind.Word or TokenKind.QuotedName } name]
                when (last.IsSymbol(")") || last.Is("END")) && !name.IsOneOf(Keywords.OfCodings) => tokens.Count - 1,
            _ => tokens.Count,
        };

    /// <summary>The shortest CASE, in place of the one before.</summary>
    private static IEnumerable<Token> CaseInPlace(List<Token> tokens) =>
        ((string[])["CASE", "WHEN", "1", "=", "1", "THEN", "'x'", "END"]).Select(text => new Token(
            TokenKind.Word,
            0,
            0,
            text + " ",
            tokens[0].Line,
            tokens[0].Line
        ));
}
