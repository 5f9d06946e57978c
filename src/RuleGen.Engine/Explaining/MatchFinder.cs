using RuleGen.Engine.Evaluation;
using RuleGen.Model;

namespace RuleGen.Engine;

/// <summary>
/// Finds what of a row made a condition TRUE by being there: the texts that patterns match, or that equal a literal. What
/// is TRUE because something is not there has none, and numbers and dates are no codes.
/// </summary>
/// <param name="row">The row, whose characters are all modelled.</param>
internal sealed class MatchFinder(Row row)
{
    private readonly PredicateEvaluation _evaluation = new(row);
    private readonly ScalarEvaluation _scalars = new(row);

    /// <summary>The texts, each place once, in the order of the condition.</summary>
    public IEnumerable<MatchedCode> Find(Predicate condition) => Find(condition, Truth.True).Distinct();

    /// <summary>What gives a predicate a truth: one operand where one is enough, else all of them.</summary>
    private IEnumerable<MatchedCode> Find(Predicate predicate, Truth truth) =>
        predicate switch
        {
            Not not => Find(not.Operand, truth.Not()),
            And => FindAmong(predicate.Children, truth, isByOne: truth == Truth.False),
            Or => FindAmong(predicate.Children, truth, isByOne: truth == Truth.True),
            Any any when truth == Truth.True => FindItem(any),
            Like like when like.IsNegated == (truth == Truth.False) => FindText(like),
            In { Operand.Type: CharacterType } membership when membership.IsNegated == (truth == Truth.False) =>
                FindValue(membership.Operand),
            Comparison { Operand.Type: CharacterType } comparison
                when comparison.OperandOperator
                    == (truth == Truth.True ? ComparisonOperator.Equal : ComparisonOperator.NotEqual) => FindValue(
                comparison.Operand
            ),
            _ => [],
        };

    private IEnumerable<MatchedCode> FindAmong(ValueList<Predicate> operands, Truth truth, bool isByOne)
    {
        var same = operands.Where(operand => _evaluation.Evaluate(operand) == truth);
        return (isByOne ? same.Take(1) : same).SelectMany(operand => Find(operand, truth));
    }

    /// <summary>The first item that meets a condition: its texts that do, or all of it where none is asked for.</summary>
    private IEnumerable<MatchedCode> FindItem(Any any)
    {
        var items = row[any.List].Items!;
        var (item, values) = items.Items.Zip(items.Rows).First(each => Meets(each.Second, any.Condition));
        var found = any.Condition is null ? [] : new MatchFinder(values).Find(any.Condition).ToList();
        if (found.Count == 0)
        {
            found =
            [
                .. items
                    .Type.Columns.Where(column => values[column].Text is not null)
                    .Select(column => new MatchedCode(values[column].Text!, column)),
            ];
        }

        return found.Select(each => each with { List = any.List, Position = item.Position });
    }

    private static bool Meets(Row item, Predicate? condition) =>
        condition is null || new PredicateEvaluation(item).Evaluate(condition) == Truth.True;

    private IEnumerable<MatchedCode> FindText(Like like)
    {
        if (_scalars.Evaluate(like.Operand).Text is not { } text)
        {
            return [];
        }

        // Where LIKE looks past characters of the value, or of the pattern, no place is known: the whole value is shown.
        var (start, end) = PatternPlace.Find(like, text) ?? (0, text.Length);
        return [Describe(like.Operand, text, start, end)];
    }

    private IEnumerable<MatchedCode> FindValue(Scalar operand) =>
        _scalars.Evaluate(operand).Text is { } text ? [Describe(operand, text, 0, text.Length)] : [];

    /// <summary>The code around a part of what an expression gives, in the column that it comes from.</summary>
    private MatchedCode Describe(Scalar operand, string text, int start, int end)
    {
        if (TextOrigin.Of(operand, row) is not { } origin)
        {
            // Of a text that is put together there is no one place.
            return new MatchedCode(text[start..end].TrimEnd(' '), operand.Columns.First().InRow);
        }

        var (column, whole) = (origin.Column, row[origin.Column].Text ?? text);
        (start, end) = (Math.Min(start + origin.Start, whole.Length), Math.Min(end + origin.Start, whole.Length));
        return column.Derivation switch
        {
            ItemAt at => new MatchedCode(Word(whole, start, end), at.Item) { List = at.List, Position = at.Position },
            JoinedItems joined => InItem(joined, whole, start, end),
            _ => InCodes(column, whole, start, end),
        };
    }

    /// <summary>Which item of a list a part of its joined text is of; where it is of several, which codes of the text.</summary>
    private MatchedCode InItem(JoinedItems joined, string whole, int start, int end)
    {
        var place = joined.ListType.PlaceOf(joined.Item);
        var next = joined.Before.Length;
        foreach (var item in row[joined.List].Items!.Items)
        {
            if (item.Values[place].Text is not { } text)
            {
                continue;
            }

            if (start >= next && end <= next + text.Length)
            {
                return new MatchedCode(text, joined.Item) { List = joined.List, Position = item.Position };
            }

            next += text.Length + joined.Separator.Length;
        }

        return new MatchedCode(whole[start..end], joined.Item) { List = joined.List };
    }

    private static MatchedCode InCodes(Column column, string whole, int start, int end)
    {
        if (column.List is null || CodePlaces.Of(column, whole) is not { } codes)
        {
            return new MatchedCode(Word(whole, start, end), column);
        }

        // A pattern may begin or end in what stands between two codes.
        var first = codes.FindIndex(code => code.End > start);
        var last = codes.FindLastIndex(code => code.Start < end);
        return first < 0 || last < first
            ? new MatchedCode(whole[start..end], column)
            : new MatchedCode(whole[codes[first].Start..codes[last].End], column) { Codes = (first + 1, last + 1) };
    }

    /// <summary>A part of a text with the letters and digits around it: the code that it belongs to, as far as one can see.</summary>
    private static string Word(string text, int start, int end)
    {
        while (
            start > 0
            && start < end
            && char.IsAsciiLetterOrDigit(text[start])
            && char.IsAsciiLetterOrDigit(text[start - 1])
        )
        {
            start--;
        }

        while (
            end < text.Length
            && end > start
            && char.IsAsciiLetterOrDigit(text[end - 1])
            && char.IsAsciiLetterOrDigit(text[end])
        )
        {
            end++;
        }

        return text[start..end].TrimEnd(' ');
    }
}
