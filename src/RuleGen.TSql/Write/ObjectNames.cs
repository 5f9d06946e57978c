using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>What the objects of a coding are called.</summary>
public sealed record ObjectNames
{
    /// <summary>The column of view and function that holds the label.</summary>
    public const string OutcomeColumn = "Outcome";

    /// <summary>The names for a coding in a schema.</summary>
    /// <param name="objectSchema">The schema of the objects, without brackets.</param>
    /// <param name="id">The id of the coding.</param>
    /// <exception cref="RuleGenException">RG0009: SQL Server would not take one of them.</exception>
    public ObjectNames(string objectSchema, string id)
    {
        Schema = SqlName.Check(objectSchema, "schema");
        View = SqlName.Check(id, "view");
        Function = SqlName.Check(id + "_Outcome", "function");
    }

    /// <summary>The schema, without brackets.</summary>
    public string Schema { get; }

    /// <summary>The view, without brackets: the coding's id.</summary>
    public string View { get; }

    /// <summary>The inline table-valued function, without brackets.</summary>
    public string Function { get; }

    /// <summary><c>[schema].[view]</c>.</summary>
    public string QualifiedView => SqlText.TwoPart(Schema, View);

    /// <summary><c>[schema].[function]</c>.</summary>
    public string QualifiedFunction => SqlText.TwoPart(Schema, Function);
}
