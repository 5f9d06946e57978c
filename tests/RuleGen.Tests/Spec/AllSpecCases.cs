using System.Reflection;
using RuleGen.Tests.Spec.Cases;

namespace RuleGen.Tests.Spec;

/// <summary>The cases of every suite, for engines that prepare many codings together.</summary>
internal static class AllSpecCases
{
    /// <summary>All of them, as codings.</summary>
    public static IEnumerable<CodingSpecCase> Codings =>
        Tables
            .SelectMany(table => table)
            .SelectMany(test =>
                test.Arguments[0] is SpecCase specCase ? specCase.Codings : [(CodingSpecCase)test.Arguments[0]!]
            );

    private static IEnumerable<IEnumerable<TestCaseData>> Tables =>
        typeof(LikeCases)
            .Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(LikeCases).Namespace)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(property => property.PropertyType.IsAssignableTo(typeof(IEnumerable<TestCaseData>)))
            .Select(property => (IEnumerable<TestCaseData>)property.GetValue(null)!);
}
