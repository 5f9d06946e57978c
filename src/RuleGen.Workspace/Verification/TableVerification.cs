using RuleGen.Data.Evaluation;
using RuleGen.Model;
using RuleGen.SqlServer;

namespace RuleGen.Workspaces.Verification;

/// <summary>Takes every row of a table through the deployed objects and the engine in memory.</summary>
internal static class TableVerification
{
    /// <summary>Verifies a coding.</summary>
    /// <param name="name">What messages call the coding.</param>
    /// <param name="coding">The coding, over the source's columns.</param>
    /// <param name="source">The source.</param>
    /// <param name="table">The table, for messages.</param>
    /// <param name="deployed">The objects and the table.</param>
    /// <param name="progress">Takes how many rows there were so far.</param>
    /// <exception cref="RuleGenException">The server refuses, or the connection is lost.</exception>
    public static VerificationResult Run(
        string name,
        Coding coding,
        Source source,
        TableName table,
        DeployedCoding deployed,
        IRunProgress? progress
    )
    {
        var engines = deployed.Objects.Select(each => new DeployedEngine(each, deployed)).ToList();
        using var verification = new CodingVerification(
            name,
            coding,
            source,
            [new MemoryEngine(coding), .. engines],
            excluded: []
        );
        var rows = 0;
        deployed.Read(
            RowChunks.Size,
            taken =>
            {
                engines.ForEach(engine => engine.Take(taken));
                verification.Add(
                    new RowChunk(taken.Rows, [.. Enumerable.Range(rows + 1, taken.Rows.Count)], $"{table} row ")
                );
                rows += taken.Rows.Count;
                progress?.Report(rows, done: 0);
            }
        );
        progress?.Clear();
        return verification.Result;
    }
}
