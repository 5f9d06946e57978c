namespace RuleGen.Languages;

/// <summary>To decide a question would take more work than is allowed: it stays undecided.</summary>
public abstract class LimitReachedException : Exception
{
    private protected LimitReachedException(string message)
        : base(message) { }
}

/// <summary>A search among alternatives would take more steps than are allowed.</summary>
public sealed class TooManyStepsException : LimitReachedException
{
    /// <summary>A search that was given up.</summary>
    public TooManyStepsException()
        : base("A search would take more steps than are allowed.") { }
}
