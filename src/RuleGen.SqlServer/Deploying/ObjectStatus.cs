using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>What a server has in the place of an object.</summary>
/// <param name="Schema">The schema, without brackets.</param>
/// <param name="Name">The name, without brackets.</param>
/// <param name="Kind">What it is, or would be.</param>
/// <param name="Condition">How it stands.</param>
/// <param name="Seen">What is there, for the script that changes it.</param>
public sealed record ObjectStatus(
    string Schema,
    string Name,
    ObjectKind Kind,
    ObjectCondition Condition,
    SeenModule Seen
)
{
    /// <summary>What RuleGen would make; null where it is surplus.</summary>
    public CodingObject? Wanted { get; init; }

    /// <summary>The id of the coding that it is stamped with, or would be; null where it is not known.</summary>
    public string? Coding { get; init; }

    /// <summary>The edition that it is stamped with; null where it has no stamp.</summary>
    public string? Edition { get; init; }

    /// <summary>The version of RuleGen that it is stamped with; null where it has no stamp.</summary>
    public string? GeneratorVersion { get; init; }

    /// <summary>The assembly of a SQLCLR function that is there, without brackets; null for other objects.</summary>
    public string? Assembly { get; init; }

    /// <summary>What else there is to say; empty where there is nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary><c>[schema].[name]</c>.</summary>
    public string QualifiedName => $"{SqlName.Bracket(Schema)}.{SqlName.Bracket(Name)}";
}
