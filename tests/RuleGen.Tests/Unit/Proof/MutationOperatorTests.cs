using System.Collections;
using System.Reflection;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Proof.Mutating;
using RuleGen.Tests.Property;
using RuleGen.Tests.TestData;
using static RuleGen.Rules.Apcs;

namespace RuleGen.Tests.Unit.Proof;

public sealed class MutationOperatorTests
{
    private static readonly string[] Nodes =
    [
        .. typeof(Predicate)
            .Assembly.GetTypes()
            .Where(type =>
                type.IsSubclassOf(typeof(Predicate))
                || type.IsSubclassOf(typeof(Scalar))
                || type.IsSubclassOf(typeof(LikeElement))
            )
            .Where(type => !type.IsAbstract)
            .Select(type => type.Name)
            .Append(nameof(SetMember))
            .Append(nameof(Label)),
    ];

    private static readonly Lazy<HashSet<string>> Touched = new(() =>
        Everything
            .AllCodings.SelectMany(coding =>
            {
                var before = Count(coding);
                return MutationOperators.Apply(coding).SelectMany(mutant => Changed(before, Count(mutant.Coding)));
            })
            .ToHashSet()
    );

    private static IEnumerable<string> Names => MutationOperators.All.Select(each => each.Name);

    [TestCaseSource(nameof(Names))]
    public void Every_operator_applies_to_some_coding_and_is_documented(string name)
    {
        var mutants = Everything.AllCodings.SelectMany(MutationOperators.Apply).Select(mutant => mutant.Operator);

        Assert.That(mutants, Has.Some.EqualTo(name));
        Assert.That(
            OneLine(Repository.Read("src", "RuleGen.Cli", "README.md")),
            Does.Contain($" {name} ·").Or.Contain($" {name}.")
        );
    }

    [TestCaseSource(nameof(Nodes))]
    public void Every_kind_of_node_is_changed_by_some_operator(string kind) =>
        Assert.That(Touched.Value, Has.Some.EqualTo(kind));

    [Test]
    public void No_mutant_is_the_coding_itself_and_none_is_made_twice()
    {
        foreach (var coding in Everything.AllCodings)
        {
            var mutants = MutationOperators.Apply(coding).Select(mutant => mutant.Coding).ToList();

            Assert.That(mutants, Has.None.EqualTo(coding));
            Assert.That(mutants, Is.Unique);
        }
    }

    [Test]
    public void A_clause_or_a_group_or_all_is_forgotten() =>
        Check<DropClause>(
            AdmissionMethod.EqualTo("11") & (AgeAtStartOfSpellSus > 18 | AgeAtStartOfSpellSus.IsNull()).Grouped(),
            "( Age_At_Start_of_Spell_SUS > 18 OR Age_At_Start_of_Spell_SUS IS NULL )",
            "Admission_Method = '11'",
            "Admission_Method = '11' AND Age_At_Start_of_Spell_SUS IS NULL",
            "Admission_Method = '11' AND Age_At_Start_of_Spell_SUS > 18",
            "1=1"
        );

    [Test]
    public void A_clause_is_negated()
    {
        Check<NegateClause>(AdmissionMethod.Like("2%"), "Admission_Method NOT LIKE '2%'");
        Check<NegateClause>(AdmissionMethod.NotIn("11"), "Admission_Method IN ('11')");
        Check<NegateClause>(AgeAtStartOfSpellSus.Between(19, 120), "Age_At_Start_of_Spell_SUS NOT BETWEEN 19 AND 120");
        Check<NegateClause>(AdmissionMethod.IsNull(), "Admission_Method IS NOT NULL");
        Check<NegateClause>(!AdmissionMethod.IsNull(), "Admission_Method IS NULL", "NOT Admission_Method IS NOT NULL");
    }

    [Test]
    public void And_and_or_change_places() =>
        Check<SwapConnective>(
            AdmissionMethod.IsNull() & AdministrativeCategory.IsNull(),
            "Admission_Method IS NULL OR Administrative_Category IS NULL"
        );

    [Test]
    public void Parentheses_are_lost_as_precedence_has_it()
    {
        Check<LoseParentheses>(
            AdmissionMethod.IsNull()
                & (AgeAtStartOfSpellSus.IsNull() | DerAgeAtCdsActivityDate.IsNull()).Grouped()
                & AdministrativeCategory.IsNull(),
            "Admission_Method IS NULL AND Age_At_Start_of_Spell_SUS IS NULL "
                + "OR Der_Age_at_CDS_Activity_Date IS NULL AND Administrative_Category IS NULL"
        );
        Check<LoseParentheses>(
            !(AdmissionMethod.IsNull() | AdministrativeCategory.IsNull()),
            "NOT Admission_Method IS NULL OR Administrative_Category IS NULL"
        );
    }

