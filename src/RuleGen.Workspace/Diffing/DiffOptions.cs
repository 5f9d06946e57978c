using RuleGen.Data.Csv;
using RuleGen.Data.Evaluation;
using RuleGen.Model;
using RuleGen.Proof;

namespace RuleGen.Workspaces.Diffing;

/// <summary>How two codings are compared.</summary>
public sealed record DiffOptions
{
    /// <summary>What holds for every row.</summary>
    public ValueList<Assumption> Assumptions { get; init; } = [];

    /// <summary>Rows to be counted by region; null where nothing is to be counted. They are read once.</summary>
    public CsvInput? Data { get; init; }

    /// <summary>
    /// Takes the keys of the data's rows that get another result, as CSV, row by row in the order of the data; null where
    /// nobody wants them. There must be data then.
    /// </summary>
    public TextWriter? Keys { get; init; }

    /// <summary>Is told of each row that cannot be counted; null tells nobody.</summary>
    public Action<SkippedRow>? OnSkipped { get; init; }
}
