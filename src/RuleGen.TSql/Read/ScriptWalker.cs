using System.Text;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Finds the codings in one script, and in the scripts within its string literals.</summary>
internal sealed class ScriptWalker(Findings findings, Source source, LexerMode mode)
{
    private static readonly HashSet<string> SqlcmdCommands = new(
        [
            "setvar",
            "on",
            "r",
            "connect",
            "error",
            "out",
            "perftrace",
            "list",
            "listvar",
            "xml",
            "reset",
            "exit",
            "quit",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    private readonly List<ScriptObject> _found = [];
    private List<Token> _tokens = [];
    private CleanText _text = new([]);

    /// <summary>The codings; what is wrong is reported.</summary>
    public ValueList<ScriptObject> Read()
    {
        _tokens = WithoutSqlcmd(Lexer.Read(findings, mode));
        if (mode != LexerMode.Exact)
        {
            _tokens = NameRepair.Join(_tokens, source, findings);
        }

        if (_tokens.Exists(token => token.IsUnclosed) || !Nesting.Check(_tokens, findings))
        {
            return [];
        }

        _text = new CleanText(_tokens);
        var parsed = ScriptDomParser.ParseScript(_text.Text);
        foreach (var error in parsed.Errors.Where(_ => _text.Tokens.Count > 0))
        {
            ReportError(error);
        }

        if (parsed.IsComplete)
        {
            foreach (var statement in parsed.Syntax!.Batches.SelectMany(batch => batch.Statements))
            {
                Visit(statement);
            }
        }

        return _found.ToValueList();
    }

    /// <summary>The tokens without lines for sqlcmd, such as <c>:on error exit</c>, which are no T-SQL.</summary>
    public static List<Token> WithoutSqlcmd(List<Token> tokens)
    {
        var lines = new HashSet<int>();
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var isFirst = i == 0 || tokens[i - 1].LastLine < tokens[i].Line;
            if (isFirst && tokens[i].IsSymbol(":") && tokens[i + 1].IsOneOf(SqlcmdCommands))
            {
                lines.Add(tokens[i].Line);
            }
        }

        return tokens.Where(token => !lines.Contains(token.Line)).ToList();
    }

    private void ReportError(ParseError error)
    {
        var token = _text.Tokens[_text.IndexAt(error.Offset)];
        var isAtEnd = error.Offset >= _text.Text.Length;
        findings.Report(
            ErrorCodes.SyntaxError,
            isAtEnd ? $"The script breaks off after '{token.Text}'" : $"T-SQL does not take '{token.Text}' here",
            "Mend the script there; it must be T-SQL that the server takes",
            token
        );
    }

    private void Visit(TSqlStatement? statement)
    {
        switch (statement)
        {
            case ViewStatementBody view:
                Add(ScriptObjectKind.View, view.SchemaObjectName, view.SelectStatement, null);
                break;
            case FunctionStatementBody { ReturnType: SelectFunctionReturnType returned } function:
                var parameters = function.Parameters.Select(parameter => parameter.VariableName.Value);
                Add(
                    ScriptObjectKind.Function,
                    function.Name,
                    returned.SelectStatement,
                    parameters.ToHashSet(SqlName.Comparer)
                );
                break;
            case SelectStatement { QueryExpression: not null } select when !IsAboutServer(select):
                Add(ScriptObjectKind.Query, null, select, null);
                break;
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: { } entity }:
                ReadWithin(LiteralsOf(entity));
                break;
            case IfStatement branch:
                Visit(branch.ThenStatement);
                Visit(branch.ElseStatement);
                break;
            case WhileStatement loop:
                Visit(loop.Statement);
                break;
            case BeginEndBlockStatement block:
                VisitAll(block.StatementList);
                break;
            case TryCatchStatement attempt:
                VisitAll(attempt.TryStatements);
                VisitAll(attempt.CatchStatements);
                break;
        }
    }

    private void VisitAll(StatementList? statements)
    {
        foreach (var statement in statements?.Statements ?? [])
        {
            Visit(statement);
        }
    }

    /// <summary>Whether a query sets variables or asks the catalogue: a step of a script, not a coding.</summary>
    private static bool IsAboutServer(SelectStatement select)
    {
        if (select.QueryExpression is not QuerySpecification query)
        {
            return false;
        }

        var schemas = (query.FromClause?.TableReferences ?? [])
            .OfType<NamedTableReference>()
            .Select(table => table.SchemaObject.SchemaIdentifier?.Value);
        return query.SelectElements.Any(element => element is SelectSetVariable)
            || schemas.Any(schema => SqlName.Comparer.Equals(schema, "sys"))
            || schemas.Any(schema => SqlName.Comparer.Equals(schema, "INFORMATION_SCHEMA"));
    }

