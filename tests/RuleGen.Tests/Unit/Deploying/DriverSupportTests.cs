using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.SqlClient;

namespace RuleGen.Tests.Unit.Deploying;

/// <summary>The assembly that stands in for a package of SqlClient's has what the driver asks for.</summary>
public sealed class DriverSupportTests
{
    private const string Name = "Microsoft.SqlServer.Server";

    [Test]
    public void Every_type_and_member_that_the_driver_asks_for_is_there()
    {
        var support = Assembly.Load(Name);
        using var image = new PEReader(File.OpenRead(typeof(SqlConnection).Assembly.Location));
        var driver = image.GetMetadataReader();

        var types = driver.TypeReferences.Where(handle => IsInSupport(driver, handle)).ToList();
        Assert.That(types, Is.Not.Empty);
        foreach (var handle in types)
        {
            var type = driver.GetTypeReference(handle);
            var name = $"{driver.GetString(type.Namespace)}.{driver.GetString(type.Name)}";
            var found = support.GetType(name);
            Assert.That(found, Is.Not.Null, name);
            var members = driver
                .MemberReferences.Select(driver.GetMemberReference)
                .Where(each => each.Parent == handle);
            foreach (var member in members.Select(each => driver.GetString(each.Name)))
            {
                Assert.That(found!.GetMember(member), Is.Not.Empty, $"{name}.{member}");
            }
        }
    }

    [Test]
    public void Parameters_can_be_made()
    {
        using var command = new SqlCommand();

        Assert.That(
            command.Parameters.AddWithValue("@x", "text").SqlDbType,
            Is.EqualTo(System.Data.SqlDbType.NVarChar)
        );
    }

    private static bool IsInSupport(MetadataReader driver, TypeReferenceHandle handle)
    {
        var scope = driver.GetTypeReference(handle).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference
            && driver.GetString(driver.GetAssemblyReference((AssemblyReferenceHandle)scope).Name) == Name;
    }
}
