using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Work on a server that is looked at first, and then done as one script, in one transaction.</summary>
public abstract class ServerWork
{
    private const int MostAttempts = 3;

    private readonly ISqlSession _session;
    private readonly Action<string> _progress;
    private ValueList<CodingObject>? _objects;

    private protected ServerWork(ISqlSession session, DeploymentRequest request, Action<string> progress)
    {
        _session = session;
        _progress = progress;
        Request = request;
    }

    /// <summary>What is asked for.</summary>
    protected DeploymentRequest Request { get; }

    /// <summary>Looks at the server, checks everything that can be checked before, and writes the script.</summary>
    /// <exception cref="RuleGenException">All that stands in the way, together.</exception>
    public ServerPlan Plan()
    {
        var info = ServerInfo.Read(_session);
        _progress($"{info}, database {SqlName.Bracket(info.Database)}");
        var target = info.Choose(Request.Target);
        _objects ??= Request.ObjectsFor(target);
        var problems = Check(_session, info, target, _objects).ToList();
        var objects = Choose(ServerStatus.Read(_session, Request, _objects, info, target));
        problems.AddRange(objects.SelectMany(Refuse));
        problems.AddRange(Check(_session, target, objects));
        return problems.Count > 0
            ? throw new RuleGenException(problems.ToValueList())
            : Plan(new ServerStatus(info, objects), target);
    }

    /// <summary>
    /// Looks and does the work; where another does the same meanwhile, looks again. Either all of it is done or nothing,
    /// also where the process is killed: the server undoes what was not committed.
    /// </summary>
    /// <exception cref="RuleGenException">As <see cref="Plan()"/>; or the server refuses a statement.</exception>
    public ServerPlan Run()
    {
        var plan = Plan();
        for (var attempt = 1; plan.Script is not null; attempt++)
        {
            try
            {
                Send(plan);
                break;
            }
            catch (RuleGenException) when (attempt < MostAttempts)
            {
                var again = PlanAgain(plan);
                if (again is null)
                {
                    throw;
                }

                _progress("somebody else was faster; looked again");
                plan = again;
            }
        }

        return plan;
    }

    /// <summary>Says what is being done, or why nothing is.</summary>
    private protected void Tell(string line) => _progress(line);

    /// <summary>What stands in the way of the work as a whole.</summary>
    private protected abstract IEnumerable<Problem> Check(
        ISqlSession session,
        ServerInfo info,
        Target target,
        ValueList<CodingObject> objects
    );

    /// <summary>The objects that the work is about.</summary>
    private protected virtual ValueList<ObjectStatus> Choose(ValueList<ObjectStatus> objects) => objects;

    /// <summary>What stands in the way of the work on these objects.</summary>
    private protected virtual IEnumerable<Problem> Check(
        ISqlSession session,
        Target target,
        ValueList<ObjectStatus> objects
    ) => [];

    /// <summary>What stands in the way of the work on an object.</summary>
    private protected abstract IEnumerable<Problem> Refuse(ObjectStatus status);

    /// <summary>The work.</summary>
    private protected abstract ServerPlan Plan(ServerStatus status, Target target);

    private void Send(ServerPlan plan)
    {
        _progress($"working on {string.Join(", ", plan.Touched.Select(each => each.QualifiedName))}");
        SessionScript.Run(_session, plan.Script!);
    }

    /// <summary>A plan for what is there now; null where that is what was there, and so did not make the work fail.</summary>
    private ServerPlan? PlanAgain(ServerPlan old)
    {
        try
        {
            var plan = Plan();
            return plan.IsForSame(old) ? null : plan;
        }
        catch (RuleGenException)
        {
            return null;
        }
    }
}
