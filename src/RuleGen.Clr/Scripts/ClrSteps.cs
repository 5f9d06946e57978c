using System.Text;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Clr;

/// <summary>What both scripts of a SQLCLR function need.</summary>
internal static class ClrSteps
{
    /// <summary>Where the scripts run (rule 9.18).</summary>
    public const string Servers = "SQL Server 2016 SP1 and later, and Azure SQL Managed Instance";

    /// <summary>The bytes of one line.</summary>
    private const int LineBytes = 40;

    /// <summary>A variable with so many bytes, put together line by line.</summary>
    public static void AppendBinary(StringBuilder text, string variable, string length, ReadOnlySpan<byte> bytes)
    {
        text.Append("DECLARE ").Append(variable).Append(" varbinary(").Append(length).Append(") = 0x;\n");
        for (var start = 0; start < bytes.Length; start += LineBytes)
        {
            var line = bytes[start..Math.Min(start + LineBytes, bytes.Length)];
            text.Append("SET ").Append(variable).Append(" = ").Append(variable).Append(" + 0x");
            text.Append(Convert.ToHexString(line)).Append(";\n");
        }
    }

    /// <summary>The statement that creates the function; its table has the shape of the inline function's.</summary>
    public static string FunctionDefinition(ClrAssembly assembly)
    {
        var coding = assembly.Published.Coding;
        var parameters = new ParameterList(coding.NamedColumns);
        var list = string.Join(",\n", coding.NamedColumns.Select(column => "    " + parameters.DeclareSql(column)));
        return $"CREATE FUNCTION {assembly.Names.QualifiedFunction}{(list.Length == 0 ? "()" : $"\n(\n{list}\n)")}\n"
            + $"RETURNS TABLE ({SqlName.Bracket(assembly.Names.Naming.OutcomeColumn)} {CodingClass.OutcomeType(coding)} NULL)\n"
            + $"AS EXTERNAL NAME {SqlName.Bracket(assembly.Names.Assembly)}"
            + $".{SqlName.Bracket($"{ClrSource.Namespace}.{ClrSource.ClassName}")}"
            + $".{SqlName.Bracket(CodingClass.Method)};\n";
    }

    /// <summary>Refuses an assembly of the same name that RuleGen did not make.</summary>
    public static string RefuseForeignAssembly(ClrNames names) =>
        ScriptSteps.RaiseIf(
            $"{AssemblySteps.Exists(names.Assembly)}\n    AND NOT {AssemblySteps.IsMine(names.Assembly)}",
            "Assembly %s exists and was not made by RuleGen. Rename or drop it, or deploy to another schema.",
            names.Assembly
        );
}
