using RuleGen.Model;

namespace RuleGen.Languages;

/// <summary>Conditions on one column would take more work than is allowed: the question stays undecided.</summary>
public sealed class TooManyStatesException : LimitReachedException
{
    /// <summary>What conditions on a column come to.</summary>
    /// <param name="column">The column; null while it is not known.</param>
    public TooManyStatesException(Column? column = null)
        : base("An automaton would have more states than are allowed.") => Column = column;

    /// <summary>The column; null while it is not known.</summary>
    public Column? Column { get; }
}
