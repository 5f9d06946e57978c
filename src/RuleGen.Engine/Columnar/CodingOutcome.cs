using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>What a coding makes of a row, as a number: the arm that is taken, or one of these.</summary>
internal static class CodingOutcome
{
    /// <summary>The row is kept, and no arm is taken.</summary>
    public const int NoArm = -1;

    /// <summary>The row is not kept.</summary>
    public const int NotKept = -2;

    /// <summary>The readings of a LIKE give the row different results (rule 1.41): the reference evaluator says why.</summary>
    public const int Uncertain = -3;

    /// <summary>The result that a number stands for.</summary>
    public static RowResult ToResult(Coding coding, int outcome) =>
        outcome switch
        {
            NotKept => new RowResult(Result.NotKept, NotEvaluated: null),
            NoArm => new RowResult(Result.Kept(coding.Else), NotEvaluated: null),
            _ => new RowResult(Result.Kept(coding.Arms[outcome].Then), NotEvaluated: null),
        };
}
