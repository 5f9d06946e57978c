using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace RuleGen.Clr;

/// <summary>The file as a whole: only IL, in one module, with nothing attached.</summary>
internal static class ImageCheck
{
    private static readonly (TableIndex Table, string What)[] Forbidden =
    [
        (TableIndex.ModuleRef, "it refers to unmanaged code or to another module"),
        (TableIndex.File, "it has other files"),
        (TableIndex.ManifestResource, "it has resources"),
        (TableIndex.ExportedType, "it exports types of others"),
        (TableIndex.DeclSecurity, "it asks for permissions"),
        (TableIndex.ImplMap, "it calls unmanaged code"),
        (TableIndex.FieldRva, "it has data that a field maps to"),
        (TableIndex.FieldMarshal, "it marshals to unmanaged code"),
        (TableIndex.FieldLayout, "it lays fields out by hand"),
    ];

    /// <summary>What is wrong.</summary>
    public static IEnumerable<string> Run(PEReader image, MetadataReader reader)
    {
        if (image.PEHeaders.CorHeader?.Flags != CorFlags.ILOnly)
        {
            yield return "it is not IL alone";
        }

        if (image.ReadDebugDirectory().Any(entry => entry.Type != DebugDirectoryEntryType.Reproducible))
        {
            yield return "it has debug information";
        }

        foreach (var (table, what) in Forbidden)
        {
            if (reader.GetTableRowCount(table) > 0)
            {
                yield return what;
            }
        }
    }
}
