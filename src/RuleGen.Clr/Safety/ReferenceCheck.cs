using System.Reflection.Metadata;

namespace RuleGen.Clr;

/// <summary>
/// What an assembly uses of .NET Framework: only assemblies that every database has (rule 9.7), and of them only types
/// that are known to be allowed.
/// </summary>
internal static class ReferenceCheck
{
    private static readonly Version Framework = new(4, 0, 0, 0);

    private static readonly string[] Assemblies = ["mscorlib", "System", "System.Data"];

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "System.ArgumentException",
        "System.Boolean",
        "System.Char",
        "System.DateTime",
        "System.Decimal",
        "System.Enum",
        "System.FlagsAttribute",
        "System.Int32",
        "System.Int64",
        "System.Nullable`1",
        "System.Object",
        "System.String",
        "System.ValueType",
        "System.Collections.IEnumerable",
        "System.Data.SqlTypes.SqlBoolean",
        "System.Data.SqlTypes.SqlByte",
        "System.Data.SqlTypes.SqlDateTime",
        "System.Data.SqlTypes.SqlDecimal",
        "System.Data.SqlTypes.SqlInt16",
        "System.Data.SqlTypes.SqlInt32",
        "System.Data.SqlTypes.SqlInt64",
        "System.Data.SqlTypes.SqlString",
        "Microsoft.SqlServer.Server.DataAccessKind",
        "Microsoft.SqlServer.Server.SqlFacetAttribute",
        "Microsoft.SqlServer.Server.SqlFunctionAttribute",
        "Microsoft.SqlServer.Server.SystemDataAccessKind",
        // What the compiler says about every assembly.
        "System.Diagnostics.DebuggableAttribute",
        "System.Diagnostics.DebuggableAttribute.DebuggingModes",
        "System.Runtime.CompilerServices.CompilationRelaxationsAttribute",
        "System.Runtime.CompilerServices.RuntimeCompatibilityAttribute",
    };

    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Run(MetadataReader reader)
    {
        foreach (var handle in reader.AssemblyReferences)
        {
            var reference = reader.GetAssemblyReference(handle);
            var name = reader.GetString(reference.Name);
            if (!Assemblies.Contains(name) || reference.Version != Framework)
            {
                yield return $"it refers to {name} {reference.Version}";
            }
        }

        foreach (var handle in reader.TypeReferences)
        {
            var name = NameOf(reader, handle);
            if (!Types.Contains(name))
            {
                yield return $"it uses {name}";
            }
        }
    }

    private static string NameOf(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? $"{NameOf(reader, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : type.Namespace.IsNil ? name
            : $"{reader.GetString(type.Namespace)}.{name}";
    }
}
