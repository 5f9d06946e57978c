using System.Globalization;
using RuleGen.Model;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Verification;

/// <summary>Takes every row of a table through the deployed objects and the engine in memory.</summary>
internal static class TableVerification
{
    private const int ProgressEvery = 100;

    /// <summary>Verifies a coding.</summary>
    /// <param name="name">What messages call the coding.</param>
    /// <param name="coding">The coding, over the source's columns.</param>
    /// <param name="source">The source.</param>
    /// <param name="table">The table, for messages.</param>
    /// <param name="deployed">The objects and the table.</param>
    /// <param name="progress">Takes what is being done, line by line.</param>
    /// <exception cref="RuleGenException">The server refuses, or the connection is lost.</exception>
    public static VerificationResult Run(
        string name,
        Coding coding,
        Source source,
        TableName table,
        DeployedCoding deployed,
        Action<string> progress
    )
    {
        var view = new DeployedEngine("view", deployed);
        var function = new DeployedEngine("function", deployed);
        IVerificationEngine[] engines = deployed.HasView
            ? [new MemoryEngine(coding), view, function]
            : [new MemoryEngine(coding), function];
        using var verification = new CodingVerification(name, coding, source, engines, []);
        var (chunks, rows) = (0, 0);
        deployed.Read(
            RowChunks.Size,
            taken =>
            {
                view.Results = taken.View ?? [];
                function.Results = taken.Function;
                verification.Add(
                    new RowChunk(taken.Rows, [.. Enumerable.Range(rows + 1, taken.Rows.Count)], $"{table} row ")
                );
                rows += taken.Rows.Count;
                if (++chunks % ProgressEvery == 0)
                {
                    progress(string.Create(CultureInfo.InvariantCulture, $"{name}: {rows} rows"));
                }
            }
        );
        return verification.Result;
    }
}
