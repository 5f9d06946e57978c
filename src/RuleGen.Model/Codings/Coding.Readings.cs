namespace RuleGen.Model;

// The readings of a coding's LIKEs, of which no source says which is the server's (rule 1.41).
public sealed partial record Coding
{
    /// <summary>
    /// The coding under each <see cref="LikeReading"/>, itself first; only itself where no LIKE of it has two. A row has a
    /// result where all give it the same one.
    /// </summary>
    public ValueList<Coding> FindReadings()
    {
        var arms = Arms.Select(arm => (arm, Absent: arm.When.Under(LikeReading.Absent))).ToList();
        var exclusions = Exclusions?.Under(LikeReading.Absent);
        if (ReferenceEquals(exclusions, Exclusions) && arms.All(each => ReferenceEquals(each.arm.When, each.Absent)))
        {
            return [this];
        }

        var absent = this with
        {
            Arms = arms.Select(each => each.arm.With(each.Absent)).ToValueList(),
            Exclusions = exclusions,
        };
        return [this, absent];
    }
}
