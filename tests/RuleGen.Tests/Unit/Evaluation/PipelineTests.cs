using RuleGen.Data.Evaluation;

namespace RuleGen.Tests.Unit.Evaluation;

public sealed class PipelineTests
{
    private sealed class Block
    {
        public int Number { get; set; }
    }

    [Test]
    public void Blocks_are_used_in_the_order_of_filling()
    {
        var (next, used) = (0, new List<int>());
        Pipeline.Run(
            [new Block(), new Block(), new Block()],
            block => (block.Number = next++) < 1000,
            block => used.Add(block.Number)
        );

        Assert.That(used, Is.EqualTo(Enumerable.Range(0, 1000)));
    }

    [Test]
    public void What_filling_throws_is_thrown_after_the_blocks_before_it()
    {
        var (next, used) = (0, 0);

        Assert.That(
            () => Pipeline.Run([new Block()], _ => next++ < 5 ? true : throw new FormatException("full"), _ => used++),
            Throws.TypeOf<FormatException>().With.Message.EqualTo("full")
        );
        Assert.That(used, Is.EqualTo(5));
    }

    [Test]
    public void What_use_throws_is_thrown_even_where_filling_waits_for_ever()
    {
        using var never = new ManualResetEventSlim();
        var next = 0;

        Assert.That(
            () =>
                Pipeline.Run(
                    [new Block(), new Block()],
                    _ =>
                    {
                        if (next++ > 0)
                        {
                            never.Wait();
                        }

                        return next == 1;
                    },
                    _ => throw new FormatException("used")
                ),
            Throws.TypeOf<FormatException>().With.Message.EqualTo("used")
        );
        never.Set();
    }
}
