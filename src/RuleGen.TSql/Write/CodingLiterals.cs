using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>The string literals of a coding: its labels, and those of its conditions.</summary>
internal static class CodingLiterals
{
    /// <summary>All of them, in no particular order.</summary>
    public static IEnumerable<(string Value, bool IsUnicode)> Of(Coding coding) =>
        coding
            .Labels.OfType<Label>()
            .Where(label => label is { Type: LabelType.Text, IsNull: false })
            .Select(label => (label.Text!, label.IsUnicode))
            .Concat(
                coding
                    .Predicates.SelectMany(predicate => predicate.SelfAndAllWithin())
                    .SelectMany(Literals)
                    .Select(literal => (literal.Value, literal.IsUnicode))
            );

    private static IEnumerable<StringLiteral> Literals(Predicate predicate) =>
        predicate
            .Scalars.SelectMany(Literals)
            .Concat(
                predicate is not Like like ? []
                : like.Escape is null ? [like.PatternText]
                : [like.PatternText, like.Escape]
            );

    private static IEnumerable<StringLiteral> Literals(Scalar scalar) =>
        scalar is StringLiteral literal ? [literal] : scalar.Operands.SelectMany(Literals);
}
