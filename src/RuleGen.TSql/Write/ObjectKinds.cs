namespace RuleGen.TSql;

/// <summary>Kinds of objects in words.</summary>
public static class ObjectKinds
{
    /// <summary>The kind as DDL and extended properties name it: <c>VIEW</c>, <c>FUNCTION</c>.</summary>
    public static string Keyword(this ObjectKind kind) => kind == ObjectKind.View ? "VIEW" : "FUNCTION";

    /// <summary>The kind in sentences.</summary>
    public static string Word(this ObjectKind kind) =>
        kind switch
        {
            ObjectKind.View => "view",
            ObjectKind.Function => "function",
            _ => "SQLCLR function",
        };
}
