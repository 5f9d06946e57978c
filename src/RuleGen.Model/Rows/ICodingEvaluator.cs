namespace RuleGen.Model;

/// <summary>Says what a coding makes of one row: how an engine shows itself to those who check it or re-run a witness.</summary>
public interface ICodingEvaluator
{
    /// <summary>
    /// The result for a row whose characters are all modelled (see <see cref="CharacterRequirement"/>), where LIKE looks
    /// past none of them (<see cref="LikeReading.Ordinary"/>).
    /// </summary>
    Result Evaluate(Coding coding, Row row);

    /// <summary>
    /// The result for a row whose characters are all modelled; null where the readings of a LIKE give it different ones
    /// (see <see cref="LikeReading"/>).
    /// </summary>
    Result? FindResult(Coding coding, Row row);
}
