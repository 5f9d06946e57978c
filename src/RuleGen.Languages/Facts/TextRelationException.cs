namespace RuleGen.Languages;

/// <summary>Whether texts of two columns can be equal, or differ, under all conditions on them was not found out.</summary>
public sealed class TextRelationException : LimitReachedException
{
    /// <summary>A question about two columns.</summary>
    public TextRelationException(ColumnRelation relation)
        : base($"Texts of {relation.Left.Name} and {relation.Right.Name} are compared, and none were found.") =>
        Relation = relation;

    /// <summary>The columns.</summary>
    public ColumnRelation Relation { get; }
}
