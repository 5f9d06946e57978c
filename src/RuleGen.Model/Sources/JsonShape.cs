namespace RuleGen.Model;

/// <summary>What an object of a JSON file may hold.</summary>
/// <param name="Name">What the JSON schema of the file calls it.</param>
/// <param name="Required">The members that it has.</param>
/// <param name="Optional">Those that it may have.</param>
internal sealed record JsonShape(string Name, string[] Required, string[] Optional)
{
    /// <summary>The member with which a file names its JSON schema, for editors; nothing else reads it.</summary>
    public const string Schema = "$schema";

    /// <summary>All members.</summary>
    public IEnumerable<string> Members => Required.Concat(Optional);
}
