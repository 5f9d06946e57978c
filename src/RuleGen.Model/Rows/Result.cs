namespace RuleGen.Model;

/// <summary>What a coding makes of a row.</summary>
/// <param name="IsKept">Whether the row passes the exclusions.</param>
/// <param name="Outcome">
/// The label, of a number its digits; null is NULL, and always so for a row that is not kept.
/// </param>
/// <param name="Type">The label's type; <see cref="LabelType.Text"/> where it is NULL.</param>
public readonly record struct Result(bool IsKept, string? Outcome, LabelType Type = LabelType.Text)
{
    /// <summary>The result of a row that is not kept.</summary>
    public static Result NotKept => default;

    /// <summary>The outcome as T-SQL shows it: text in quotes, a number, or <c>NULL</c>.</summary>
    public string ShownOutcome => Type.Show(Outcome);

    /// <summary>The result of a row that is kept.</summary>
    /// <param name="label">Its label; null, which no ELSE gives, is NULL.</param>
    public static Result Kept(Label? label) => Kept(label?.Text, label?.Type ?? LabelType.Text);

    /// <summary>The result of a row that is kept.</summary>
    /// <param name="outcome">The label's text or digits; null is NULL.</param>
    /// <param name="type">The type of the coding's labels.</param>
    public static Result Kept(string? outcome, LabelType type) =>
        new(IsKept: true, outcome, outcome is null ? LabelType.Text : type);

    /// <summary><c>not kept</c>, <c>kept, outcome 'label'</c>, <c>kept, outcome 1</c> or <c>kept, outcome NULL</c>.</summary>
    public override string ToString() => IsKept ? $"kept, outcome {ShownOutcome}" : "not kept";
}
