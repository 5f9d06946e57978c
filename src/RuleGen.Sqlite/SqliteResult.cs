using RuleGen.Model;

namespace RuleGen.Sqlite;

/// <summary>What a view says of one loaded row.</summary>
/// <param name="Number">Which row: 1 is the first that was loaded.</param>
/// <param name="Key">The values of the source's key columns, in their order.</param>
/// <param name="Result">Whether it is kept, and its outcome; of no meaning for a row that is not evaluated.</param>
/// <param name="NotEvaluated">Why the row is not evaluated; null where it is.</param>
public sealed record SqliteResult(
    long Number,
    ValueList<SqlValue> Key,
    Result Result,
    UnmodelledCharacter? NotEvaluated
);
