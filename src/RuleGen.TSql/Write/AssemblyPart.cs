namespace RuleGen.TSql;

/// <summary>What the script of a SQLCLR function has beside that of another object.</summary>
/// <param name="Function">The function, without brackets.</param>
/// <param name="Assembly">The assembly, without brackets.</param>
/// <param name="ContentHash">The SHA2_256 of its bytes, as a server computes it, in small hexadecimal digits.</param>
/// <param name="Trust">The batch, before the transaction, that has the server trust the assembly.</param>
/// <param name="Refuse">Refuses an assembly of the same name that RuleGen did not make.</param>
/// <param name="Create">The batch that drops and creates assembly and function, and gives the grants again.</param>
/// <param name="Stamp">Stamps the assembly.</param>
internal sealed record AssemblyPart(
    string Function,
    string Assembly,
    string ContentHash,
    string Trust,
    string Refuse,
    string Create,
    string Stamp
);
