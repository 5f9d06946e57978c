using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>A change of the coding that may mend what was found, before it is proven to.</summary>
/// <param name="Text">What to do; a sentence without a full stop.</param>
/// <param name="Claim">What it does to the results of rows.</param>
/// <param name="After">The coding once it is done.</param>
internal sealed record ProposedRemedy(string Text, RemedyClaim Claim, Coding After)
{
    /// <summary>What the text tells to write, in the order of the text; none where it tells to drop something.</summary>
    public ValueList<RemedyEdit> Edits { get; init; } = [];

    /// <summary>What must hold for every row, beyond what the whole examination assumes.</summary>
    public ValueList<Assumption> Preconditions { get; init; } = [];

    /// <summary>To drop something, after which every row has the result that it had.</summary>
    public static ProposedRemedy Drop(string text, Coding after) => new(text, SameResults.Claim, after);

    /// <summary>To write another predicate in a place, after which every row has the result that it had.</summary>
    public static ProposedRemedy Write(Examination examination, Site site, Predicate predicate, string addition = "")
    {
        var edit = new RemedyEdit(site.Path, 1, Snippet(examination, predicate));
        return new ProposedRemedy(
            $"Write {edit.Text}{addition}",
            SameResults.Claim,
            edit.Apply(examination.Coding, predicate)
        )
        {
            Edits = [edit],
        };
    }

    /// <summary>A predicate as it can stand in the place of any other: AND and OR in parentheses.</summary>
    public static string Snippet(Examination examination, Predicate predicate) =>
        predicate is And or Or ? $"({examination.Tools.Write(predicate)})" : examination.Tools.Write(predicate);
}
