using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>
/// A schema of its own on a server, for as long as somebody checks something there. It goes when it is disposed of, with
/// the assemblies that were made for it and the server's trust in them; of a process that was killed, the next one
/// removes it.
/// </summary>
public sealed class ScratchDatabase : IDisposable
{
    private readonly Func<CancellationToken, IDataSession> _open;
    private readonly Action<string> _progress;
    private readonly ClrMaker? _makeClr;
    private int _codings;
    private int _isDisposed;

    private ScratchDatabase(
        Func<CancellationToken, IDataSession> open,
        IDataSession session,
        Target target,
        ClrMaker? makeClr,
        Action<string> progress
    )
    {
        _open = open;
        _progress = progress;
        _makeClr = makeClr;
        Session = session;
        Target = target;
        Schema = ScratchSchema.NewName();
    }

    /// <summary>The kind of server that scripts are written for.</summary>
    public Target Target { get; }

    /// <summary>The name of the schema, without brackets.</summary>
    public string Schema { get; }

    internal IDataSession Session { get; }

    /// <summary>Makes a schema, after removing those that killed processes left.</summary>
    /// <param name="text">The connection.</param>
    /// <param name="target">The kind of server; null to find it out.</param>
    /// <param name="makeClr">Makes the SQLCLR functions; null where none are wanted.</param>
    /// <param name="progress">Takes what is being done, line by line.</param>
    /// <param name="cancellation">Ends whatever the server is doing.</param>
    /// <exception cref="RuleGenException">
    /// The server cannot be reached, or does not let it be made. RG0402, RG0705: it runs no SQLCLR functions, and some are
    /// wanted.
    /// </exception>
    public static ScratchDatabase Create(
        ConnectionText text,
        Target? target,
        ClrMaker? makeClr,
        Action<string> progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(progress);
        return Create(text.OpenSqlClient, target, makeClr, progress, cancellation);
    }

    /// <summary>Deploys the objects of a coding over a table of their own, which is empty yet.</summary>
    /// <param name="coding">The coding, over the source's columns.</param>
    /// <param name="source">The source; its key and table are replaced.</param>
    /// <exception cref="RuleGenException">
    /// RG0703: the login may not have the server trust an assembly. Or the server refuses a statement.
    /// </exception>
    public ScratchCoding Add(PublishedCoding coding, Source source)
    {
        ArgumentNullException.ThrowIfNull(coding);
        ArgumentNullException.ThrowIfNull(source);
        return new ScratchCoding(this, coding, source, _makeClr, ++_codings);
    }

    /// <summary>
    /// Removes the schema and all that is in it, by a new session: this one may be at its end. What could not be removed
    /// is named, and the next run removes it. May be called from another thread while this one computes.
    /// </summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 1)
        {
            return;
        }

        Session.Dispose();
        try
        {
            using var session = _open(CancellationToken.None);
            ScratchSchema.Remove(session, Schema, Target);
        }
        catch (RuleGenException exception)
        {
            _progress(
                $"schema {SqlName.Bracket(Schema)} could not be removed, and the next 'rulegen verify --connection' "
                    + $"removes it: {exception.Problems[0].Message}"
            );
        }
    }

    /// <summary>As the public one, over sessions of any kind.</summary>
    internal static ScratchDatabase Create(
        Func<CancellationToken, IDataSession> open,
        Target? target,
        ClrMaker? makeClr,
        Action<string> progress,
        CancellationToken cancellation
    )
    {
        var session = open(cancellation);
        try
        {
            var server = ServerInfo.Read(session);
            progress($"{server}, database {SqlName.Bracket(server.Database)}");
            var chosen = server.Choose(target);
            if (makeClr is not null && ClrCheck.Run(session, chosen) is { } problem)
            {
                throw new RuleGenException([problem]);
            }

            ScratchSchema.RemoveLeftovers(session, chosen, progress);
            var database = new ScratchDatabase(open, session, chosen, makeClr, progress);
            database.MakeSchema();
            return database;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void MakeSchema()
    {
        try
        {
            ScratchSchema.Create(Session, Schema);
        }
        catch
        {
            // It may be there all the same: an interruption comes at any time.
            Dispose();
            throw;
        }
    }
}
