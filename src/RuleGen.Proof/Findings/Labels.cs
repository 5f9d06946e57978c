using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>Labels as findings show them.</summary>
internal static class Labels
{
    /// <summary>The text in quotes, on one line, or NULL.</summary>
    public static string Write(Label label) => MessageText.OneLine(label.Type.Show(label.Text));
}
