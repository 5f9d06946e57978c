using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Cli;

/// <summary>Writes a clause in a message.</summary>
internal static class ClauseText
{
    /// <summary>The clause in T-SQL on one line, without its comments and needless parentheses.</summary>
    public static string Write(Predicate predicate) =>
        FragmentWriter
            .WritePredicate(predicate.Documented(Documentation.None) with { Parentheses = 0 })
            .ReplaceLineEndings(" ")
            .Trim();
}
