using RuleGen.Model;

namespace RuleGen.Proof.Findings;

/// <summary>
/// Codings as T-SQL, over one source. It is handed to <see cref="Linter"/>: Proof neither writes T-SQL nor reads it
/// itself.
/// </summary>
public interface ICodingText
{
    /// <summary>A predicate as the published text writes it, on one line, without parentheses around it.</summary>
    string Write(Predicate predicate);

    /// <summary>A coding as one text that <see cref="Read"/> takes.</summary>
    string Write(Coding coding);

    /// <summary>The coding that a text holds; null where the reader refuses the text.</summary>
    Coding? Read(string text);
}