    [Test]
    public void Characters_of_a_set_are_forgotten_and_added()
    {
        Check<DropSetCharacter>(AdmissionMethod.Like("[13A]"), Likes("[3A]", "[1A]", "[13]"));
        Check<AddSetCharacter>(AdmissionMethod.Like("[13Z]"), Likes("[13Z0]", "[13Z2]", "[13Z4]", "[13ZY]"));
        Check<AddSetCharacter>(AdmissionMethod.Like("[0-9]"));
        Check<ShiftRange>(AdmissionMethod.Like("[0-5]"), Likes("[0-4]", "[1-5]", "[0-6]"));
        Check<NegateSet>(AdmissionMethod.Like("[^12]"), Likes("[12]"));
    }

    [Test]
    public void Patterns_are_anchored_and_not()
    {
        Check<MoveAnchor>(AdmissionMethod.Like("2%"), Likes("%2%", "2"));
        Check<MoveAnchor>(AdmissionMethod.Like("%2"), Likes("2", "%2%"));
    }

    [Test]
    public void Characters_of_a_pattern_are_mistyped_and_forgotten()
    {
        Check<ChangePatternCharacter>(AdmissionMethod.Like("%A9_"), Likes("%B9_", "%A8_", "%A9%"));
        Check<ChangePatternCharacter>(AdmissionMethod.Like("A%B"), Likes("B%B", "A_B", "A%C"));
        Check<WidenCharacter>(AdmissionMethod.Like("%A9%"), Likes("%A[98]%"));
        Check<WidenCharacter>(AdmissionMethod.Like("%A[12]%"));
        Check<AskForDigit>(AdmissionMethod.Like("2%"), Likes("2[0-9]%"));
        Check<AskForDigit>(AdmissionMethod.Like("%2"));
        Check<DropPatternCharacter>(AdmissionMethod.Like("%A_[12]"), Likes("%_[12]", "%A[12]", "%A_"));
    }

    [Test]
    public void What_is_escaped_stays_escaped()
    {
        Check<DropPatternCharacter>(
            AdmissionMethod.Like("a!%", "!"),
            "Admission_Method LIKE '!%' ESCAPE '!'",
            "Admission_Method LIKE 'a' ESCAPE '!'"
        );
    }

    [Test]
    public void Texts_numbers_and_comparisons_are_mistyped()
    {
        Check<ChangeText>(
            AdmissionMethod.EqualTo("19"),
            "Admission_Method = '29'",
            "Admission_Method = '18'",
            "Admission_Method = '9'",
            "Admission_Method = '1'"
        );
        Check<ShiftNumber>(
            AgeAtStartOfSpellSus.Between(19, 120),
            "Age_At_Start_of_Spell_SUS BETWEEN 18 AND 120",
            "Age_At_Start_of_Spell_SUS BETWEEN 20 AND 120",
            "Age_At_Start_of_Spell_SUS BETWEEN 19 AND 119",
            "Age_At_Start_of_Spell_SUS BETWEEN 19 AND 121"
        );
        Check<ChangeComparison>(
            AgeAtStartOfSpellSus >= 19,
            "Age_At_Start_of_Spell_SUS > 19",
            "Age_At_Start_of_Spell_SUS <= 19"
        );
        Check<ChangeComparison>(AgeAtStartOfSpellSus.EqualTo(19), "Age_At_Start_of_Spell_SUS <> 19");
        Check<ChangeComparison>(
            AdministrativeCategory.NotEqualTo("02"),
            "Administrative_Category = '02'",
            "Administrative_Category = '01'",
            "Administrative_Category = '03'"
        );
    }

    [Test]
    public void Items_of_a_list_are_forgotten_and_added() =>
        Check<ChangeList>(
            AgeAtStartOfSpellSus.In(1, 2),
            "Age_At_Start_of_Spell_SUS IN (2)",
            "Age_At_Start_of_Spell_SUS IN (1)",
            "Age_At_Start_of_Spell_SUS IN (1, 2, 3)"
        );

    [Test]
    public void Functions_are_changed_and_forgotten()
    {
        Check<ChangeFunction>(
            AdmissionMethod.Left(1).Like("2"),
            "LEFT(Admission_Method, 0) LIKE '2'",
            "LEFT(Admission_Method, 2) LIKE '2'",
            "RIGHT(Admission_Method, 1) LIKE '2'"
        );
        Check<ChangeFunction>(
            AdmissionMethod.Substring(1, 1).Like("2"),
            "SUBSTRING(Admission_Method, 1, 0) LIKE '2'",
            "SUBSTRING(Admission_Method, 1, 2) LIKE '2'",
            "SUBSTRING(Admission_Method, 2, 1) LIKE '2'"
        );
        Check<DropFunction>(
            AdmissionMethod.RTrim().Upper().Like("2"),
            "RTRIM(Admission_Method) LIKE '2'",
            "LOWER(RTRIM(Admission_Method)) LIKE '2'",
            "UPPER(Admission_Method) LIKE '2'",
            "UPPER(LTRIM(Admission_Method)) LIKE '2'"
        );
    }

