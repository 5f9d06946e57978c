using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Cli;

/// <summary>Clauses as messages show them.</summary>
internal static class ClauseText
{
    /// <summary>The clause on one line, as the published text writes it, without what <see cref="Plain"/> leaves out.</summary>
    public static string Write(Predicate predicate) =>
        FragmentWriter.WritePredicate(Plain(predicate)).ReplaceLineEndings(" ").TrimEnd();

    /// <summary>The clause without comments and needless parentheses.</summary>
    public static Predicate Plain(Predicate predicate) =>
        predicate.Documented(Documentation.None) with
        {
            Parentheses = 0,
        };
}
