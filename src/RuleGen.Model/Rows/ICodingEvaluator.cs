namespace RuleGen.Model;

/// <summary>Says what a coding makes of one row: how an engine shows itself to those who check it or re-run a witness.</summary>
public interface ICodingEvaluator
{
    /// <summary>The result for a row whose characters are all modelled (see <see cref="CharacterRequirement"/>).</summary>
    Result Evaluate(Coding coding, Row row);
}
