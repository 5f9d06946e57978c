using RuleGen.Model;
using RuleGen.Proof.Findings;
using RuleGen.TSql;
using RuleGen.TSql.Read;

namespace RuleGen.Workspaces.Linting;

/// <summary>Codings over a source as published text.</summary>
/// <param name="source">The source.</param>
internal sealed class LintedText(Source source) : ICodingText
{
    public string Write(Predicate predicate) => ClauseText.Write(predicate);

    public string Write(Coding coding)
    {
        var written = coding with { IsWrittenWithWhere = true };
        IEnumerable<string> parts =
        [
            .. written.Arms.Count > 0 ? [FragmentWriter.WriteCase(written)] : (string[])[],
            .. written.Exclusions is not null ? [FragmentWriter.WriteWhere(written)] : (string[])[],
        ];
        return string.Join('\n', parts);
    }

    public Coding? Read(string text)
    {
        try
        {
            return CodingReader.Read(text, source).Coding;
        }
        catch (RuleGenException)
        {
            // What is not read back is not shown.
            return null;
        }
    }
}
