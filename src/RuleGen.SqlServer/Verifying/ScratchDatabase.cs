using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>
/// A schema of its own on a server, for as long as somebody checks something there. It goes when it is disposed of; of
/// a process that was killed, the next one removes it.
/// </summary>
public sealed class ScratchDatabase : IDisposable
{
    private readonly ConnectionText _text;
    private readonly Action<string> _progress;
    private int _codings;
    private int _isDisposed;

    private ScratchDatabase(ConnectionText text, Action<string> progress, SqlClientSession session, string schema)
    {
        _text = text;
        _progress = progress;
        Session = session;
        Schema = schema;
    }

    /// <summary>The server.</summary>
    public ServerInfo Server { get; private init; } = null!;

    /// <summary>The kind of server that scripts are written for.</summary>
    public Target Target { get; private init; } = null!;

    /// <summary>The name of the schema, without brackets.</summary>
    public string Schema { get; }

    internal SqlClientSession Session { get; }

    /// <summary>Makes a schema, after removing those that killed processes left.</summary>
    /// <param name="text">The connection.</param>
    /// <param name="target">The kind of server; null to find it out.</param>
    /// <param name="progress">Takes what is being done, line by line.</param>
    /// <param name="cancellation">Ends whatever the server is doing.</param>
    /// <exception cref="RuleGenException">The server cannot be reached, or does not let it be made.</exception>
    public static ScratchDatabase Create(
        ConnectionText text,
        Target? target,
        Action<string> progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(progress);
        var session = text.OpenSqlClient(cancellation);
        try
        {
            var server = ServerInfo.Read(session);
            progress($"{server}, database {SqlName.Bracket(server.Database)}");
            var chosen = server.Choose(target);
            foreach (var leftover in ScratchSchema.RemoveLeftovers(session))
            {
                progress($"removed schema {SqlName.Bracket(leftover)}, which an earlier run had left");
            }

            return new ScratchDatabase(text, progress, session, ScratchSchema.Create(session))
            {
                Server = server,
                Target = chosen,
            };
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Deploys the objects of a coding over a table of their own, which is empty yet.</summary>
    /// <param name="coding">The coding, over the source's columns.</param>
    /// <param name="source">The source; its key and table are replaced.</param>
    /// <exception cref="RuleGenException">The server refuses a statement.</exception>
    public ScratchCoding Add(PublishedCoding coding, Source source)
    {
        ArgumentNullException.ThrowIfNull(coding);
        ArgumentNullException.ThrowIfNull(source);
        return new ScratchCoding(this, coding, source, ++_codings);
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
            using var session = _text.OpenSqlClient(CancellationToken.None);
            ScratchSchema.Remove(session, Schema);
        }
        catch (RuleGenException exception)
        {
            _progress(
                $"schema {SqlName.Bracket(Schema)} could not be removed, and the next 'rulegen verify --connection' "
                    + $"removes it: {exception.Problems[0].Message}"
            );
        }
    }
}
