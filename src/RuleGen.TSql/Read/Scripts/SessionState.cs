using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Read;

/// <summary>
/// What the statements before a coding have set: options under which its T-SQL means something else, or does not run.
/// </summary>
internal sealed class SessionState
{
    private const SetOptions WithoutRun =
        SetOptions.NoExec
        | SetOptions.ParseOnly
        | SetOptions.FmtOnly
        | SetOptions.ShowPlanAll
        | SetOptions.ShowPlanText
        | SetOptions.ShowPlanXml;

    private readonly Dictionary<SetOptions, PredicateSetStatement> _inForce = [];
    private TSqlStatement? _end;

    /// <summary>A new batch: it runs although the one before has returned.</summary>
    public void StartBatch() => _end = null;

    /// <summary>Takes note of a statement.</summary>
    /// <param name="statement">Any statement.</param>
    /// <param name="isConditional">Whether it is known to run: what guards a script against errors does not.</param>
    public void Pass(TSqlStatement statement, bool isConditional)
    {
        if (statement is PredicateSetStatement set)
        {
            foreach (
                var option in Enum.GetValues<SetOptions>().Where(option => option != 0 && set.Options.HasFlag(option))
            )
            {
                Set(option, set, isConditional);
            }
        }
        else if (statement is ReturnStatement or ThrowStatement && !isConditional)
        {
            _end ??= statement;
        }
    }

    /// <summary>The statements that change what a coding at this place means, each with what to do about it.</summary>
    /// <param name="hasDoubleQuotes">Whether the coding has names in double quotes.</param>
    public IEnumerable<(TSqlStatement Statement, string Remedy)> FindHarm(bool hasDoubleQuotes)
    {
        foreach (var (option, set) in _inForce)
        {
            if (set.IsOn)
            {
                yield return (set, "Leave it out: what comes after it does not run");
            }
            else if (option != SetOptions.QuotedIdentifier)
            {
                yield return (set, "Set it ON: off, = NULL and <> NULL are TRUE of some rows");
            }
            else if (hasDoubleQuotes)
            {
                yield return (set, "Set it ON: off, double quotes are around text, not around names");
            }
        }

        if (_end is not null)
        {
            yield return (_end, "Leave it out: what comes after it in its batch does not run");
        }
    }

    private void Set(SetOptions option, PredicateSetStatement set, bool isConditional)
    {
        var isHarmful = (option & WithoutRun) != 0 ? set.IsOn && !isConditional : !set.IsOn;
        if (
            isHarmful
            && (option & (WithoutRun | SetOptions.AnsiNulls | SetOptions.AnsiDefaults | SetOptions.QuotedIdentifier))
                != 0
        )
        {
            _inForce[option] = set;
        }
        else if (!isConditional)
        {
            _inForce.Remove(option);
        }
    }
}
