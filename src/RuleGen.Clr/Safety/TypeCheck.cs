using System.Reflection;
using System.Reflection.Metadata;

namespace RuleGen.Clr;

/// <summary>A type: no state that callers share, nothing that runs when it is collected, no serialization.</summary>
internal static class TypeCheck
{
    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Run(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = NameOf(reader, handle);
        if (type.Attributes.HasFlag(TypeAttributes.ExplicitLayout))
        {
            yield return $"type {name} is laid out by hand";
        }

#pragma warning disable SYSLIB0050 // Obsolete for .NET; in an assembly for .NET Framework it is still to be found.
        if (type.Attributes.HasFlag(TypeAttributes.Serializable))
#pragma warning restore SYSLIB0050
        {
            yield return $"type {name} is serializable";
        }

        foreach (var field in type.GetFields().Select(reader.GetFieldDefinition))
        {
            var isConstant =
                field.Attributes.HasFlag(FieldAttributes.InitOnly) || field.Attributes.HasFlag(FieldAttributes.Literal);
            if (field.Attributes.HasFlag(FieldAttributes.Static) && !isConstant)
            {
                yield return $"static field {name}.{reader.GetString(field.Name)} can be written";
            }

            if (field.DecodeSignature(PointerFinder.Instance, null))
            {
                yield return $"field {name}.{reader.GetString(field.Name)} is a pointer";
            }
        }

        if (type.GetMethods().Select(reader.GetMethodDefinition).Any(method => IsFinalizer(reader, method)))
        {
            yield return $"type {name} has a finalizer";
        }
    }

    /// <summary>A type's name, with its namespace.</summary>
    public static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        return type.Namespace.IsNil ? name : $"{reader.GetString(type.Namespace)}.{name}";
    }

    private static bool IsFinalizer(MetadataReader reader, MethodDefinition method) =>
        method.Attributes.HasFlag(MethodAttributes.Virtual)
        && reader.StringComparer.Equals(method.Name, "Finalize")
        && method.DecodeSignature(PointerFinder.Instance, null).ParameterTypes.Length == 0;
}
