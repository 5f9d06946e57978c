using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>The generator reaches everything: a property that is never tried holds for nothing.</summary>
public sealed class GeneratorTests
{
    /// <summary>The most attempts of a hundred that the factories of the model may refuse.</summary>
    private const int MostRefusedPercent = 10;

    private const int CaseCount = 2000;

    private static readonly CodingCase[] Cases =
    [
        .. Enumerable
            .Range(0, CaseCount)
            .Select(i => CaseGenerator.Next(seed: i, size: i * 100 / CaseCount, rowCount: 20)),
    ];

    private static readonly Predicate[] Predicates =
    [
        .. Cases.SelectMany(each => each.Coding.Predicates).SelectMany(root => root.SelfAndDescendants()),
    ];

    private static readonly Scalar[] Scalars =
    [
        .. Predicates.SelectMany(each => each.Scalars).SelectMany(SelfAndOperands),
    ];

    private static IEnumerable<Type> Kinds(Type node) =>
        node.Assembly.GetTypes().Where(type => type.IsSubclassOf(node) && !type.IsAbstract);

    private static IEnumerable<Type> PredicateKinds => Kinds(typeof(Predicate));

    private static IEnumerable<Type> ScalarKinds => Kinds(typeof(Scalar));

    private static IEnumerable<Type> ElementKinds => Kinds(typeof(LikeElement));

    [TestCaseSource(nameof(PredicateKinds))]
    public void It_reaches_every_kind_of_predicate(Type kind) =>
        Assert.That(Predicates.Count(kind.IsInstanceOfType), Is.GreaterThan(CaseCount / 20));

    [TestCaseSource(nameof(ScalarKinds))]
    public void It_reaches_every_kind_of_scalar(Type kind) =>
        Assert.That(Scalars.Count(kind.IsInstanceOfType), Is.GreaterThan(CaseCount / 20));

    [TestCaseSource(nameof(ElementKinds))]
    public void It_reaches_every_kind_of_pattern_element(Type kind) =>
        Assert.That(
            Predicates.OfType<Like>().SelectMany(like => like.Pattern.Elements).Count(kind.IsInstanceOfType),
            Is.GreaterThan(CaseCount / 20)
        );

    [TestCaseSource(nameof(PredicateKinds))]
    public void Predicates_of_every_kind_are_true_false_and_unknown(Type kind)
    {
        var evaluator = new CodingEvaluator();
        var truths = Cases
            .SelectMany(each =>
                each.Coding.Predicates.SelectMany(root => root.SelfAndDescendants())
                    .Where(kind.IsInstanceOfType)
                    .SelectMany(predicate => UnknownTests.Truths(evaluator, predicate, each))
            )
            .GroupBy(truth => truth)
            .ToDictionary(group => group.Key, group => group.Count());

        // A test for NULL, a constant and EXISTS are never UNKNOWN (rules 5.14, 5.18).
        var isNeverUnknown = kind == typeof(NullTest) || kind == typeof(ConstantComparison) || kind == typeof(Any);
        Truth[] expected = isNeverUnknown ? [Truth.False, Truth.True] : [Truth.False, Truth.Unknown, Truth.True];
        Assert.That(truths.Keys, Is.EquivalentTo(expected));
        Assert.That(truths.Values, Is.All.GreaterThan(CaseCount / 20));
    }

    [Test]
    public void It_reaches_every_collation_under_every_type_nullable_and_not()
    {
        var columns = Cases.SelectMany(each => each.Source.Columns).ToList();
        var texts = columns.Select(column => (column.Type as CharacterType, column.IsNullable));
        var expected =
            from collation in Collation.All
            from isUnicode in (bool[])[false, true]
            from isFixedLength in (bool[])[false, true]
            from isNullable in (bool[])[false, true]
            select (collation, isUnicode, isFixedLength, isNullable);

        Assert.That(
            texts
                .Where(column => column.Item1 is not null)
                .Select(column =>
                    (column.Item1!.Collation!, column.Item1.IsUnicode, column.Item1.IsFixedLength, column.IsNullable)
                )
                .Distinct(),
            Is.EquivalentTo(expected)
        );
        Assert.That(columns.Select(column => column.Type).Any(IsMax), Is.True);
        Assert.That(
            columns.Select(column => column.Type).OfType<TemporalType>().Distinct(),
            Is.EquivalentTo(TemporalType.All)
        );
        Assert.That(
            columns.Select(column => column.Type).OfType<DecimalType>().Select(type => type.IsNumeric).Distinct(),
            Is.EquivalentTo([false, true])
        );
        Assert.That(
            columns
                .Where(column => column.Type is IntegerType)
                .Select(column => (column.Type, column.IsNullable))
                .Distinct(),
            Is.SupersetOf(
                IntegerType.All.SelectMany(type => (bool[])[false, true], (type, isNull) => ((SqlType)type, isNull))
            )
        );
    }

