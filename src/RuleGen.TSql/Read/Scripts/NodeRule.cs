namespace RuleGen.TSql.Read;

/// <summary>What the reader does with a kind of syntax.</summary>
internal enum Treatment
{
    /// <summary>Refuses it by name: what it means for the rows and their labels is not known.</summary>
    Refused,

    /// <summary>Reads it, or looks at what it holds.</summary>
    Read,

    /// <summary>Passes over it, since it changes neither which rows there are nor what they get.</summary>
    PassedOver,
}

/// <summary>What the reader does with a kind of syntax, and why.</summary>
/// <param name="Treatment">What it does.</param>
/// <param name="Reason">Why passing over it changes no result, as part of a sentence; else empty.</param>
internal sealed record NodeRule(Treatment Treatment, string Reason)
{
    public static NodeRule Refused { get; } = new(Treatment.Refused, "");

    public static NodeRule Read { get; } = new(Treatment.Read, "");

    public static NodeRule PassedOver(string reason) => new(Treatment.PassedOver, reason);
}
