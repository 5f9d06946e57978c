namespace RuleGen.Proof;

/// <summary>Why a question was not decided, for programs.</summary>
public static class ReasonCode
{
    /// <summary>The stable code.</summary>
    public static string Of(UndecidedReason reason) =>
        reason switch
        {
            UndecidedReason.TooManyStates => "too-many-states",
            UndecidedReason.TooManyRegions => "too-many-regions",
            UndecidedReason.TooManySteps => "too-many-steps",
            UndecidedReason.TextsCompared => "texts-compared",
            UndecidedReason.TwoReadings => "two-readings",
            _ => throw new InvalidOperationException($"There is no code for {reason}."),
        };
}
