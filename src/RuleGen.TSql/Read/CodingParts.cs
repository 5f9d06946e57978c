namespace RuleGen.TSql.Read;

/// <summary>The parts of a coding as the text has them, in tokens without comments.</summary>
/// <param name="Case">CASE; null where the arms stand by themselves.</param>
/// <param name="Arms">The arms.</param>
/// <param name="Else">ELSE; null where there is none.</param>
/// <param name="AfterArms">END and its alias, which a comment may follow.</param>
/// <param name="Label">A label that stands for itself beside the WHERE, which every row gets that is kept; null where there is none.</param>
/// <param name="Exclusions">The WHERE, or a condition by itself; null where there is none.</param>
internal sealed record CodingParts(
    Token? Case,
    List<ArmPart> Arms,
    LabelPart? Else,
    List<Token> AfterArms,
    LabelPart? Label,
    ConditionPart? Exclusions
);

/// <summary>WHEN with its condition, and THEN with its label; null where THEN is missing.</summary>
internal sealed record ArmPart(ConditionPart When, LabelPart? Then);

/// <summary>A condition after a keyword; null where it has none.</summary>
internal sealed record ConditionPart(Token? Keyword, List<Token> Tokens);

/// <summary>A label after THEN or ELSE.</summary>
internal sealed record LabelPart(Token Keyword, List<Token> Tokens);
