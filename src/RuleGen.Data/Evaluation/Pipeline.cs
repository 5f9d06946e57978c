using System.Collections.Concurrent;

namespace RuleGen.Data.Evaluation;

/// <summary>Fills blocks on one thread while others are used on the calling thread, each in turn, then filled again.</summary>
internal static class Pipeline
{
    /// <summary>Runs until there is nothing to fill a block with.</summary>
    /// <param name="blocks">The blocks; so many are under way at most.</param>
    /// <param name="fill">Fills a block; false at the end. What it throws is thrown here, after the blocks before.</param>
    /// <param name="use">Uses a block, in the order of filling.</param>
    public static void Run<TBlock>(IReadOnlyCollection<TBlock> blocks, Func<TBlock, bool> fill, Action<TBlock> use)
    {
        var free = new BlockingCollection<TBlock>(new ConcurrentQueue<TBlock>(blocks));
        var full = new BlockingCollection<TBlock>(new ConcurrentQueue<TBlock>());
        using var stop = new CancellationTokenSource();
        var filling = Task.Factory.StartNew(
            () => Fill(free, full, fill, stop.Token),
            stop.Token,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        try
        {
            foreach (var block in full.GetConsumingEnumerable())
            {
                use(block);
                free.Add(block);
            }
        }
        catch
        {
            // The other thread may wait for input that never comes; it ends with the process.
            stop.Cancel();
            throw;
        }

        filling.GetAwaiter().GetResult();
        free.Dispose();
        full.Dispose();
    }

    private static void Fill<TBlock>(
        BlockingCollection<TBlock> free,
        BlockingCollection<TBlock> full,
        Func<TBlock, bool> fill,
        CancellationToken stop
    )
    {
        try
        {
            while (free.Take(stop) is var block && fill(block))
            {
                full.Add(block, stop);
            }
        }
        finally
        {
            full.CompleteAdding();
        }
    }
}
