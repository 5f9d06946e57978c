using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using RuleGen.Model;

namespace RuleGen.Clr;

/// <summary>
/// Checks an assembly for what SQL Server's permission set SAFE refuses (rules 9.7, 9.8), more strictly than the
/// server: whatever is not known to be allowed is refused here.
/// </summary>
public static class SafeAssembly
{
    /// <summary>Passes when the assembly is SAFE.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="assembly">The assembly.</param>
    /// <exception cref="RuleGenException">RG0404: it is not; one problem for each reason.</exception>
    public static void Check(string name, ImmutableArray<byte> assembly)
    {
        var problems = FindReasons(assembly)
            .Distinct()
            .Select(reason => new Problem(
                ErrorCodes.UnsafeAssembly,
                $"SQL Server would refuse assembly '{name}' as SAFE, or may: {reason}",
                "This is a defect of RuleGen: nothing was written, please report it with the coding"
            ))
            .ToValueList();
        if (problems.Count > 0)
        {
            throw new RuleGenException(problems);
        }
    }

    private static List<string> FindReasons(ImmutableArray<byte> assembly)
    {
        using var image = new PEReader(assembly);
        var reader = image.GetMetadataReader();
        return
        [
            .. ImageCheck.Run(image, reader),
            .. ReferenceCheck.Run(reader),
            .. reader.TypeDefinitions.SelectMany(type => TypeCheck.Run(reader, type)),
            .. reader.MethodDefinitions.SelectMany(method => MethodCheck.Run(image, reader, method)),
        ];
    }
}
