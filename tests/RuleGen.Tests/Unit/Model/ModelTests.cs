using System.Reflection;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Rules;

namespace RuleGen.Tests.Unit.Model;

public sealed class ModelTests
{
    private static readonly Type[] Types = typeof(Predicate).Assembly.GetTypes();

    [Test]
    public void Every_kind_of_predicate_has_its_method_in_the_visitor() =>
        Assert.That(Visited(typeof(IPredicateVisitor<>)), Is.EquivalentTo(Kinds<Predicate>()));

    [Test]
    public void Every_kind_of_scalar_has_its_method_in_the_visitor() =>
        Assert.That(Visited(typeof(IScalarVisitor<>)), Is.EquivalentTo(Kinds<Scalar>()));

    [Test]
    public void Every_node_is_sealed_and_built_through_a_factory()
    {
        foreach (var kind in Kinds<Predicate>().Concat(Kinds<Scalar>()))
        {
            Assert.That(kind.IsSealed, Is.True, kind.Name);
            Assert.That(kind.GetConstructors(), Is.Empty, kind.Name);
            Assert.That(
                kind.GetMethods(BindingFlags.Public | BindingFlags.Static),
                Has.Some.Property("Name").EqualTo("Of")
            );
        }
    }

    [Test]
    public void Error_codes_are_unique_and_in_order()
    {
        Assert.That(ErrorCodes.All.Select(code => code.Id), Is.Unique.And.Ordered.And.All.Match("^RG[0-9]{4}$"));
        Assert.That(ErrorCodes.All.Select(code => code.Meaning), Is.Unique);
    }

    private static IEnumerable<TestCaseData> Nullability()
    {
        var (text, number, key) = (Apcs.AdmissionMethod, Apcs.AgeAtStartOfSpellSus, Apcs.Source.Number("APCS_Ident"));
        var never = text.IsNull();
        yield return Case("LIKE of a nullable column", text.Like("a"), true);
        yield return Case("a column that is not nullable", key.EqualTo(1), false);
        yield return Case("a nullable number", number.Between(1, 2), true);
        yield return Case("IS NULL", never, false);
        yield return Case("a constant", Sql.True, false);
        yield return Case("ISNULL with a literal", Sql.IsNull(text, "x").In("a"), false);
        yield return Case("ISNULL with a nullable column", Sql.IsNull(text, Apcs.AdministrativeCategory).In("a"), true);
        yield return Case("COALESCE with a literal", Sql.Coalesce(number, 1) > 2, false);
        yield return Case("COALESCE of nullable columns", Sql.Coalesce(number, Apcs.DerAgeAtCdsActivityDate) > 2, true);
        yield return Case(
            "a function of a nullable column",
            text.Left(1).Upper().LTrim().Substring(1, 1).Like("a"),
            true
        );
        yield return Case("NOT", !text.Like("a"), true);
        yield return Case("NOT of what never is", !never, false);
        yield return Case("AND with one that may be", never & text.Like("a"), true);
        yield return Case("OR with one that may be", never | text.Like("a"), true);
        yield return Case("AND of those that never are", never & Sql.True, false);
        yield return Case("OR of those that never are", never | Sql.True, false);
    }

    [TestCaseSource(nameof(Nullability))]
    public void A_predicate_says_whether_it_may_be_unknown(Predicate predicate, bool expected) =>
        Assert.That(predicate.MayBeUnknown, Is.EqualTo(expected));

    private static IEnumerable<TestCaseData> ResultTypes()
    {
        var (text, wide) = (Text(CharacterType.Char(6, Ci)), Text(CharacterType.NVarChar(null, Ci)));
        yield return Type("LEFT of char", EdgeFunction.Of(true, text, 4), "varchar(4)");
        yield return Type("LEFT longer than its value", EdgeFunction.Of(true, text, 9), "varchar(6)");
        yield return Type("LEFT of nothing", EdgeFunction.Of(true, text, 0), "varchar(1)");
        yield return Type("LEFT of nvarchar(max)", EdgeFunction.Of(true, wide, 5000), "nvarchar(max)");
        yield return Type("RIGHT of nvarchar(max)", EdgeFunction.Of(false, wide, 2), "nvarchar(2)");
        yield return Type("SUBSTRING", SubstringFunction.Of(text, 2, 3), "varchar(3)");
        yield return Type("UPPER", LetterCaseFunction.Of(true, text), "varchar(6)");
        yield return Type("RTRIM", TrimFunction.Of(false, wide), "nvarchar(max)");
        yield return Type("ISNULL", IsNullFunction.Of(text, StringLiteral.Of("longer than six")), "char(6)");
        yield return Type(
            "COALESCE of char and varchar",
            CoalesceFunction.Of([text, StringLiteral.Of("12345678")]),
            "varchar(8)"
        );
        yield return Type("COALESCE of char and nvarchar", CoalesceFunction.Of([text, wide]), "nvarchar(max)");
        yield return Type(
            "COALESCE of two chars",
            CoalesceFunction.Of([text, Text(CharacterType.Char(8, Ci))]),
            "char(8)"
        );
        yield return Type(
            "COALESCE of integers",
            CoalesceFunction.Of([IntegerLiteral.Of(1), IntegerLiteral.Of(1L << 40)]),
            "bigint"
        );
    }

    [TestCaseSource(nameof(ResultTypes))]
    public void A_function_has_the_type_that_its_arguments_give_it(Scalar scalar, string type) =>
        Assert.That(scalar.Type.ToString(), Is.EqualTo(type));

    [TestCase("ab", "char(4)", "ab  ")]
    [TestCase("abcdef", "char(4)", "abcd")]
    [TestCase("ab", "varchar(4)", "ab")]
    [TestCase("abcdef", "varchar(4)", "abcd")]
    [TestCase("ab ", "nvarchar(max)", "ab ")]
    [TestCase("", "nchar(2)", "  ")]
    public void A_type_says_how_it_stores_a_value(string value, string type, string stored) =>
        Assert.That(((CharacterType)SqlTypeParser.Parse(type, Ci)).Store(value), Is.EqualTo(stored));

    [Test]
    public void Truth_is_ordered_so_that_and_is_the_least()
    {
        var all = Enum.GetValues<Truth>();
        foreach (var (left, right) in all.SelectMany(left => all.Select(right => (left, right))))
        {
            Assert.That(left.And(right), Is.EqualTo((Truth)Math.Min((int)left, (int)right)));
            Assert.That(left.Or(right), Is.EqualTo(left.Not().And(right.Not()).Not()));
        }

        Assert.That(all.Select(truth => truth.Not()), Is.EqualTo([Truth.True, Truth.Unknown, Truth.False]));
    }

    private static Collation Ci => Collation.Latin1GeneralCiAs;

    private static ColumnReference Text(CharacterType type) =>
        ColumnReference.Of(new Column("X", type, isNullable: true));

    private static TestCaseData Case(string name, Predicate predicate, bool expected) =>
        new TestCaseData(predicate, expected).SetArgDisplayNames(name);

    private static TestCaseData Type(string name, Scalar scalar, string type) =>
        new TestCaseData(scalar, type).SetArgDisplayNames(name, type);

    private static IEnumerable<Type> Kinds<TNode>() =>
        Types.Where(type => type.IsSubclassOf(typeof(TNode)) && !type.IsAbstract);

    private static IEnumerable<Type> Visited(Type visitor) =>
        visitor
            .GetMethods()
            .Where(method => method.Name == "Visit")
            .Select(method => method.GetParameters().Single().ParameterType);
}
