namespace RuleGen.SqlServer;

/// <summary>How an object on a server stands to what RuleGen would make.</summary>
public enum ObjectCondition
{
    /// <summary>It is what RuleGen would make.</summary>
    Current,

    /// <summary>RuleGen made it, of another definition, and nobody has changed it since.</summary>
    Older,

    /// <summary>RuleGen made it, and somebody has changed it since (drift).</summary>
    Changed,

    /// <summary>It is not there.</summary>
    Missing,

    /// <summary>Something of its name is there that RuleGen did not make.</summary>
    Foreign,

    /// <summary>RuleGen made it for a coding that this RuleGen does not have.</summary>
    Surplus,
}
