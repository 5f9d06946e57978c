using System.Collections;
using System.Reflection;
using RuleGen.Model;

namespace RuleGen.Tests.TestData;

/// <summary>Keeps <see cref="Everything"/> true to its name, by reflection over the model.</summary>
public sealed class EverythingTests
{
    private static readonly Type[] Nodes =
    [
        .. typeof(Predicate)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Predicate)) || type.IsSubclassOf(typeof(Scalar)))
            .Where(type => !type.IsAbstract),
    ];

    private static readonly Type[] Records =
    [
        .. Nodes,
        typeof(Label),
        typeof(Coding),
        typeof(LikePattern),
        typeof(LiteralCharacter),
        typeof(AnyCharacter),
        typeof(AnyRun),
        typeof(CharacterSet),
        typeof(SetMember),
        typeof(Comment),
        typeof(Citation),
    ];

    /// <summary>What follows from the kind of a node or from the text it was read from, and so is not varied.</summary>
    private static readonly string[] Derived =
    [
        "MayBeUnknown",
        "MayBeNull",
        nameof(Label.IsNull),
        nameof(Predicate.Position),
        nameof(Like.UncertainCharacter),
    ];

    private static readonly ILookup<Type, object> Seen = Everything
        .AllCodings.SelectMany(Walk)
        .ToLookup(x => x.GetType());

    [TestCaseSource(nameof(Records))]
    public void Everything_holds_every_kind(Type kind) => Assert.That(Seen[kind], Is.Not.Empty);

    [TestCaseSource(nameof(Flags))]
    public void Every_flag_is_there_in_both_positions(PropertyInfo flag) =>
        Assert.That(
            Seen[flag.ReflectedType!].Select(node => IsSet(flag.GetValue(node))).Distinct(),
            Is.EquivalentTo([false, true])
        );

    [TestCaseSource(nameof(EnumValues))]
    public void Every_value_of_an_enum_is_there(object value) =>
        Assert.That(
            Seen.SelectMany(group => group)
                .SelectMany(node => Properties(node.GetType()).Select(property => property.GetValue(node))),
            Has.Some.EqualTo(value)
        );

    [Test]
    public void Every_node_is_there_documented_and_not()
    {
        foreach (var kind in Nodes.Where(node => node.IsSubclassOf(typeof(Predicate))))
        {
            var documented = Seen[kind]
                .Cast<Predicate>()
                .Select(predicate => predicate.Documentation != Documentation.None)
                .Distinct();
            Assert.That(documented, Is.EquivalentTo([false, true]), kind.Name);
        }
    }

    [Test]
    public void The_source_has_a_column_of_every_kind_of_type()
    {
        var types = Everything.Source.Columns.Select(column => column.Type).ToList();
        var characters = types.OfType<CharacterType>().Select(type => (type.IsUnicode, type.IsFixedLength)).Distinct();

        Assert.That(characters, Has.Exactly(4).Items);
        Assert.That(types, Has.Some.Matches<SqlType>(type => type is CharacterType { Length: null }));
        Assert.That(types.OfType<IntegerType>().Distinct(), Is.EquivalentTo(IntegerType.All));
        Assert.That(types, Has.Some.InstanceOf<TemporalType>());
        Assert.That(types, Has.Some.InstanceOf<DecimalType>());
        Assert.That(types, Has.Some.InstanceOf<OpaqueType>());
    }

    private static IEnumerable<PropertyInfo> Flags() =>
        Records
            .SelectMany(Properties)
            .Where(property => !Derived.Contains(property.Name))
            .Where(property =>
                property.PropertyType == typeof(bool) || property.Name == "Parentheses" || IsOptional(property)
            );

    private static IEnumerable<object> EnumValues() =>
        new[] { typeof(ComparisonOperator), typeof(CommentPlacement), typeof(LabelType) }.SelectMany(type =>
            Enum.GetValues(type).Cast<object>()
        );

    private static bool IsSet(object? value) => value is not (null or false or 0);

    private static bool IsOptional(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
        || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0);

    /// <summary>An object of the model and everything that its properties hold.</summary>
    private static IEnumerable<object> Walk(object? node)
    {
        if (node is IEnumerable items and not string)
        {
            return items.Cast<object>().SelectMany(Walk);
        }

        return node is null || node.GetType().Assembly != typeof(Predicate).Assembly || node is SqlType or Column
            ? []
            : Properties(node.GetType()).SelectMany(property => Walk(property.GetValue(node))).Prepend(node);
    }
}
