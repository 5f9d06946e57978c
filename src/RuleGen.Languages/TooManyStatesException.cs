namespace RuleGen.Languages;

/// <summary>An automaton would be larger than is allowed: the question stays undecided.</summary>
public sealed class TooManyStatesException : Exception
{
    internal TooManyStatesException()
        : base("An automaton would have more states than are allowed.") { }
}
