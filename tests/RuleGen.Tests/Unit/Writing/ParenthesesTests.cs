using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>
/// Parentheses decide what a coding means. The text is judged by ScriptDom's tree of it, not by RuleGen's reader.
/// </summary>
public class ParenthesesTests
{
    [TestCase("a b &", "a AND b")]
    [TestCase("a b & c |", "a AND b OR c")]
    [TestCase("a b | c &", "( a OR b ) AND c")]
    [TestCase("a b c & |", "a OR b AND c")]
    [TestCase("a b c | &", "a AND ( b OR c )")]
    [TestCase("a b c & g &", "a AND ( b AND c )")]
    [TestCase("a b c | g |", "a OR ( b OR c )")]
    [TestCase("a b & g c &", "( a AND b ) AND c")]
    [TestCase("a !", "NOT a")]
    [TestCase("a b & !", "NOT ( a AND b )")]
    [TestCase("a b | !", "NOT ( a OR b )")]
    [TestCase("a ! b &", "NOT a AND b")]
    [TestCase("a ! !", "NOT NOT a")]
    [TestCase("a ! g !", "NOT ( NOT a )")]
    [TestCase("a g", "( a )")]
    [TestCase("a g g b &", "( ( a ) ) AND b")]
    [TestCase("a b | g c &", "( a OR b ) AND c")]
    [TestCase("a b | g g c &", "( ( a OR b ) ) AND c")]
    [TestCase("a b & g c |", "( a AND b ) OR c")]
    [TestCase("a b | ! g", "( NOT ( a OR b ) )")]
    public void Parentheses_stand_where_they_are_published_or_needed(string postfix, string text)
    {
        Assert.That(Flat(FragmentWriter.WritePredicate(Build(postfix))), Is.EqualTo(text));
    }

    [Test]
    public void Every_tree_means_what_it_says_with_the_fewest_parentheses([Range(1, 300)] int seed)
    {
        var tree = Random(seed, depth: 4);
        var text = FragmentWriter.WritePredicate(tree);

        Assert.That(Shape(Parse(text)!), Is.EqualTo(Shape(tree)), text);
        for (var open = text.IndexOf('(', StringComparison.Ordinal); open >= 0; open = text.IndexOf('(', open + 1))
        {
            Assert.That(
                Parse(WithoutPair(text, open)) is { } other ? Shape(other) : null,
                Is.Not.EqualTo(Shape(tree)),
                $"A pair is not needed at {open} in {text}"
            );
        }
    }

    /// <summary>The text without the parenthesis at a place and its partner.</summary>
    private static string WithoutPair(string text, int open)
    {
        var close = open;
        for (var depth = 0; depth > 0 || close == open; close++)
        {
            depth +=
                text[close] == '(' ? 1
                : text[close] == ')' ? -1
                : 0;
        }

        return text.Remove(close - 1, 1).Remove(open, 1);
    }

    private static string Flat(string text) =>
        string.Join(
            ' ',
            text.Replace("(", " ( ", StringComparison.Ordinal)
                .Replace(")", " ) ", StringComparison.Ordinal)
                .Replace(" IS NULL", "", StringComparison.Ordinal)
                .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        );

    private static Predicate Build(string postfix)
    {
        var stack = new Stack<Predicate>();
        foreach (var word in postfix.Split(' '))
        {
            var top = word is "&" or "|" or "!" or "g" ? stack.Pop() : Clause(word);
            stack.Push(
                word switch
                {
                    "&" => And.Of([stack.Pop(), top]),
                    "|" => Or.Of([stack.Pop(), top]),
                    "!" => !top,
                    "g" => top.Grouped(),
                    _ => top,
                }
            );
        }

        return stack.Single();
    }

    private static NullTest Clause(string name) =>
        NullTest.Of(ColumnReference.Of(new Column(name, IntegerType.Int, isNullable: true)));

    /// <summary>A tree without published parentheses, but where an operand is of its parent's kind.</summary>
    private static Predicate Random(int seed, int depth)
    {
        var random = new Random(seed);
        return Next(depth);

        Predicate Next(int left)
        {
            var kind = left == 0 ? 0 : random.Next(5);
            if (kind == 0)
            {
                return Clause("abcdef"[random.Next(6)].ToString());
            }

            if (kind == 1)
            {
                return !Next(left - 1);
            }

            // Grouped keeps an operand of the same kind apart; where it is not, its parentheses are none of its own.
            var isAnd = kind is 2 or 3;
            var operands = Enumerable
                .Range(0, random.Next(2, 4))
                .Select(_ => Next(left - 1))
                .Select(Apart)
                .ToValueList();
            return isAnd ? And.Of(operands) : Or.Of(operands);

            Predicate Apart(Predicate operand) =>
                (isAnd ? operand is And : operand is Or) ? operand.Grouped() : operand;
        }
    }

    private static BooleanExpression? Parse(string text)
    {
        using var reader = new StringReader(text);
        var tree = new TSql150Parser(true).ParseBooleanExpression(reader, out var errors);
        return errors.Count == 0 ? tree : null;
    }

    private static string Shape(Predicate predicate) =>
        predicate switch
        {
            And => $"and({string.Join(",", predicate.Children.Select(Shape))})",
            Or => $"or({string.Join(",", predicate.Children.Select(Shape))})",
            Not not => $"not({Shape(not.Operand)})",
            _ => predicate.Columns.Single().Name,
        };

    /// <summary>The same of ScriptDom's tree, which nests to the left what has no parentheses.</summary>
    private static string Shape(BooleanExpression tree) =>
        tree switch
        {
            BooleanBinaryExpression binary => (
                binary.BinaryExpressionType == BooleanBinaryExpressionType.And ? "and(" : "or("
            ) + $"{string.Join(",", Operands(binary, binary.BinaryExpressionType))})",
            BooleanNotExpression not => $"not({Shape(not.Expression)})",
            BooleanParenthesisExpression parenthesis => Shape(parenthesis.Expression),
            BooleanIsNullExpression { Expression: ColumnReferenceExpression column } => column
                .MultiPartIdentifier
                .Identifiers[0]
                .Value,
            _ => throw new InvalidOperationException(tree.GetType().Name),
        };

    private static IEnumerable<string> Operands(BooleanExpression tree, BooleanBinaryExpressionType kind) =>
        tree is BooleanBinaryExpression binary && binary.BinaryExpressionType == kind
            ? Operands(binary.FirstExpression, kind).Concat(Operands(binary.SecondExpression, kind))
            : [Shape(tree)];
}
