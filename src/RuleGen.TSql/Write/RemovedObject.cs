namespace RuleGen.TSql;

/// <summary>An object that a script is to remove.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name, without brackets.</param>
/// <param name="Seen">What was seen of it; null where nobody has looked.</param>
public sealed record RemovedObject(ObjectKind Kind, string Name, SeenModule? Seen)
{
    /// <summary>The assembly of a SQLCLR function, without brackets; null for other objects.</summary>
    public string? Assembly { get; init; }
}
