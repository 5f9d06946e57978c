namespace RuleGen.TSql;

/// <summary>The kinds of objects that a coding becomes on a server.</summary>
public enum ObjectKind
{
    /// <summary>A view.</summary>
    View,

    /// <summary>An inline table-valued function.</summary>
    Function,

    /// <summary>A SQLCLR function, with its assembly.</summary>
    ClrFunction,
}
