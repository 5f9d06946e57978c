using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Takes a script apart as sqlcmd does: <c>GO</c> on a line of its own ends a batch (rule 10.2).</summary>
public static class ScriptBatches
{
    /// <summary>The batches of a generated script, as they are sent; none is blank.</summary>
    /// <remarks>A generated script has no such line inside a literal or comment, which its writer sees to.</remarks>
    public static ValueList<string> Split(string script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return $"\n{script}"
            .Split("\nGO\n")
            .Select(batch => batch.TrimStart('\n') + "\n")
            .Where(batch => !string.IsNullOrWhiteSpace(batch))
            .ToValueList();
    }
}
