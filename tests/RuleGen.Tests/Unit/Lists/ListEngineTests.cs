using RuleGen.Engine;
using RuleGen.Model;

namespace RuleGen.Tests.Unit.Lists;

/// <summary>What the engine of batches judges of a list, and what it leaves alone, as the reference evaluator does.</summary>
public sealed class ListEngineTests
{
    /// <summary>Where the order of a comma is not modelled, a comma is no character of an item that is put in order.</summary>
    [TestCase("M45", ExpectedResult = true)]
    [TestCase("M,", ExpectedResult = false)]
    public bool A_separator_of_joined_items_is_no_character_of_an_item(string code)
    {
        var type = new ListType(
            [new Column("Code", CharacterType.NVarChar(3, Collation.Version100[0]), isNullable: false)],
            hasPosition: true
        );
        var list = new ItemList("Codes", type, new ChildRows(new TableName("dbo", "Child"), ["Row"], "Pos"));
        var joined = ColumnReference.Of(Column.Made("All", new JoinedItems(list.Column, type.Columns[0], ",")));
        var coding = new Coding(
            [new CaseArm(Like.Of(joined, StringLiteral.Of("")), Label.Of("a"))],
            otherwise: null,
            Any.Of(
                list.Column,
                Comparison.Of(ColumnReference.Of(type.Columns[0]), ComparisonOperator.GreaterThan, StringLiteral.Of(""))
            )
        );
        var row = new Row([list.Column], [SqlValue.Of(ListItems.Of(type, [new ListItem(2, [SqlValue.Of(code)])]))]);

        var batch = new RowBatch(row.Columns);
        batch.Add([row[list.Column]]);
        var results = new RowResult[1];
        BatchEvaluator.Compile(coding).Evaluate(batch, results);

        Assert.That(results[0].IsEvaluated, Is.EqualTo(new CodingEvaluator().FindResult(coding, row) is not null));
        return results[0].IsEvaluated;
    }
}