    [Test]
    public void Every_nullable_column_of_every_case_is_null_in_some_row() =>
        Assert.That(
            Cases.SelectMany(each =>
                each.Source.RowColumns.Where(column => column.IsNullable)
                    .Where(column => each.Rows.All(row => !row[column].IsNull))
            ),
            Is.Empty
        );

    [Test]
    public void It_reaches_every_form_of_a_predicate()
    {
        var likes = Predicates.OfType<Like>().ToList();
        var sets = likes.SelectMany(like => like.Pattern.Elements).OfType<CharacterSet>().ToList();

        Assert.That(likes.Select(like => (like.IsNegated, like.Escape is null)).Distinct(), Has.Exactly(4).Items);
        Assert.That(likes.Any(like => like.Pattern.MatchesNothing), Is.True);
        Assert.That(likes.Any(like => like.PatternText.IsUnicode && !IsUnicode(like.Operand)), Is.True);
        Assert.That(
            sets.SelectMany(set => set.Members, (set, member) => (set.IsNegated, IsRange: member.Last is not null))
                .Distinct(),
            Has.Exactly(4).Items
        );
        Assert.That(sets.Any(set => set.Members.Count == 0), Is.True);
        Assert.That(Predicates.OfType<In>().Select(@in => @in.IsNegated).Distinct(), Has.Exactly(2).Items);
        Assert.That(Predicates.OfType<Between>().Select(between => between.IsNegated).Distinct(), Has.Exactly(2).Items);
        Assert.That(Predicates.OfType<Between>().Any(IsReversed), Is.True);
        Assert.That(
            Predicates
                .OfType<Comparison>()
                .Select(comparison =>
                    (comparison.Operator, comparison.Left == comparison.Operand, IsText(comparison.Operand))
                )
                .Distinct(),
            Has.Exactly(24).Items
        );
        Assert.That(Predicates.Any(predicate => predicate.Parentheses > 0), Is.True);
        Assert.That(Scalars.Any(scalar => scalar.Parentheses > 0), Is.True);
    }

    [Test]
    public void It_reaches_every_form_of_a_coding()
    {
        var codings = Cases.Select(each => each.Coding).ToList();

        Assert.That(
            codings
                .Select(coding => (coding.Arms.Count > 0, coding.Else is not null, coding.Exclusions is not null))
                .Distinct(),
            Has.Exactly(5).Items
        );
        Assert.That(codings.SelectMany(coding => coding.Arms).Any(arm => arm.Then == Label.Null), Is.True);
        Assert.That(
            codings.Any(coding => coding.Arms.DistinctBy(arm => arm.Then).Count() < coding.Arms.Count),
            Is.True
        );
        Assert.That(
            codings.Select(coding => (coding.IsWrittenWithCase, coding.IsWrittenWithWhere)).Distinct(),
            Has.Exactly(4).Items
        );
    }

    [Test]
    public void The_factories_refuse_few_of_its_attempts() =>
        Assert.That(
            Cases.Sum(each => each.Refusals) * 100,
            Is.LessThan(Cases.Sum(each => each.Attempts) * MostRefusedPercent)
        );

    [Test]
    public void One_number_decides_everything()
    {
        var again = CaseGenerator.Next(seed: 500, size: 25, rowCount: 20);

        Assert.That(again.ToString(), Is.EqualTo(Cases[500].ToString()));
        Assert.That(again.Coding, Is.EqualTo(Cases[500].Coding));
    }

    private static IEnumerable<Scalar> SelfAndOperands(Scalar scalar) =>
        scalar.Operands.SelectMany(SelfAndOperands).Prepend(scalar);

    private static bool IsMax(SqlType type) => type is CharacterType { Length: null };

    private static bool IsText(Scalar scalar) => scalar.Type is CharacterType;

    private static bool IsUnicode(Scalar scalar) => scalar.Type is CharacterType { IsUnicode: true };

    private static bool IsReversed(Between between) =>
        between is { Low: IntegerLiteral low, High: IntegerLiteral high } && low.Value > high.Value;
}
