using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using RuleGen.Sqlite;

namespace RuleGen.Tests.Unit.Sqlite;

/// <summary>SQLite's opinion is worth something only while the database forms it alone.</summary>
internal sealed class SqliteIndependenceTests
{
    [Test]
    public void Only_the_model_is_referenced_of_the_projects() =>
        Assert.That(
            typeof(SqliteTranslator)
                .Assembly.GetReferencedAssemblies()
                .Select(name => name.Name!)
                .Where(name => name.StartsWith("RuleGen", StringComparison.Ordinal)),
            Is.EqualTo(["RuleGen.Model"])
        );

    [Test]
    public void No_evaluation_of_the_model_is_called_and_nothing_is_registered_with_SQLite()
    {
        string[] types = ["CharacterRules", "TruthTables", "CharacterRequirement"];
        string[] members =
        [
            "Matches",
            "AreEqual",
            "Rank",
            "Models",
            "FindUnmodelled",
            "CreateFunction",
            "CreateAggregate",
            "CreateCollation",
            "LoadExtension",
        ];
        using var file = File.OpenRead(typeof(SqliteTranslator).Assembly.Location);
        using var assembly = new PEReader(file);
        var metadata = assembly.GetMetadataReader();
        var usedTypes = metadata.TypeReferences.Select(handle =>
            metadata.GetString(metadata.GetTypeReference(handle).Name)
        );
        var usedMembers = metadata
            .MemberReferences.Select(metadata.GetMemberReference)
            .Select(member => metadata.GetString(member.Name))
            .ToList();
        Assert.That(usedMembers, Does.Contain("get_Elements"));
        Assert.That(usedTypes.Intersect(types), Is.Empty);
        Assert.That(usedMembers.Intersect(members), Is.Empty);
        Assert.That(
            metadata
                .MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => metadata.GetString(member.Name) is "Holds" or "Store")
                .Select(member => Parent(metadata, member)),
            Is.SubsetOf(["OrderedType"])
        );
    }

    private static string Parent(MetadataReader metadata, MemberReference member) =>
        member.Parent.Kind == HandleKind.TypeReference
            ? metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name)
            : "";
}
