namespace RuleGen.Model;

/// <summary>The objects of a source file.</summary>
internal static class SourceFileShapes
{
    /// <summary>The file itself.</summary>
    public static JsonShape Root { get; } =
        new("root", ["from", "collation", "key", "columns"], ["carry", "lists", JsonShape.Schema]);

    /// <summary>The table.</summary>
    public static JsonShape From { get; } = new("from", ["schema", "table", "alias"], ["synonyms"]);

    /// <summary>A stored column, of the table or of a list's items.</summary>
    public static JsonShape Column { get; } =
        new("column", ["name", "type", "nullable"], ["column", "collation", "listOf", "values", "minimum", "maximum"]);

    /// <summary>A column that is made of a list.</summary>
    public static JsonShape MadeColumn { get; } = new("madeColumn", ["name"], ["first", "joined"]);

    /// <summary>How the items of a list are joined.</summary>
    public static JsonShape Joined { get; } = new("joined", ["of", "separator"], ["before", "after"]);

    /// <summary>How the codes of a stored text are joined.</summary>
    public static JsonShape ListOf { get; } = new("listOf", ["separators"], ["items", "before", "after"]);

    /// <summary>A list.</summary>
    public static JsonShape List { get; } = new("list", ["name", "columns"], ["rows", "numbered", "dense"]);

    /// <summary>The child table of a list.</summary>
    public static JsonShape Rows { get; } = new("rows", ["schema", "table", "on"], ["position", "synonyms"]);

    /// <summary>All of them.</summary>
    public static ValueList<JsonShape> All { get; } = [Root, From, Column, MadeColumn, Joined, ListOf, List, Rows];
}
