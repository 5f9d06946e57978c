using RuleGen.Model;

namespace RuleGen.Engine.Evaluation;

/// <summary>Finds the first value of a row whose characters the collation's profile does not model.</summary>
internal sealed class CharacterCheck(ValueList<CharacterRequirement> requirements)
{
    /// <summary>What keeps the row from being evaluated; null where nothing does.</summary>
    public NotEvaluated? Find(Row row)
    {
        foreach (var requirement in requirements.AsSpan())
        {
            if (row[requirement.Column].Text is { } text && requirement.FindUnmodelled(text) is { } character)
            {
                return new NotEvaluated(requirement.Column, character);
            }
        }

        return null;
    }
}
