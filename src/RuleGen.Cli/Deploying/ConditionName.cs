using RuleGen.SqlServer;

namespace RuleGen.Cli.Deploying;

/// <summary>Conditions of objects in words.</summary>
internal static class ConditionName
{
    /// <summary>The condition as tables and JSON show it.</summary>
    public static string Of(ObjectCondition condition) =>
        condition switch
        {
            ObjectCondition.Current => "current",
            ObjectCondition.Older => "older edition",
            ObjectCondition.Changed => "changed by hand",
            ObjectCondition.Missing => "missing",
            ObjectCondition.Foreign => "foreign object",
            _ => "surplus",
        };
}
