namespace RuleGen.Workspaces.Settings;

/// <summary>Where the value of a setting is from; the first that says one prevails.</summary>
public enum SettingOrigin
{
    /// <summary>An option of the command line.</summary>
    Option,

    /// <summary>A variable of the environment.</summary>
    Environment,

    /// <summary>The workspace's file.</summary>
    File,

    /// <summary>Nobody says otherwise.</summary>
    Default,
}
