using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>What the objects of a coding are called.</summary>
public sealed record ObjectNames
{
    /// <summary>What the name of a SQLCLR function ends in, after that of the inline one.</summary>
    internal const string ClrSuffix = "_Clr";

    /// <summary>The names for a coding.</summary>
    /// <param name="naming">How objects are called.</param>
    /// <param name="id">The id of the coding.</param>
    /// <exception cref="RuleGenException">RG0009: SQL Server would not take one of them.</exception>
    internal ObjectNames(ObjectNaming naming, string id)
    {
        Schema = naming.Schema;
        OutcomeColumn = naming.OutcomeColumn;
        View = SqlName.Check(ObjectNaming.Fill(naming.ViewPattern, id), "view");
        Function = SqlName.Check(ObjectNaming.Fill(naming.FunctionPattern, id), "function");
    }

    /// <summary>The schema, without brackets.</summary>
    public string Schema { get; }

    /// <summary>The view, without brackets.</summary>
    public string View { get; }

    /// <summary>The inline table-valued function, without brackets.</summary>
    public string Function { get; }

    /// <summary>The SQLCLR function, without brackets. It may be too long, which stands in the way of that function alone.</summary>
    public string ClrFunction => Function + ClrSuffix;

    /// <summary>The column of view and functions that holds the label, without brackets.</summary>
    public string OutcomeColumn { get; }

    /// <summary><c>[schema].[view]</c>.</summary>
    public string QualifiedView => SqlText.TwoPart(Schema, View);

    /// <summary><c>[schema].[function]</c>.</summary>
    public string QualifiedFunction => SqlText.TwoPart(Schema, Function);
}
