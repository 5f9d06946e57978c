using System.Text;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Finds the codings in one script, and in the scripts within its string literals.</summary>
internal sealed class ScriptWalker(
    Findings findings,
    Source source,
    ReadOptions options,
    LexerMode mode,
    SessionState session
)
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
    private TokenLedger _ledger = new(findings, new CleanText([]));

    /// <summary>The tables that were taken for the source, as they are written.</summary>
    public IReadOnlyList<string> Assumed => _ledger.Assumed;

    /// <summary>The codings; what is wrong is reported.</summary>
    public ValueList<ScriptObject> Read()
    {
        var all = Lexer.Read(findings, mode);
        _tokens = WithoutSqlcmd(all);
        AccountForSqlcmd(all);
        if (mode != LexerMode.Exact)
        {
            _tokens = NameRepair.Join(_tokens, source, findings);
        }

        if (_tokens.Exists(token => token.IsUnclosed) || !Nesting.Check(_tokens, findings))
        {
            return [];
        }

        _text = new CleanText(_tokens);
        _ledger = new TokenLedger(findings, _text);
        var parsed = ScriptDomParser.ParseScript(_text.Text);
        foreach (var error in parsed.Errors.Where(_ => _text.Tokens.Count > 0))
        {
            ReportError(error);
        }

        if (parsed.IsComplete)
        {
            foreach (var batch in parsed.Syntax!.Batches)
            {
                session.StartBatch();
                VisitAll(batch.Statements, isConditional: false);
            }

            if (!findings.HasProblems)
            {
                _ledger.RefuseRest();
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

    /// <summary>Notes the lines for sqlcmd, and refuses those that bring in another file.</summary>
    private void AccountForSqlcmd(List<Token> all)
    {
        var kept = _tokens.ToHashSet();
        var lines = all.Where(token => !kept.Contains(token)).GroupBy(token => token.Line);
        foreach (var line in lines.Select(tokens => tokens.ToList()))
        {
            var name = $":{line[1].Text}";
            if (line[1].Is("r"))
            {
                findings.Report(
                    ErrorCodes.UnsupportedConstruct,
                    $"{name} is not read: sqlcmd puts another file in its place",
                    "Put the text of that file there",
                    line[0].Start,
                    line[^1].End
                );
            }
            else
            {
                findings.Note(line[0].Start, $"{name} is passed over: it is a command of sqlcmd, and no T-SQL");
            }
        }
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

    /// <summary>Reads a statement, passes over it, or refuses it.</summary>
    internal void Visit(TSqlStatement? statement, bool isConditional)
    {
        if (statement is not null)
        {
            session.Pass(statement, isConditional);
        }

        switch (statement)
        {
            case null:
                break;
            case DataModificationStatement change when PassedOver.IsOfVariable(change):
                _ledger.PassOver(change, reason: "it changes rows of a variable, which the coding does not read");
                break;
            case var other when NodeRules.Of(other).Treatment == Treatment.Refused:
                _ledger.Refuse(other);
                break;
            case ViewStatementBody view:
                ReadView(view);
                break;
            case FunctionStatementBody { ReturnType: SelectFunctionReturnType returned } function:
                ReadFunction(function, returned.SelectStatement);
                break;
            case SelectStatement select:
                ReadSelect(select, isConditional);
                break;
            case ExecuteStatement { ExecuteSpecification: { } execute }:
                ReadExecute(execute);
                break;
            case IfStatement branch:
                NoteGuard(branch, "IF");
                Visit(branch.ThenStatement, isConditional: true);
                Visit(branch.ElseStatement, isConditional: true);
                break;
            case WhileStatement loop:
                NoteGuard(loop, "WHILE");
                Visit(loop.Statement, isConditional: true);
                break;
            case BeginEndBlockStatement block:
                VisitAll(block.StatementList, isConditional);
                break;
            case TryCatchStatement attempt:
                VisitAll(attempt.TryStatements, isConditional);
                VisitAll(attempt.CatchStatements, isConditional: true);
                break;
            case var other when PassedOver.WhyNot(other, source) is { } remedy:
                _ledger.Refuse(other, null, remedy);
                break;
            case var other when NodeRules.Of(other).Treatment == Treatment.PassedOver:
                _ledger.PassOver(other);
                break;
            default:
                _ledger.Refuse(statement);
                break;
        }
    }

    /// <summary>Conditions of a script say what of it runs; what they guard is read all the same.</summary>
    private void NoteGuard(TSqlStatement statement, string name) =>
        _ledger.PassOver(statement, name, "what it guards is read as if it ran");

    private void VisitAll(StatementList? statements, bool isConditional) =>
        VisitAll(statements?.Statements ?? [], isConditional);

    private void VisitAll(IEnumerable<TSqlStatement> statements, bool isConditional)
    {
        foreach (var statement in statements)
        {
            Visit(statement, isConditional);
        }
    }

    private void ReadView(ViewStatementBody view)
    {
        AccountForOthers(view, view.SelectStatement);
        ReadQuery(ScriptObjectKind.View, view.SchemaObjectName, view.SelectStatement, null);
    }

    private void ReadFunction(FunctionStatementBody function, SelectStatement select)
    {
        AccountForOthers(function, function.ReturnType);

        // Over a table, parameters are values that are not known; by themselves they stand for the columns.
        var isOverTable = Query(select.QueryExpression) is { FromClause: not null };
        var parameters = isOverTable ? null : new FunctionParameters(function.Parameters);
        if (ReadQuery(ScriptObjectKind.Function, function.Name, select, parameters) is not { } coding)
        {
            return;
        }

        foreach (var (parameter, column) in parameters?.FindTooSmall(coding, source) ?? [])
        {
            _ledger.Report(
                ErrorCodes.UnsupportedConstruct,
                $"{_ledger.Written(parameter)} does not hold every value of its column, which is {column.Type}",
                $"Declare it {column.Type}",
                parameter
            );
        }
    }

    /// <summary>
    /// Accounts for what stands beside a query in its view or function, and refuses it where it may mean something.
    /// </summary>
    private void AccountForOthers(TSqlStatement statement, TSqlFragment read)
    {
        foreach (var part in Syntax.Children(statement).Where(part => part != read))
        {
            if (NodeRules.Of(part).Treatment == Treatment.Refused)
            {
                _ledger.Refuse(part);
            }
            else
            {
                _ledger.Claim(part);
            }
        }
    }

    private void ReadSelect(SelectStatement select, bool isConditional)
    {
        if (IsStepOfScript(select) is { } reason)
        {
            _ledger.PassOver(select, "SELECT", reason);
        }
        else if (isConditional)
        {
            _ledger.Refuse(select, "A query that runs under IF or WHILE", "Give the query by itself");
        }
        else
        {
            ReadQuery(ScriptObjectKind.Query, null, select, null);
        }
    }

    /// <summary>Why a query is a step of a script and no coding; null where it may be one.</summary>
    private string? IsStepOfScript(SelectStatement select)
    {
        if (Query(select.QueryExpression) is not { } query)
        {
            return null;
        }

        if (query.SelectElements.Any(element => element is SelectSetVariable))
        {
            return NodeRules.Of(typeof(SelectSetVariable)).Reason;
        }

        var tables = query.FromClause is null ? [] : Tables(query.FromClause).ToList();
        if (tables.Count > 0 && tables.TrueForAll(IsOfCatalogue))
        {
            return "it asks the catalogue, not the source";
        }

        if (tables is [NamedTableReference table] && IsFound(table.SchemaObject))
        {
            return "it shows what the script has made";
        }

        return
            tables.Count == 0
            && query.WhereClause is null
            && !query.SelectElements.Any(element => Holds<CaseExpression>(element))
            ? "it reads no table"
            : null;
    }

    private bool IsFound(SchemaObjectName name) =>
        _found.Exists(found =>
            SqlName.Comparer.Equals(found.Name, name.BaseIdentifier.Value)
            && (
                name.SchemaIdentifier is null
                || found.Schema is null
                || SqlName.Comparer.Equals(found.Schema, name.SchemaIdentifier.Value)
            )
        );

    private static bool IsOfCatalogue(TableReference table)
    {
        var name = table switch
        {
            NamedTableReference named => named.SchemaObject,
            SchemaObjectFunctionTableReference function => function.SchemaObject,
            _ => null,
        };
        var schema = name?.SchemaIdentifier?.Value;
        return SqlName.Comparer.Equals(schema, "sys") || SqlName.Comparer.Equals(schema, "INFORMATION_SCHEMA");
    }

    /// <summary>The tables of a piece of syntax, those within joins among them.</summary>
    private static IEnumerable<TableReference> Tables(TSqlFragment syntax) =>
        Syntax
            .Children(syntax)
            .OfType<TableReference>()
            .SelectMany(table => table is JoinTableReference ? Tables(table) : [table]);

    private static bool Holds<TSyntax>(TSqlFragment syntax)
        where TSyntax : TSqlFragment => syntax is TSyntax || Syntax.Children(syntax).Any(Holds<TSyntax>);

    private static QuerySpecification? Query(QueryExpression? expression)
    {
        while (expression is QueryParenthesisExpression parenthesis)
        {
            expression = parenthesis.QueryExpression;
        }

        return expression as QuerySpecification;
    }

    private Coding? ReadQuery(
        ScriptObjectKind kind,
        SchemaObjectName? name,
        SelectStatement select,
        FunctionParameters? parameters
    )
    {
        var before = findings.ProblemCount;
        var parts = new QueryReader(_ledger, source, options).Read(select);
        var isWhole = findings.ProblemCount == before;
        if (!parts.IsOverSource)
        {
            return null;
        }

        var scope = new NameScope(parameters, NameOfTable(select));
        RefuseHarm(select);

        // What is wrong with the conditions is shown beside what is wrong around them.
        var coding = parts switch
        {
            { Cases: [], Constants: [var label] } => ReadLabelled(label, parts.Where, scope),
            { Cases: [], Where: null } => isWhole ? RefuseEmpty(select) : null,
            _ => Assemble([.. parts.Cases.SelectMany(TokensOf), .. WhereTokens(parts.Where)], scope),
        };
        if (coding is not null && isWhole)
        {
            _found.Add(new ScriptObject(kind, name?.SchemaIdentifier?.Value, name?.BaseIdentifier?.Value, coding));
        }

        return coding;
    }

    /// <summary>What the one table of a query is called in it; null where it has none.</summary>
    private static string? NameOfTable(SelectStatement select) =>
        Query(select.QueryExpression)?.FromClause?.TableReferences is [NamedTableReference table]
            ? (table.Alias ?? table.SchemaObject.BaseIdentifier).Value
            : null;

    /// <summary>Refuses what was set before a query and takes its meaning away.</summary>
    private void RefuseHarm(SelectStatement select)
    {
        var hasDoubleQuotes = TokensOf(select)
            .Exists(token => token.Kind == TokenKind.QuotedName && token.Text[0] == '"');
        foreach (var (statement, remedy) in session.FindHarm(hasDoubleQuotes).ToList())
        {
            _ledger.Refuse(statement, null, remedy);
        }
    }

    private Coding? RefuseEmpty(SelectStatement select)
    {
        _ledger.Report(
            ErrorCodes.NoCoding,
            "The query has no CASE, no label and no WHERE",
            "Give a query that labels rows, or says which it keeps",
            select
        );
        return null;
    }

    /// <summary>A query that gives every row that it keeps one label: an arm that is always taken.</summary>
    private Coding? ReadLabelled(SelectScalarExpression item, WhereClause? where, NameScope scope)
    {
        var tokens = TokensOf(item.Expression).Where(token => token.Kind != TokenKind.Comment).ToList();
        var label = LabelReader.Read(new LabelPart(tokens[0], tokens), findings);
        var kept = where is null ? null : Assemble(TokensOf(where), scope);
        if (label is null || (where is not null && kept is null))
        {
            return null;
        }

        var arm = new CaseArm(ConstantComparison.AlwaysTrue, label) { Position = label.Position };
        return new Coding([arm], null, kept?.Exclusions)
        {
            ExclusionsDocumentation = kept?.ExclusionsDocumentation ?? Documentation.None,
        };
    }

    private Coding? Assemble(List<Token> tokens, NameScope scope) =>
        CodingAssembler.Assemble(tokens, source, scope, findings);

    private List<Token> WhereTokens(WhereClause? where) => where is null ? [] : TokensOf(where);

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

    private void ReadExecute(ExecuteSpecification execute)
    {
        if (execute.LinkedServer is not null)
        {
            _ledger.Refuse(execute, "EXECUTE … AT a linked server", "Give what runs there by itself");
            return;
        }

        switch (execute.ExecutableEntity)
        {
            case ExecutableStringList { Strings: var texts }:
                ReadWithin(execute, [.. texts]);
                break;
            case ExecutableProcedureReference procedure when PassedOver.NameOf(procedure) is { } name:
                if (SqlName.Comparer.Equals(name, "sp_executesql"))
                {
                    ReadWithin(
                        execute,
                        [.. procedure.Parameters.Take(1).Select(parameter => parameter.ParameterValue)]
                    );
                }
                else if (PassedOver.IsHarmless(name))
                {
                    _ledger.PassOver(execute, $"EXECUTE {name}", "it changes no table");
                }
                else
                {
                    _ledger.Refuse(
                        execute,
                        $"EXECUTE {_ledger.Written(procedure.ProcedureReference)}",
                        "Give the query that the procedure runs"
                    );
                }

                break;
            default:
                _ledger.Refuse(execute, "EXECUTE of a variable", "Give the script that it holds");
                break;
        }
    }

    /// <summary>Reads the script that literals hold, put one after the other.</summary>
    private void ReadWithin(ExecuteSpecification execute, List<ScalarExpression> literals)
    {
        if (
            literals.Count == 0
            || literals.Exists(literal => literal is not Microsoft.SqlServer.TransactSql.ScriptDom.StringLiteral)
        )
        {
            _ledger.Refuse(execute, "EXECUTE of a text that is put together", "Give the script that it makes");
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
        if (!ScriptReader.LooksLikeScript(within))
        {
            _ledger.Refuse(execute, "EXECUTE of a text that is no script", "Give a script, or leave it out");
            return;
        }

        _ledger.Claim(execute);
        var walker = new ScriptWalker(findings.Within(within), source, options, LexerMode.Exact, session);
        _found.AddRange(walker.Read());
        _ledger.Assume(walker.Assumed);
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
