namespace RuleGen.TSql.Read;

/// <summary>The words of T-SQL that say how a text is divided.</summary>
internal static class Keywords
{
    /// <summary>The words that a coding is made of, besides names and functions.</summary>
    public static HashSet<string> OfCodings { get; } =
        Set(
            "AND",
            "OR",
            "NOT",
            "LIKE",
            "IN",
            "IS",
            "NULL",
            "BETWEEN",
            "ESCAPE",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "WHERE",
            "AS"
        );

    /// <summary>The words that can come right after a literal.</summary>
    public static HashSet<string> AfterLiterals { get; } =
        Set([
            .. OfCodings.Where(word => word is not "NULL"),
            "COLLATE",
            "FROM",
            "GROUP",
            "ORDER",
            "HAVING",
            "UNION",
            "GO",
        ]);

    /// <summary>The words that end a literal whose closing quote is missing.</summary>
    public static HashSet<string> EndingUnclosed { get; } =
        Set("AND", "OR", "WHEN", "THEN", "ELSE", "END", "WHERE", "ESCAPE");

    /// <summary>The words that start a clause of a query which a coding does not have.</summary>
    public static HashSet<string> OfQueries { get; } =
        Set("SELECT", "FROM", "GROUP", "ORDER", "HAVING", "UNION", "EXCEPT", "INTERSECT", "OPTION");

    /// <summary>The words with which a script starts.</summary>
    public static HashSet<string> StartingScripts { get; } =
        Set(
            "SET",
            "CREATE",
            "ALTER",
            "SELECT",
            "IF",
            "GO",
            "PRINT",
            "EXEC",
            "EXECUTE",
            "DECLARE",
            "USE",
            "BEGIN",
            "WITH",
            "DROP",
            "INSERT",
            "UPDATE",
            "DELETE",
            "MERGE",
            "TRUNCATE",
            "GRANT",
            "DENY",
            "REVOKE",
            "RAISERROR",
            "THROW",
            "WHILE",
            "COMMIT",
            "ROLLBACK",
            "SAVE",
            "RETURN",
            "WAITFOR"
        );

    /// <summary>The words that start a statement beside a coding, and none that starts a condition.</summary>
    public static HashSet<string> StartingStatements { get; } =
        Set(
            "ALTER",
            "BEGIN",
            "CREATE",
            "DECLARE",
            "DELETE",
            "DROP",
            "EXEC",
            "EXECUTE",
            "GRANT",
            "IF",
            "INSERT",
            "MERGE",
            "PRINT",
            "SET",
            "TRUNCATE",
            "UPDATE",
            "USE",
            "WITH"
        );

    /// <summary>The functions that a coding can call.</summary>
    public static HashSet<string> Functions { get; } =
        Set("LEFT", "RIGHT", "SUBSTRING", "UPPER", "LOWER", "LTRIM", "RTRIM", "REPLACE", "ISNULL", "COALESCE");

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.OrdinalIgnoreCase);
}
