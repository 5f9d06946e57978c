namespace RuleGen.TSql;

/// <summary>A kind and version of server, with what it can do. One of <see cref="Targets"/>.</summary>
public sealed record Target
{
    internal Target(string name, string title, Grammar grammar)
    {
        Name = name;
        Title = title;
        Grammar = grammar;
    }

    /// <summary>Its name on the command line, such as <c>sqlserver2019</c>.</summary>
    public string Name { get; }

    /// <summary>Its name in sentences, such as <c>SQL Server 2019</c>.</summary>
    public string Title { get; }

    /// <summary>The language that scripts for it are parsed with.</summary>
    public Grammar Grammar { get; }

    /// <summary>
    /// Whether it has <c>CREATE OR ALTER</c> for views and functions, which keeps grants (rules 8.1, 8.3).
    /// </summary>
    public bool HasCreateOrAlter { get; internal init; } = true;

    /// <summary>Whether SQL projects and dacpacs are for it.</summary>
    public bool HasSqlProjects { get; internal init; } = true;

    /// <summary>Whether <c>SET NOEXEC ON</c> keeps it from executing what follows.</summary>
    public bool HasNoExec { get; internal init; } = true;

    /// <summary>Whether it takes a closing bracket in a name.</summary>
    public bool HasBracketsInNames { get; internal init; } = true;

    /// <summary>Whether it runs SQLCLR functions (rules 9.1, 9.18).</summary>
    public bool HasClr { get; internal init; } = true;

    /// <summary>
    /// Whether it compares characters beyond ASCII as SQL Server does; else verification leaves rows with them out.
    /// </summary>
    public bool ComparesBeyondAscii { get; internal init; } = true;

    /// <summary>Whether it has <c>STRING_AGG</c>, which joins the items of a list.</summary>
    public bool HasStringAgg { get; internal init; } = true;

    /// <summary>Whether it takes LIKE in what stands after FROM, under a collation that ignores case.</summary>
    public bool HasLikeInFrom { get; internal init; } = true;

    /// <summary>Why it lacks what it lacks; empty where it lacks nothing.</summary>
    public string Remark { get; internal init; } = "";

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
