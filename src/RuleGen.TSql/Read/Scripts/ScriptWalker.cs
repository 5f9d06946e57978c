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
    private readonly List<ScriptObject> _found = [];
    private readonly List<SelectStatement> _withoutCase = [];
    private readonly ScriptConstants _constants = new();
    private List<Token> _tokens = [];
    private CleanText _text = new([]);
    private TokenLedger _ledger = new(findings, new CleanText([]));

    /// <summary>The tables that were taken for the source, as they are written.</summary>
    public IReadOnlyList<string> Assumed => _ledger.Assumed;

    /// <summary>The codings; what is wrong is reported.</summary>
    public ValueList<ScriptObject> Read()
    {
        var all = Lexer.Read(findings, mode);
        _tokens = SqlcmdLines.Remove(all);
        SqlcmdLines.Account(all, _tokens, findings);
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
                _constants.Clear();
                VisitAll(batch.Statements, isConditional: false);
            }

            if (_found.Count == 0 && _withoutCase.Count > 0 && !findings.HasProblems)
            {
                _ledger.Report(
                    ErrorCodes.SeveralCases,
                    $"No CASE and no constant column is called '{MessageText.OneLine(options.Case!)}'",
                    "Give --case the name or number of a column of the query",
                    _withoutCase[0]
                );
            }

            if (!findings.HasProblems)
            {
                _ledger.RefuseRest();
            }
        }

        return _found.ToValueList();
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
            _constants.Pass(statement, isConditional);
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
        var isOverTable =
            Syntax.Query(select) is { FromClause: not null } query
            && (source.Lists.Count == 0 || NameOfTable(query) is not null);
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
        if (ScriptSteps.WhyStep(select, _found) is { } reason)
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

        RefuseHarm(select);
        if (parts.LacksLabel && isWhole)
        {
            _ledger.PassOver(select, "SELECT", "it has no column of the name that --case says");
            _withoutCase.Add(select);
            return null;
        }

        // What is wrong with the conditions is shown beside what is wrong around them.
        var coding =
            parts.Branches.Count == 0
                ? ReadParts(
                    parts,
                    select,
                    new NameScope(parameters, NameOfTable(Syntax.Query(select)), _constants)
                    {
                        IsLenient = options.IsLenient,
                        Joins = parts.Joins,
                    },
                    isWhole
                )
                : ReadBranches(parts, select, isWhole);
        if (coding is not null && isWhole)
        {
            _found.Add(new ScriptObject(kind, name?.SchemaIdentifier?.Value, name?.BaseIdentifier?.Value, coding));
        }

        return coding;
    }

    private Coding? ReadParts(QueryParts parts, TSqlFragment query, NameScope scope, bool isWhole)
    {
        var kept = parts.Joins.Select(join => join.Keeps).OfType<Predicate>().ToValueList();
        foreach (var join in parts.Joins.Where(join => join.Keeps is not null))
        {
            findings.Note(
                _ledger.First(query).Start,
                $"The inner join to '{join.Alias}' keeps the rows that have such an item: it is read as a condition of the WHERE"
            );
        }

        if (parts is { Case: null, Label: null, Where: null })
        {
            return kept.Count > 0 ? new Coding([], null, Joined(kept))
                : isWhole ? RefuseEmpty(query)
                : null;
        }

        var coding = parts is { Case: null, Label: { } label }
            ? ReadLabelled(label, parts.Where, scope)
            : Assemble([.. parts.Case is null ? [] : TokensOf(parts.Case), .. WhereTokens(parts.Where)], scope);
        return coding is null || kept.Count == 0
            ? coding
            : new Coding(
                coding.Arms,
                coding.Else,
                coding.Exclusions is { } exclusions ? Joined(kept.Add(exclusions)) : Joined(kept)
            )
            {
                ElseDocumentation = coding.ElseDocumentation,
                ExclusionsDocumentation = coding.ExclusionsDocumentation,
                IsWrittenWithCase = coding.IsWrittenWithCase,
            };

        static Predicate Joined(ValueList<Predicate> all) => all is [var single] ? single : And.Of(all);
    }

    /// <summary>The queries of a UNION as one coding, if no row is in two of them.</summary>
    private Coding? ReadBranches(QueryParts parts, SelectStatement select, bool isWhole)
    {
        var branches = parts.Branches;
        var codings = branches
            .Select(branch =>
                ReadParts(
                    branch,
                    branch.Syntax!,
                    new NameScope(null, NameOfTable((QuerySpecification)branch.Syntax!), _constants)
                    {
                        IsLenient = options.IsLenient,
                        Joins = branch.Joins,
                    },
                    isWhole
                )
            )
            .ToList();
        if (!isWhole || codings.Contains(null))
        {
            return null;
        }

        // Of queries that show the same constants, a row is shown once, however many it is in.
        var merged = branches
            .Zip(codings, (branch, coding) => (branch, Coding: coding!))
            .Select(
                (each, place) => (each.Coding, Place: place, Group: Signature(each.branch, parts.MergesRows, place))
            )
            .GroupBy(each => each.Group)
            .Select(group => (Coding: UnionCoding.Merge([.. group.Select(each => each.Coding)]), group.First().Place))
            .ToList();
        var kept = merged.Select(each => UnionCoding.KeptBy(each.Coding)).ToValueList();
        if (options.FindOverlap!(kept) is { } overlap)
        {
            var (first, second) = (merged[overlap.First].Place + 1, merged[overlap.Second].Place + 1);
            _ledger.Report(
                ErrorCodes.OverlappingBranches,
                FormattableString.Invariant(
                    $"{(overlap.Row is null ? "It is not known whether a row is" : "A row can be")} in query {first} and query {second} of the UNION, and would be shown twice: {overlap.Row?.ToString() ?? overlap.Why}"
                ),
                "Say in the WHERE of one that the other's rows are not its own; or write one CASE with an arm for each",
                branches[second - 1].Syntax!
            );
            return null;
        }

        try
        {
            return UnionCoding.Of([.. merged.Select(each => each.Coding)]);
        }
        catch (RuleGenException exception)
        {
            findings.Report(exception, _ledger.First(select).Start, _ledger.Last(select).End);
            return null;
        }
    }

    /// <summary>The same for queries of which a row that is in several is shown once.</summary>
    private static string Signature(QueryParts branch, bool mergesRows, int place) =>
        mergesRows && branch is { Case: null, Label: not null }
            ? string.Join('\0', branch.Constants)
            : FormattableString.Invariant($"\0{place}");

    /// <summary>What the one table of a query is called in it; null where it has none.</summary>
    private static string? NameOfTable(QuerySpecification? query)
    {
        var reference = query?.FromClause?.TableReferences is [var single] ? single : null;
        while (reference is JoinTableReference join)
        {
            reference = join.FirstTableReference;
        }

        return reference is NamedTableReference table ? (table.Alias ?? table.SchemaObject.BaseIdentifier).Value : null;
    }

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

    private Coding? RefuseEmpty(TSqlFragment query)
    {
        _ledger.Report(
            ErrorCodes.NoCoding,
            "The query has no CASE, no label and no WHERE",
            "Give a query that labels rows, or says which it keeps",
            query
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

        var within = EmbeddedScript.Read(
            findings.Source,
            literals.Select(literal => _text.Tokens[_text.IndexAt(literal.StartOffset)])
        );
        if (!ScriptReader.LooksLikeScript(Lexer.Read(new Findings(within), LexerMode.Repairing)))
        {
            _ledger.Refuse(execute, "EXECUTE of a text that is no script", "Give a script, or leave it out");
            return;
        }

        _ledger.Claim(execute);
        var walker = new ScriptWalker(findings.Within(within), source, options, LexerMode.Exact, session);
        _found.AddRange(walker.Read());
        _ledger.Assume(walker.Assumed);
    }
}
