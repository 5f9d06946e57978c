namespace RuleGen.Model;

/// <summary>A kind of problem that RuleGen reports.</summary>
/// <param name="Id">Its stable name, <c>RG0001</c> and so on.</param>
/// <param name="Kind">Who can mend it; decides the exit code.</param>
/// <param name="Meaning">What it means, in a few words.</param>
public sealed record ErrorCode(string Id, ErrorKind Kind, string Meaning);

/// <summary>Who can mend a problem; the command line turns it into the exit code.</summary>
public enum ErrorKind
{
    /// <summary>The command line was not understood (exit code 2).</summary>
    Usage,

    /// <summary>A coding, SQL text, CSV or schema is not valid (exit code 3).</summary>
    Input,

    /// <summary>A file, a server or a permission is not there (exit code 5).</summary>
    Environment,

    /// <summary>The command found what it will not pass over, such as work of somebody else (exit code 1).</summary>
    Finding,
}
