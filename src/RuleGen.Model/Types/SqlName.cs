namespace RuleGen.Model;

/// <summary>Names of objects and columns in SQL Server, and the columns' comparison of them.</summary>
public static class SqlName
{
    /// <summary>The most characters that a name has (<c>sysname</c>).</summary>
    public const int MaximumLength = 128;

    /// <summary>Names that differ in letter case only are the same name.</summary>
    public static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>The name itself, if SQL Server takes it within brackets.</summary>
    /// <param name="name">The name, without brackets.</param>
    /// <param name="what">What it names, for the message.</param>
    /// <exception cref="RuleGenException">RG0009: it is empty, too long or holds a control character.</exception>
    public static string Check(string name, string what)
    {
        if (name.Length is 0 or > MaximumLength || name.Any(char.IsControl) || string.IsNullOrWhiteSpace(name))
        {
            throw new RuleGenException(
                ErrorCodes.InvalidName,
                $"'{MessageText.OneLine(name)}' cannot be the name of {("aeiou".Contains(what[0], StringComparison.Ordinal) ? "an" : "a")} {what}",
                "Use 1 to 128 characters, not all blank, without line breaks or other control characters"
            );
        }

        return name;
    }

    /// <summary>The name in brackets, a closing bracket within it doubled: safe wherever T-SQL takes a name.</summary>
    public static string Bracket(string name) => $"[{name.Replace("]", "]]", StringComparison.Ordinal)}]";
}
