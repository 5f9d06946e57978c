using RuleGen.Data.Csv;
using RuleGen.Data.Evaluation;
using RuleGen.Model;
using RuleGen.Proof;

namespace RuleGen.Workspaces.Catalogues;

/// <summary>How overlaps of codings are looked for.</summary>
public sealed record OverlapOptions
{
    /// <summary>What holds for every row.</summary>
    public ValueList<Assumption> Assumptions { get; init; } = [];

    /// <summary>Rows to be counted; null for none. They are read once.</summary>
    public CsvInput? Data { get; init; }

    /// <summary>Is told of each row that is not counted, and why; null for nobody.</summary>
    public Action<SkippedRow>? OnSkipped { get; init; }

    /// <summary>Is told how many of how many pairs are decided; null for nobody.</summary>
    public Action<int, int>? Progress { get; init; }
}
