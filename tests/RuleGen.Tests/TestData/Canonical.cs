using RuleGen.Model;

namespace RuleGen.Tests.TestData;

/// <summary>
/// Codings with a pair of parentheses noted wherever precedence needs one. Whether it is noted or not, the text is the
/// same: readers note it, and people who write C# do not.
/// </summary>
internal static class Canonical
{
    public static Coding Of(Coding coding) =>
        new(
            coding
                .Arms.Select(arm => new CaseArm(Of(arm.When, isNeeded: false), arm.Then)
                {
                    Documentation = arm.Documentation,
                })
                .ToValueList(),
            coding.Else,
            coding.Exclusions is { } exclusions ? Of(exclusions, isNeeded: false) : null
        )
        {
            ElseDocumentation = coding.ElseDocumentation,
            ExclusionsDocumentation = coding.ExclusionsDocumentation,
            IsWrittenWithCase = coding.IsWrittenWithCase,
            IsWrittenWithWhere = coding.IsWrittenWithWhere,
        };

    private static Predicate Of(Predicate predicate, bool isNeeded)
    {
        Predicate made = predicate switch
        {
            And and => And.Of(and.Children.Select(child => Of(child, child is Or)).ToValueList()),
            Or or => Or.Of(or.Children.Select(child => Of(child, isNeeded: false)).ToValueList()),
            Not not => Not.Of(Of(not.Operand, not.Operand is And or Or)),
            _ => predicate,
        };
        return made with
        {
            Documentation = predicate.Documentation,
            Parentheses = Math.Max(predicate.Parentheses, isNeeded ? 1 : 0),
        };
    }
}
