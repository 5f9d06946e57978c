using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Makes values of columns for which a clause is TRUE, or nearly.</summary>
internal sealed class ValueMaker(Draw draw, Vocabulary words)
{
    private const string Plain = "AaBbMmZz01259 ²-";

    /// <summary>Sets the columns that a clause reads.</summary>
    public void Meet(Predicate clause, Dictionary<Column, SqlValue> row)
    {
        switch (clause)
        {
            case Like like:
                Set(like.Operand, SqlValue.Of(Changed(Member(like.Pattern))), row);
                break;
            case Comparison comparison:
                Set(comparison.Operand, About(comparison.Literal), row);
                break;
            case ColumnComparison comparison:
                var (left, right) = (comparison.Left.Column, comparison.Right.Column);
                row[right] =
                    left.Type is OrderedType type && !row[left].IsNull && right.Type is OrderedType other
                        ? other.Value(Saturated(row[left].Integer, draw.Of(-1, 0, 0, 1)))
                        : row[left];
                break;
            case Between between:
                Set(between.Operand, About(draw.Of(between.Low, between.High)), row);
                break;
            case In membership:
                Set(membership.Operand, About(draw.Of(membership.Items)), row);
                break;
            case NullTest test:
                Set(test.Operand, SqlValue.Null, row);
                break;
        }
    }

    /// <summary>A literal's value, or a near miss.</summary>
    private SqlValue About(Scalar literal) =>
        literal switch
        {
            IntegerLiteral number => SqlValue.Of(Saturated(number.Value, draw.Of(-1, 0, 0, 0, 1))),
            TypedLiteral typed => ((OrderedType)typed.Type).Value(typed.Units + draw.Of(-1, 0, 0, 0, 1)),
            _ => SqlValue.Of(Changed(((StringLiteral)literal).Value)),
        };

    private static long Saturated(long value, int difference) =>
        difference > 0 && value == long.MaxValue ? value
        : difference < 0 && value == long.MinValue ? value
        : value + difference;

    private string Changed(string text) => draw.Chance(50) ? text : words.Changed(text, Plain);

    /// <summary>Sets the columns of an expression so that it has a value, as far as can be.</summary>
    private void Set(Scalar scalar, SqlValue value, Dictionary<Column, SqlValue> row)
    {
        switch (scalar)
        {
            case ColumnReference reference:
                row[reference.Column] = value;
                break;
            case EdgeFunction edge when value.Text is { } text && text.Length >= edge.Length:
                Set(edge.Operand, SqlValue.Of(edge.IsLeft ? text + Filler(2) : Filler(2) + text), row);
                break;
            case SubstringFunction part when value.Text is { } text:
                var rest = text.Length < part.Length ? "" : Filler(2);
                Set(part.Operand, SqlValue.Of(new string('A', part.Start - 1) + text + rest), row);
                break;
            case TrimFunction trim when value.Text is { } text:
                var blanks = new string(' ', draw.Between(0, 2));
                Set(trim.Operand, SqlValue.Of(trim.IsLeft ? blanks + text : text + blanks), row);
                break;
            case ReplaceFunction replace when value.Text is { } text:
                Set(replace.Operand, SqlValue.Of(text.Insert(draw.Between(0, text.Length), replace.Sought.Value)), row);
                break;
            case ConcatFunction concat when value.Text is { } text:
                var literal = concat.Literal.Value;
                var rest2 =
                    concat.IsLiteralFirst && text.StartsWith(literal, StringComparison.OrdinalIgnoreCase)
                        ? text[literal.Length..]
                    : !concat.IsLiteralFirst && text.EndsWith(literal, StringComparison.OrdinalIgnoreCase)
                        ? text[..^literal.Length]
                    : text;
                Set(concat.Operand, SqlValue.Of(rest2), row);
                break;
            case LetterCaseFunction letters when value.Text is { } text:
                Set(letters.Operand, SqlValue.Of(draw.Chance(50) ? text : text.ToLowerInvariant()), row);
                break;
            case IsNullFunction or CoalesceFunction:
                SetOne(scalar.Operands, value, row);
                break;
            default:
                foreach (var operand in scalar.Operands)
                {
                    Set(operand, value, row);
                }

                break;
        }
    }

    /// <summary>One operand has the value, and those before it are NULL.</summary>
    private void SetOne(ValueList<Scalar> operands, SqlValue value, Dictionary<Column, SqlValue> row)
    {
        var chosen = draw.Below(operands.Count);
        for (var i = operands.Count - 1; i >= 0; i--)
        {
            if (i <= chosen)
            {
                Set(operands[i], i < chosen ? SqlValue.Null : value, row);
            }
        }
    }

    private string Member(LikePattern pattern) => string.Concat(pattern.Elements.Select(Member));

    private string Member(LikeElement element) =>
        element switch
        {
            AnyRun => Filler(2),
            LiteralCharacter literal => literal.Character.ToString(),
            CharacterSet { IsNegated: false, Members.Count: > 0 } set => Member(draw.Of(set.Members)).ToString(),
            _ => draw.Of(Plain).ToString(),
        };

    private char Member(SetMember member) =>
        draw.Of(member.First, member.Last ?? member.First, (char)((member.First + (member.Last ?? member.First)) / 2));

    private string Filler(int most) =>
        string.Concat(Enumerable.Range(0, draw.Between(0, most)).Select(_ => draw.Of(Plain)));
}
