namespace RuleGen.Model;

/// <summary>The type of a column or expression. <see cref="object.ToString"/> writes it as T-SQL does.</summary>
public abstract record SqlType
{
    private protected SqlType() { }
}
