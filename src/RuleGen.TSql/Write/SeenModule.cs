namespace RuleGen.TSql;

/// <summary>
/// What somebody saw of an object before writing a script that changes it. The script asks again, under its lock, and
/// refuses to run where the object is another by then.
/// </summary>
public sealed record SeenModule
{
    private SeenModule(string? hash, bool exists)
    {
        Hash = hash;
        Exists = exists;
    }

    /// <summary>There was no object.</summary>
    public static SeenModule Missing { get; } = new(hash: null, exists: false);

    /// <summary>There was one whose text the server does not show.</summary>
    public static SeenModule Unreadable { get; } = new(hash: null, exists: true);

    /// <summary>The hash of its text, as the server computes it (rule 10.11), in hexadecimal digits; null where unknown.</summary>
    public string? Hash { get; }

    /// <summary>Whether there was an object.</summary>
    public bool Exists { get; }

    /// <summary>There was one, and its text had this hash.</summary>
    public static SeenModule WithHash(string hash) => new(hash, exists: true);
}
