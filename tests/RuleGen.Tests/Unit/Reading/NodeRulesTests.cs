using System.Globalization;
using System.Text;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Rules;
using RuleGen.TSql.Read;
using ReadFindings = RuleGen.TSql.Read.Findings;

namespace RuleGen.Tests.Unit.Reading;

/// <summary>
/// Every kind of syntax that the parser knows, and what the reader does with it: what it does not know by name, such as what
/// comes in with a new parser, it refuses.
/// </summary>
public sealed class NodeRulesTests
{
    private static IEnumerable<Type> Kinds =>
        typeof(TSqlFragment)
            .Assembly.GetExportedTypes()
            .Where(type => typeof(TSqlFragment).IsAssignableFrom(type) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static IEnumerable<Type> Refusable<TSyntax>() =>
        Kinds.Where(type =>
            typeof(TSyntax).IsAssignableFrom(type)
            && NodeRules.Of(type).Treatment == Treatment.Refused
            && type.GetConstructor([]) is not null
        );

    private static IEnumerable<Type> Statements => Refusable<TSqlStatement>();

    private static IEnumerable<Type> Conditions => Refusable<BooleanExpression>();

    private static IEnumerable<Type> Values => Refusable<ScalarExpression>();

    // Joins are refused at the word between their tables, and so need a text: WholeTextTests has them.
    private static IEnumerable<Type> Tables =>
        Refusable<TableReference>().Where(type => !typeof(JoinTableReference).IsAssignableFrom(type));

    [Test]
    public void What_is_done_with_each_kind_is_as_approved()
    {
        var list = new StringBuilder();
        foreach (var kind in Kinds)
        {
            var rule = NodeRules.Of(kind);
            if (rule.Treatment != Treatment.Refused)
            {
                list.Append(CultureInfo.InvariantCulture, $"{kind.Name}: {Describe(rule)}\n");
            }
        }

        var refused = Kinds.Where(kind => NodeRules.Of(kind).Treatment == Treatment.Refused).Select(kind => kind.Name);
        Approved.Check("Reading/syntax.txt", $"{list}\nRefused:\n{string.Join('\n', refused)}\n");
    }

    [Test]
    public void What_is_passed_over_says_why() =>
        Assert.That(
            Kinds.Select(NodeRules.Of).Where(rule => rule.Treatment == Treatment.PassedOver),
            Has.All.Property(nameof(NodeRule.Reason)).Not.Empty
        );

    [TestCaseSource(nameof(Statements))]
    public void A_statement_that_is_not_named_is_refused(Type kind) =>
        Assert.That(Refusals(walker => walker.Visit(Make<TSqlStatement>(kind), isConditional: false)), Is.Not.Empty);

    [TestCaseSource(nameof(Tables))]
    public void A_table_that_is_not_named_is_refused(Type kind) =>
        Assert.That(
            Refusals(walker =>
                walker.Visit(
                    new SelectStatement
                    {
                        QueryExpression = new QuerySpecification
                        {
                            SelectElements = { new SelectStarExpression() },
                            FromClause = new FromClause { TableReferences = { Make<TableReference>(kind) } },
                            WhereClause = new WhereClause { SearchCondition = new BooleanIsNullExpression() },
                        },
                    },
                    isConditional: false
                )
            ),
            Is.Not.Empty
        );

    [TestCaseSource(nameof(Conditions))]
    public void A_condition_that_is_not_named_is_refused(Type kind)
    {
        var findings = new ReadFindings(new SourceText("x"));
        var text = new CleanText(Lexer.Read(findings, LexerMode.Exact));
        var context = new ReadingContext(findings, Apcs.Source, new CommentMap([]), NameScope.None);

        Assert.That(new PredicateConverter(text, context).Convert(Make<BooleanExpression>(kind)), Is.Null);
        Assert.That(findings.HasProblems);
    }

    [TestCaseSource(nameof(Values))]
    public void A_value_that_is_not_named_is_refused(Type kind)
    {
        var findings = new ReadFindings(new SourceText("x"));
        var text = new CleanText(Lexer.Read(findings, LexerMode.Exact));
        var context = new ReadingContext(findings, Apcs.Source, new CommentMap([]), NameScope.None);
        var condition = new BooleanIsNullExpression { Expression = Make<ScalarExpression>(kind) };

        Assert.That(new PredicateConverter(text, context).Convert(condition), Is.Null);
        Assert.That(findings.HasProblems);
    }

    [TestCase("a b", "1:1 RG0113")]
    [TestCase("CREATE MATERIALIZED VIEW v AS SELECT x", "1:8 RG0113", "1:26 RG0113", "1:38 RG0113")]
    [TestCase("BEGIN 'GO' [AS] GO 5 END", "1:7 RG0113", "1:20 RG0113")]
    [TestCase("CREATE OR ALTER VIEW AS (SELECT, FROM) WITH CHECK OPTION; GO")]
    public void What_nothing_claims_of_a_script_is_refused(string script, params string[] places)
    {
        var findings = new ReadFindings(new SourceText(script));

        new TokenLedger(findings, new CleanText(Lexer.Read(findings, LexerMode.Exact))).RefuseRest();

        Assert.That(
            findings.HasProblems ? Reading.Places(Refused.Problems(findings.ThrowProblems)) : [],
            Is.EqualTo(places)
        );
    }

    private static IEnumerable<string> Refusals(Action<ScriptWalker> visit)
    {
        var findings = new ReadFindings(new SourceText("x"));
        var walker = new ScriptWalker(findings, Apcs.Source, ReadOptions.Default, LexerMode.Exact, new SessionState());
        walker.Read();
        var before = findings.ProblemCount;
        visit(walker);
        return Enumerable.Range(before, findings.ProblemCount - before).Select(i => $"{i}");
    }

    private static TSyntax Make<TSyntax>(Type kind) => (TSyntax)Activator.CreateInstance(kind)!;

    private static string Describe(NodeRule rule) =>
        rule.Treatment == Treatment.Read ? "read" : $"passed over, since {rule.Reason}";
}
