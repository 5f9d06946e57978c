using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using RuleGen.Tests.TestData;
using RuleGen.TSql;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Lists;

/// <summary>The question that a server is asked about one clause and one row, whose values it holds.</summary>
public sealed class TruthQueryTests
{
    [Test]
    public void Columns_and_items_stand_in_the_query_with_their_types_and_collations()
    {
        var queries = SpellLists.Coding.Clauses.Select(clause =>
            TruthQuery.Write(clause.Predicate, SpellLists.Source, Row("M45", "o'C"))
        );

        var text = string.Join('\n', queries);
        Approved.Check("Lists/truth-queries.sql", text);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(new StringReader(text), out var errors);
        Assert.That(errors, Is.Empty);
    }

    [Test]
    public void A_row_without_items_has_a_table_without_rows()
    {
        var clause = CodingReader
            .Read("WHEN EXISTS (SELECT 1 FROM Diagnoses WHERE Code LIKE 'M%') THEN 'x'", SpellLists.Source)
            .Coding.Arms[0]
            .When;

        Assert.That(
            TruthQuery.Write(clause, SpellLists.Source, Row()),
            Does.Contain("SELECT CAST(NULL AS varchar(6)) COLLATE Latin1_General_CI_AS AS [Icd]")
                .And.Contain("WHERE 1 = 0")
        );
    }

    [Test]
    public void A_comment_of_the_clause_hides_nothing_of_the_query()
    {
        var clause = CodingReader.Read("WHEN Age > 18 -- adults\nTHEN 'x'", SpellLists.Source).Coding.Arms[0].When;

        Assert.That(
            TruthQuery.Write(clause, SpellLists.Source, Row()),
            Does.StartWith("SELECT CASE WHEN [s].[Age] > 18 THEN 1 WHEN NOT ([s].[Age] > 18) THEN 0 END AS Truth\n")
        );
    }

    private static Row Row(params string[] codes) =>
        new(
            SpellLists.Source.RowColumns,
            [
                SqlValue.Of(1),
                SqlValue.Null,
                SqlValue.Of(SpellLists.Coded(codes)),
                SqlValue.Of(
                    ListItems.Of(
                        SpellLists.Source.FindList("Operations")!.Type,
                        [new ListItem(2, [SqlValue.Of("W822")])]
                    )
                ),
            ]
        );
}
