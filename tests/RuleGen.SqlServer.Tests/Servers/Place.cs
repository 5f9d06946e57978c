using System.Diagnostics;
using System.Globalization;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.TSql;

namespace RuleGen.SqlServer.Tests.Servers;

/// <summary>A schema for objects and one with a source table, of their own for a test; both go with it.</summary>
internal sealed class Place : IDisposable
{
    private readonly string _id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..10];

    /// <summary>A place with a source table.</summary>
    /// <param name="source">Makes the source from the table; by default the table of the published codings.</param>
    public Place(Func<TableName, Source>? source = null)
    {
        Session = LiveServer.Open();
        var table = new TableName($"rgt_{_id}_source", "APCS");
        Source = (source ?? Apcs)(table);
        Session.Execute($"CREATE SCHEMA {SqlName.Bracket(Source.Table.Schema)};");
        Session.Execute(TableScript.Write(Source));
    }

    /// <summary>A session for the test's own statements.</summary>
    public ISqlSession Session { get; }

    /// <summary>The schema of the objects; deployment makes it.</summary>
    public string Schema => $"rgt_{_id}";

    public Source Source { get; }

    /// <summary>The published coding, under other edition and rule where asked for.</summary>
    public PublishedCoding Published(bool isOld = false) => Bind(isOld ? Old() : BackPainFusion.Coding);

    /// <summary>How the objects are called.</summary>
    public ObjectNaming Naming => ObjectNaming.Default with { Schema = Schema };

    public DeploymentRequest Request(PublishedCoding? coding = null) => new([coding ?? Published()], Source, Naming);

    public static ServerPlan Deploy(DeploymentRequest request)
    {
        using var session = LiveServer.Open();
        return new Deployer(session, request, _ => { }).Run();
    }

    public ServerPlan Deploy(PublishedCoding? coding = null) => Deploy(Request(coding));

    public ServerPlan Undeploy()
    {
        using var session = LiveServer.Open();
        return new Undeployer(session, Request(), _ => { }).Run();
    }

    /// <summary>The conditions of the objects, view first.</summary>
    public ObjectCondition[] Conditions(PublishedCoding? coding = null) =>
        [.. ServerStatus.Read(Session, Request(coding)).Objects.Select(each => each.Condition)];

    /// <summary>The conditions, once the server has noticed that a deployment was cut off.</summary>
    /// <param name="application">The name by which the server knows the one that was cut off; null for any.</param>
    public ObjectCondition[] Settle(string? application = null)
    {
        // A batch that is on its way when its sender is killed may begin after this asks for the lock.
        var patience = Stopwatch.StartNew();
        while (application is not null && IsThere(application))
        {
            Assert.That(patience.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)), "The session does not end.");
            Thread.Sleep(20);
        }

        // The lock of deployments is free when the transaction of the one that was cut off is at its end.
        Session.Execute("BEGIN TRANSACTION;");
        Session.Execute(
            """
            DECLARE @lock int;
            EXECUTE @lock = sys.sp_getapplock
                @Resource = N'RuleGen', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = 60000;
            IF @lock < 0 RAISERROR(N'The deployment that was cut off still holds the lock.', 16, 1);
            """
        );
        Session.Execute("COMMIT TRANSACTION;");
        return Conditions();
    }

    /// <summary>The name of an object in the place, in brackets.</summary>
    public string Name(string name) => $"{SqlName.Bracket(Schema)}.{SqlName.Bracket(name)}";

    public string View => Name(BackPainFusion.Coding.Id);

    public string Function => Name(BackPainFusion.Coding.Id + "_Outcome");

    /// <summary>A coding over the source's columns.</summary>
    public PublishedCoding Bind(PublishedCoding coding) =>
        coding with
        {
            Coding = CodingBinder.Bind(coding.Coding, Source),
        };

    /// <summary>Puts sampled rows into the source table, some thousand at a time.</summary>
    public void Fill(int rows)
    {
        using var session = ConnectionText.Parse(LiveServer.Connection).OpenSqlClient(CancellationToken.None);
        var tables = ScratchTable.Of(Source);
        var coding = Published().Coding;
        foreach (var chunk in Engine.Sampler.Sample(Source, [coding], rows, seed: 5).Chunk(10_000))
        {
            Array.ForEach(tables, table => table.Add(session, chunk));
        }

        Array.ForEach(tables, table => table.Dispose());
    }

    public void Dispose()
    {
        foreach (var schema in new[] { Schema, Source.Table.Schema })
        {
            ScratchSchema.Remove(Session, schema, LiveServer.Target);
        }

        Session.Dispose();
    }

    private bool IsThere(string application) =>
        Session
            .Query(
                $"SELECT COUNT(*) FROM sys.dm_exec_sessions AS s WHERE s.program_name = {Deploying.Hand.Quote(application)};"
            )
            .Single()
            .Flag(0);

    private static Source Apcs(TableName table)
    {
        var apcs = Rules.Apcs.Source;
        return new Source(table, apcs.Alias, ["APCS_Ident"], [], apcs.Columns);
    }

    /// <summary>An earlier edition: the arm lets everybody of 18 in.</summary>
    private static PublishedCoding Old()
    {
        var coding = BackPainFusion.Coding;
        var clause = coding.Coding.Clauses.First(each => each.Predicate is Between);
        var between = (Between)clause.Predicate;
        var older = Between.Of(between.Operand, IntegerLiteral.Of(18), between.High, between.IsNegated);
        return coding with { Edition = "An older edition", Coding = coding.Coding.With(clause.Path, older) };
    }
}
