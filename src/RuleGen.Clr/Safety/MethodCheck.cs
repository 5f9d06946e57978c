using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RuleGen.Clr;

/// <summary>A method: plain IL that can be verified, without pointers, locks or calls of unmanaged code.</summary>
internal static class MethodCheck
{
    /// <summary>Instructions that no verifier accepts, or that code without delegates and pointers does not need.</summary>
    private static readonly HashSet<OpCode> Forbidden =
    [
        OpCodes.Arglist,
        OpCodes.Calli,
        OpCodes.Conv_I,
        OpCodes.Conv_Ovf_I,
        OpCodes.Conv_Ovf_I_Un,
        OpCodes.Conv_Ovf_U,
        OpCodes.Conv_Ovf_U_Un,
        OpCodes.Conv_U,
        OpCodes.Cpblk,
        OpCodes.Initblk,
        OpCodes.Jmp,
        OpCodes.Ldftn,
        OpCodes.Ldind_I,
        OpCodes.Ldvirtftn,
        OpCodes.Localloc,
        OpCodes.Mkrefany,
        OpCodes.Refanytype,
        OpCodes.Refanyval,
        OpCodes.Stind_I,
        OpCodes.Unaligned,
        OpCodes.Volatile,
    ];

    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Run(PEReader image, MetadataReader reader, MethodDefinitionHandle handle)
    {
        var method = reader.GetMethodDefinition(handle);
        var name = $"{TypeCheck.NameOf(reader, method.GetDeclaringType())}.{reader.GetString(method.Name)}";
        if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
        {
            yield return $"method {name} is unmanaged";
        }

        if (method.ImplAttributes != MethodImplAttributes.IL)
        {
            yield return $"method {name} is implemented as {method.ImplAttributes}";
        }

        var signature = method.DecodeSignature(PointerFinder.Instance, null);
        if (signature.ReturnType || signature.ParameterTypes.Contains(true))
        {
            yield return $"method {name} has a pointer in its signature";
        }

        if (signature.Header.CallingConvention != SignatureCallingConvention.Default)
        {
            yield return $"method {name} takes any number of arguments";
        }

        if (method.RelativeVirtualAddress == 0)
        {
            yield break;
        }

        var body = image.GetMethodBody(method.RelativeVirtualAddress);
        foreach (
            var reason in CheckBody(
                reader,
                body,
                name,
                isInitializer: name.EndsWith("..cctor", StringComparison.Ordinal)
            )
        )
        {
            yield return reason;
        }
    }

    private static IEnumerable<string> CheckBody(
        MetadataReader reader,
        MethodBodyBlock body,
        string name,
        bool isInitializer
    )
    {
        if (
            !body.LocalSignature.IsNil
            && reader
                .GetStandaloneSignature(body.LocalSignature)
                .DecodeLocalSignature(PointerFinder.Instance, null)
                .Contains(true)
        )
        {
            yield return $"method {name} has a pointer among its variables";
        }

        foreach (var instruction in IlReader.Read(body.GetILBytes()!))
        {
            if (Forbidden.Contains(instruction))
            {
                yield return $"method {name} has the instruction {instruction.Name}";
            }

            if (instruction == OpCodes.Stsfld && !isInitializer)
            {
                yield return $"method {name} writes a static field";
            }
        }
    }
}
