using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>
/// Plays a script as a session of SQL Server would: which statements run, in which transaction, and what stays. What the
/// database would answer, the test answers. It knows the control flow that the scripts use: batches, NOEXEC, IF,
/// RETURN, TRY … CATCH, transactions under XACT_ABORT, <c>@@ERROR</c>, <c>@@OPTIONS</c> and the session's context; other
/// statements that it does not know fail the test.
/// </summary>
/// <param name="isTrue">Whether a condition holds that asks the database; its text has single blanks.</param>
internal sealed class ScriptPlayer(Func<string, bool> isTrue)
{
    private readonly List<string> _uncommitted = [];
    private bool _hasError;
    private int _tries;

    /// <summary>How many transactions are open.</summary>
    public int Transactions { get; private set; }

    /// <summary>Whether the session begins transactions by itself.</summary>
    public bool IsImplicit { get; init; }

    /// <summary>A part of the statement that fails; null where none does.</summary>
    public string? Failing { get; init; }

    /// <summary>Whether statements are compiled only.</summary>
    public bool IsNoExec { get; private set; }

    /// <summary>What the session's context holds; null where that is nothing.</summary>
    public string? Context { get; private set; }

    /// <summary>What changed the database, or the server, and stays.</summary>
    public List<string> Changes { get; } = [];

    /// <summary>What was printed.</summary>
    public List<string> Printed { get; } = [];

    /// <summary>The messages of errors.</summary>
    public List<string> Errors { get; } = [];

    /// <summary>With a transaction open that is not the script's, and what an earlier run left in the context.</summary>
    public ScriptPlayer WithOpenTransaction(string? context = null)
    {
        Transactions = 1;
        Context = context;
        return this;
    }

    /// <summary>Runs all batches, whatever becomes of one, as SSMS does, and sqlcmd without -b.</summary>
    public ScriptPlayer Run(string script)
    {
        foreach (var batch in ScriptBatches.Split(script))
        {
            using var reader = new StringReader(batch);
            var tree = (TSqlScript)new TSql150Parser(true).Parse(reader, out var errors);
            Assert.That(errors.Select(error => error.Message), Is.Empty);
            _tries = 0;
            try
            {
                foreach (var statement in tree.Batches.Single().Statements)
                {
                    Run(statement);
                }
            }
            catch (EndOfBatchException)
            {
                // The next one runs all the same.
            }
        }

        return this;
    }

    private void Run(TSqlStatement statement)
    {
        if (statement is PredicateSetStatement { Options: SetOptions.NoExec } noExec)
        {
            IsNoExec = noExec.IsOn;
            return;
        }

        if (IsNoExec)
        {
            return;
        }

        switch (statement)
        {
            case IfStatement branch:
                RunIf(branch);
                return;
            case WhileStatement loop:
                // Once is enough to see what its body does.
                RunIf(loop.Predicate, loop.Statement, otherwise: null);
                return;
            case BeginEndBlockStatement block:
                Run(block.StatementList);
                return;
            case TryCatchStatement guarded:
                RunTry(guarded);
                return;
        }

        var text = Text(statement);
        if (Failing is not null && text.Contains(Failing, StringComparison.Ordinal))
        {
            RaiseError($"failed: {Failing}", isAbort: true);
        }

        RunSimple(statement, text);
        _hasError = statement is RaiseErrorStatement;
    }

    private void Run(StatementList statements)
    {
        foreach (var statement in statements.Statements)
        {
            Run(statement);
        }
    }

    private void RunIf(IfStatement branch) => RunIf(branch.Predicate, branch.ThenStatement, branch.ElseStatement);

    private void RunIf(BooleanExpression condition, TSqlStatement then, TSqlStatement? otherwise)
    {
        var holds = IsTrue(condition);
        _hasError = false;
        if (holds)
        {
            Run(then);
        }
        else if (otherwise is not null)
        {
            Run(otherwise);
        }
    }

    private void RunTry(TryCatchStatement guarded)
    {
        _tries++;
        try
        {
            Run(guarded.TryStatements);
            _tries--;
        }
        catch (CaughtException)
        {
            _tries--;
            Run(guarded.CatchStatements);
        }
    }

