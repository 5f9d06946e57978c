using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <content>LIKE (section 1).</content>
internal sealed partial class Binder
{
    private Condition BindLike(Dom.LikePredicate like)
    {
        var operand = BindText(like.FirstExpression, "LIKE");
        var pattern = BindText(like.SecondExpression, "LIKE");
        var escape = like.EscapeExpression is null ? null : BindEscape(like.EscapeExpression);
        if (FindConstant(pattern) is not { } literal)
        {
            throw Refusal.Unsupported(like.SecondExpression, "A pattern that is not a literal");
        }

        // NULL on either side makes it UNKNOWN (rule 1.21), whatever the other is.
        var bound =
            operand.Type is NullType || literal.Text is not { } text
                ? new LikeCondition(operand, matcher: null)
                : BindPattern(operand, pattern, text, escape, like);
        return Negate(bound, like.NotDefined);
    }

    private LikeCondition BindPattern(
        Expression operand,
        Expression pattern,
        string text,
        ConstantExpression? escape,
        Dom.LikePredicate like
    )
    {
        // ESCAPE has no say in the collation, but N before it turns the predicate to Unicode (rule 1.27).
        Expression[] parts = escape is null ? [operand, pattern] : [operand, pattern, escape];
        var isUnicode = parts.Any(part => part.Type is TextType { IsUnicode: true });
        var alphabet = FindAlphabet(parts, like);
        Require(operand, alphabet, CharacterRole.Pattern);
        var escapeCharacter = escape?.Value.Text?[0];
        new LikePatternCheck(text, escapeCharacter, alphabet, pattern.Position).Run(isUnicode);
        var stripped = PatternStripper.Strip(text, escapeCharacter, alphabet.LookedPast);
        if (stripped.Length < text.Length)
        {
            LookedPastInPattern ??= text.First(character =>
                alphabet.LookedPast.Contains(character, StringComparison.Ordinal)
            );
        }

        var matcher = new LikeMatcher(looksPast ? stripped : text, escapeCharacter, alphabet, !isUnicode);
        return new LikeCondition(operand, matcher, looksPast ? alphabet.LookedPast : "");
    }

    /// <summary>
    /// The escape character; null for <c>ESCAPE NULL</c>, which is as if it were not there (rule 1.19).
    /// </summary>
    private ConstantExpression? BindEscape(Dom.ScalarExpression escape) =>
        escape switch
        {
            Dom.ParenthesisExpression { Collation: null } parenthesis => BindEscape(parenthesis.Expression),
            Dom.NullLiteral { Collation: null } => null,
            Dom.StringLiteral { Collation: null, Value.Length: 1 } literal => BindLiteral(literal),
            _ => throw Refusal.Create(
                ErrorCodes.IllTyped,
                escape,
                "'ESCAPE' takes a literal of one character (rules 1.14, 1.19)",
                "Give one character in quotes"
            ),
        };
}