    private void Add(ScriptObjectKind kind, SchemaObjectName? name, SelectStatement select, HashSet<string>? parameters)
    {
        var expression = select.QueryExpression;
        while (expression is QueryParenthesisExpression parenthesis)
        {
            expression = parenthesis.QueryExpression;
        }

        if (FindUnsupported(select, expression) is { } what)
        {
            var tokens = TokensOf(select);
            findings.Report(
                ErrorCodes.UnsupportedConstruct,
                $"A query with {what} is no coding",
                "Give a query that selects one CASE from the source, with a WHERE",
                tokens[0].Start,
                tokens[^1].End
            );
            return;
        }

        var query = (QuerySpecification)expression;
        var cases = query.SelectElements.Select(FindCase).OfType<CaseExpression>().ToList();
        List<Token> coding = [.. cases.SelectMany(TokensOf), .. query.WhereClause is { } where ? TokensOf(where) : []];
        if (coding.Count == 0)
        {
            return;
        }

        if (CodingAssembler.Assemble(coding, source, parameters, findings) is { } read)
        {
            _found.Add(new ScriptObject(kind, name?.SchemaIdentifier?.Value, name?.BaseIdentifier?.Value, read));
        }
    }

    /// <summary>What makes a query more than arms and exclusions; null where it is no more.</summary>
    private static string? FindUnsupported(SelectStatement select, QueryExpression expression) =>
        expression switch
        {
            _ when select.WithCtesAndXmlNamespaces is not null => "WITH",
            QuerySpecification { GroupByClause: not null } => "GROUP BY",
            QuerySpecification { HavingClause: not null } => "HAVING",
            QuerySpecification { TopRowFilter: not null } => "TOP",
            QuerySpecification { OffsetClause: not null } => "OFFSET",
            QuerySpecification { UniqueRowFilter: UniqueRowFilter.Distinct } => "DISTINCT",
            QuerySpecification => null,
            _ => "UNION, EXCEPT or INTERSECT",
        };

    private static CaseExpression? FindCase(SelectElement element)
    {
        var expression = (element as SelectScalarExpression)?.Expression;
        while (expression is ParenthesisExpression parenthesis)
        {
            expression = parenthesis.Expression;
        }

        return expression as CaseExpression;
    }

    /// <summary>The tokens of a piece of syntax, with the comments on the lines before it and at its end.</summary>
    private List<Token> TokensOf(TSqlFragment syntax)
    {
        var first = _tokens.IndexOf(_text.Tokens[_text.IndexAt(syntax.StartOffset)]);
        var last = _tokens.IndexOf(_text.Tokens[_text.IndexAt(syntax.StartOffset + syntax.FragmentLength - 1)]);
        while (first > 0 && _tokens[first - 1].Kind == TokenKind.Comment)
        {
            first--;
        }

        // A comment on the line of what stands before belongs to that.
        while (
            _tokens[first].Kind == TokenKind.Comment && first > 0 && _tokens[first - 1].LastLine == _tokens[first].Line
        )
        {
            first++;
        }

        var line = _tokens[last].LastLine;
        while (
            last + 1 < _tokens.Count && _tokens[last + 1].Kind == TokenKind.Comment && _tokens[last + 1].Line == line
        )
        {
            last++;
        }

        return _tokens[first..(last + 1)];
    }

    private static List<ScalarExpression> LiteralsOf(ExecutableEntity entity) =>
        entity switch
        {
            ExecutableStringList list => [.. list.Strings],
            ExecutableProcedureReference
            {
                ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value: { } name,
                Parameters: [{ ParameterValue: { } script }, ..]
            } when SqlName.Comparer.Equals(name, "sp_executesql") => [script],
            _ => [],
        };

    /// <summary>Reads the script that literals hold, put one after the other.</summary>
    private void ReadWithin(List<ScalarExpression> literals)
    {
        if (
            literals.Count == 0
            || literals.Exists(literal => literal is not Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral)
        )
        {
            return;
        }

        var script = new StringBuilder();
        var offsets = new List<int>();
        foreach (var literal in literals)
        {
            Decode(_text.Tokens[_text.IndexAt(literal.StartOffset)], script, offsets);
        }

        offsets.Add(offsets.LastOrDefault());
        var within = findings.Source.Nested(script.ToString(), [.. offsets]);
        if (ScriptReader.LooksLikeScript(within))
        {
            _found.AddRange(new ScriptWalker(findings.Within(within), source, LexerMode.Exact).Read());
        }
    }

    /// <summary>Adds the text that a literal means, and where each of its characters stands.</summary>
    private static void Decode(Token literal, StringBuilder script, List<int> offsets)
    {
        var text = literal.Text;
        var isAsGiven = text.Length == literal.End - literal.Start;
        for (var i = text.IndexOf('\'', StringComparison.Ordinal) + 1; i < text.Length - 1; i++)
        {
            script.Append(text[i]);
            offsets.Add(isAsGiven ? literal.Start + i : literal.Start);
            i += text[i] == '\'' ? 1 : 0;
        }
    }
}