    private void RunSimple(TSqlStatement statement, string text)
    {
        switch (statement)
        {
            case BeginTransactionStatement:
                Transactions++;
                break;
            case CommitTransactionStatement:
                Commit();
                break;
            case RollbackTransactionStatement:
                Assert.That(Transactions, Is.Positive, "ROLLBACK without a transaction");
                Undo();
                break;
            case RaiseErrorStatement:
                RaiseError(text, isAbort: false);
                break;
            case ThrowStatement:
                RaiseError("thrown again", isAbort: true);
                break;
            case ReturnStatement:
                throw new EndOfBatchException();
            case PrintStatement:
                Printed.Add(text);
                break;
            case ExecuteStatement execute:
                Execute(execute.ExecuteSpecification.ExecutableEntity, text);
                break;
            case SelectStatement
            or DeclareVariableStatement
            or DeclareTableVariableStatement
            or PredicateSetStatement
            or SetCommandStatement
            or SetVariableStatement:
                break;
            case InsertStatement { InsertSpecification.Target: VariableTableReference }
            or DeleteStatement { DeleteSpecification.Target: VariableTableReference }:
                break;
            case ViewStatementBody
            or FunctionStatementBody
            or CreateAssemblyStatement
            or InsertStatement
            or DropObjectsStatement
            or DropSchemaStatement:
                Change(text);
                break;
            default:
                Assert.Fail($"The player does not know {statement.GetType().Name}.");
                break;
        }
    }

    private void Execute(ExecutableEntity entity, string text)
    {
        if (entity is not ExecutableProcedureReference procedure)
        {
            Change(text);
            return;
        }

        switch (procedure.ProcedureReference.ProcedureReference.Name.BaseIdentifier.Value)
        {
            case "sp_set_session_context":
                Context = (procedure.Parameters[1].ParameterValue as StringLiteral)?.Value;
                break;
            case "sp_getapplock":
                Assert.That(Transactions, Is.Positive, "The lock needs a transaction (rule 10.9).");
                break;
            default:
                Change(text);
                break;
        }
    }

    private void Change(string text)
    {
        if (Transactions == 0)
        {
            Changes.Add(text);
        }
        else
        {
            _uncommitted.Add(text);
        }
    }

    private void Commit()
    {
        Assert.That(Transactions, Is.Positive, "COMMIT without a transaction");
        if (--Transactions == 0)
        {
            Changes.AddRange(_uncommitted);
            _uncommitted.Clear();
        }
    }

    private void Undo()
    {
        Transactions = 0;
        _uncommitted.Clear();
    }

    /// <summary>Under XACT_ABORT an error that aborts undoes the transaction, unless a TRY catches it (rule 10.7).</summary>
    private void RaiseError(string message, bool isAbort)
    {
        Errors.Add(message);
        _hasError = true;
        if (_tries > 0)
        {
            throw new CaughtException();
        }

        if (isAbort)
        {
            Undo();
            throw new EndOfBatchException();
        }
    }

    private bool IsTrue(BooleanExpression condition) =>
        condition switch
        {
            BooleanParenthesisExpression nested => IsTrue(nested.Expression),
            BooleanNotExpression not => !IsTrue(not.Expression),
            BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } and => IsTrue(
                and.FirstExpression
            ) && IsTrue(and.SecondExpression),
            BooleanBinaryExpression or => IsTrue(or.FirstExpression) || IsTrue(or.SecondExpression),
            _ => IsTrue(Text(condition)),
        };

    private bool IsTrue(string condition) =>
        condition switch
        {
            "@@TRANCOUNT > 0" => Transactions > 0,
            "@@TRANCOUNT = 0" => Transactions == 0,
            "@@ERROR <> 0" => _hasError,
            "(@@OPTIONS & 2) = 2" => IsImplicit,
            "SESSION_CONTEXT(N'RuleGen') IS NOT NULL" => Context is not null,
            _ when condition.StartsWith("CONVERT(nvarchar(10), SESSION_CONTEXT(", StringComparison.Ordinal) => Context
                is not null
                && condition.EndsWith($"= N'{Context}'", StringComparison.Ordinal),
            _ => isTrue(condition),
        };

    private static string Text(TSqlFragment fragment)
    {
        var tokens = fragment
            .ScriptTokenStream.Skip(fragment.FirstTokenIndex)
            .Take(fragment.LastTokenIndex - fragment.FirstTokenIndex + 1)
            .Where(token => token.TokenType is not (TSqlTokenType.SingleLineComment or TSqlTokenType.MultilineComment))
            .Select(token => token.TokenType == TSqlTokenType.WhiteSpace ? " " : token.Text);
        return string.Join(' ', string.Concat(tokens).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private sealed class EndOfBatchException : Exception;

    private sealed class CaughtException : Exception;
}
