namespace RuleGen.Data.Evaluation;

/// <summary>Is told how far a run over rows is.</summary>
public interface IRunProgress
{
    /// <summary>Takes how far the run is; called often.</summary>
    /// <param name="rows">How many rows it has taken.</param>
    /// <param name="done">How much of the input it has taken, in bytes or rows, whichever the size is given in.</param>
    void Report(long rows, long done);

    /// <summary>Makes room before anything else is said, and at the end.</summary>
    void Clear();
}
