using System.Reflection;
using Microsoft.Data.SqlClient;
using RuleGen.Model;
using RuleGen.SqlServer;

namespace RuleGen.Tests.Unit.Deploying;

/// <summary>What a server refuses in a batch, in RuleGen's words.</summary>
public sealed class SqlFailureTests
{
    private const byte RuntimeError = 16;
    private const byte EndOfConnection = 20;

    private static readonly ConnectionText Connection = ConnectionText.Parse(
        "Server=dwh;Database=EBI;Integrated Security=True"
    );

    [TestCase(10343, RuntimeError, "RG0710", "have somebody with CONTROL SERVER run the coding's clr-trust.sql")]
    [TestCase(262, RuntimeError, "RG0703", "Ask for the permission")]
    [TestCase(1222, RuntimeError, "RG0704", "Nothing was changed")]
    [TestCase(596, EndOfConnection, "RG0701", "What was not committed the server has undone")]
    public void The_number_decides_the_code_and_the_remedy(int number, byte severity, string code, string remedy)
    {
        var problem = SqlFailure.OnBatch(Make((number, severity)), Connection).Problems.Single();

        Assert.That(problem.Code.Id, Is.EqualTo(code));
        Assert.That(problem.Remedy, Does.Contain(remedy));
        Assert.That(problem.Message, Does.StartWith("'dwh' ").Or.Contains("'dwh'"));
    }

    [Test]
    public void An_untrusted_assembly_is_found_among_other_errors() =>
        Assert.That(
            SqlFailure.OnBatch(Make((50000, RuntimeError), (10343, RuntimeError)), Connection).Problems.Single().Code,
            Is.EqualTo(ErrorCodes.UntrustedAssembly)
        );

    /// <summary>An exception of the driver's, which lets nobody else make one.</summary>
    private static SqlException Make(params (int Number, byte Severity)[] errors)
    {
        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;
        var collection = (SqlErrorCollection)Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        var add = typeof(SqlErrorCollection).GetMethod("Add", Hidden)!;
        foreach (var (number, severity) in errors)
        {
            var make = typeof(SqlError).GetConstructors(Hidden).MinBy(each => each.GetParameters().Length)!;
            var values = make.GetParameters()
                .Select(parameter =>
                    parameter.Name switch
                    {
                        "infoNumber" => number,
                        "errorClass" => severity,
                        "errorMessage" => "It does not go.",
                        _ when parameter.ParameterType == typeof(string) => "",
                        _ when parameter.ParameterType.IsValueType => Activator.CreateInstance(parameter.ParameterType),
                        _ => (object?)null,
                    }
                )
                .ToArray();
            add.Invoke(collection, [make.Invoke(values)]);
        }

        return (SqlException)
            typeof(SqlException)
                .GetMethods(Hidden)
                .Single(method =>
                    method.Name == "CreateException"
                    && method.GetParameters() is [{ ParameterType: var first }, { ParameterType: var second }]
                    && first == typeof(SqlErrorCollection)
                    && second == typeof(string)
                )
                .Invoke(null, [collection, "16.0"])!;
    }
}