    [Test]
    public void Arguments_of_isnull_and_coalesce_are_swapped_and_forgotten()
    {
        Check<SwapNullArguments>(
            Sql.IsNull(AgeAtStartOfSpellSus, DerAgeAtCdsActivityDate) > 18,
            "ISNULL(Der_Age_at_CDS_Activity_Date, Age_At_Start_of_Spell_SUS) > 18",
            "Age_At_Start_of_Spell_SUS > 18",
            "Der_Age_at_CDS_Activity_Date > 18"
        );
        // A constant that is compared with a constant is no coding: what the factories refuse is no mistake.
        Check<SwapNullArguments>(
            Sql.Coalesce(AgeAtStartOfSpellSus, 0) > 18,
            "COALESCE(0, Age_At_Start_of_Spell_SUS) > 18",
            "Age_At_Start_of_Spell_SUS > 18"
        );
    }

    [Test]
    public void Null_is_let_through()
    {
        Check<LetNullThrough>(AdmissionMethod.Like("2%"), "Admission_Method LIKE '2%' OR Admission_Method IS NULL");
        Check<LetNullThrough>(
            !(AdmissionMethod.Like("2%") | AdmissionMethod.Like("3%")),
            "NOT ( ( Admission_Method LIKE '2%' OR Admission_Method LIKE '3%' ) AND Admission_Method IS NOT NULL )"
        );
        Check<LetNullThrough>(AdmissionMethod.IsNull());
    }

    [Test]
    public void Arms_labels_and_else_are_mistaken()
    {
        var coding = new CodingBuilder()
            .When(AdmissionMethod.EqualTo("11"), "first")
            .When(AdmissionMethod.EqualTo("12"), "second")
            .Build();

        Assert.That(Mistakes<SwapArms>(coding), Is.EqualTo(["arms 1 and 2: in the other order"]));
        Assert.That(Mistakes<DropArm>(coding), Is.EqualTo(["arm 1: the arm forgotten", "arm 2: the arm forgotten"]));
        Assert.That(
            Mistakes<ChangeLabel>(coding),
            Is.EqualTo([
                "arm 1: label 'first' as 'firs'",
                "arm 1: label 'first' as 'second'",
                "arm 2: label 'second' as 'secon'",
            ])
        );
        Assert.That(Mistakes<ChangeElse>(coding), Is.EqualTo(["ELSE: ELSE 'second' added"]));
        Assert.That(
            Mistakes<ChangeElse>(new Coding(coding.Arms, Label.Of("rest"), exclusions: null)),
            Is.EqualTo(["ELSE: ELSE forgotten", "ELSE: label 'rest' as 'res'"])
        );
    }

    [Test]
    public void A_mistake_names_its_place_by_the_numbers_of_clauses()
    {
        var coding = new CodingBuilder()
            .When(
                AdmissionMethod.EqualTo("11") & (AdmissionMethod.IsNull() | AdmissionMethod.Like("2%")).Grouped(),
                "x"
            )
            .Build();

        Assert.That(
            new DropClause().Apply(coding).Select(mutant => mutant.Place),
            Is.EqualTo(["arm 1", "arm 1, clause 1", "arm 1, clauses 2 to 3", "arm 1, clause 2", "arm 1, clause 3"])
        );
    }

    private static string[] Likes(params string[] patterns) =>
        [.. patterns.Select(pattern => $"Admission_Method LIKE '{pattern}'")];

    private static void Check<TOperator>(Predicate condition, params string[] expected)
        where TOperator : IMutationOperator, new()
    {
        var coding = new CodingBuilder().Where(condition).WrittenWithoutWhere().Build();

        var made = new TOperator().Apply(coding).Select(mutant => CodingText.Of(mutant.Coding)).Select(OneLine);

        Assert.That(made, Is.EquivalentTo(expected));
    }

    private static IEnumerable<string> Mistakes<TOperator>(Coding coding)
        where TOperator : IMutationOperator, new() => new TOperator().Apply(coding).Select(mutant => mutant.ToString());

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Changed(Dictionary<object, int> before, Dictionary<object, int> after) =>
        before
            .Keys.Union(after.Keys)
            .Where(node => before.GetValueOrDefault(node) != after.GetValueOrDefault(node))
            .Select(node => node.GetType().Name);

    /// <summary>How often each node occurs in a coding.</summary>
    private static Dictionary<object, int> Count(Coding coding) => Walk(coding).CountBy(node => node).ToDictionary();

    private static IEnumerable<object> Walk(object? node) =>
        node is IEnumerable items and not string ? items.Cast<object>().SelectMany(Walk)
        : node is null || node.GetType().Assembly != typeof(Predicate).Assembly || node is SqlType or Column ? []
        : node.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0)
            .Where(property => node is not Coding || property.Name is "Arms" or "Else" or "Exclusions")
            .Where(property => node is not Predicate || property.Name is not ("Columns" or "Documentation"))
            .Where(property => node is not Comparison || property.Name is not ("Operand" or "Literal"))
            .SelectMany(property => Walk(property.GetValue(node)))
            .Prepend(node);
}
