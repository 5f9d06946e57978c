namespace RuleGen.Workspaces.Starting;

/// <summary>The JSON schemas (draft 2020-12) of the files that people write, for their editors.</summary>
public static class JsonSchemas
{
    /// <summary>That of <c>rulegen.json</c>.</summary>
    public static string Workspace => Read("rulegen.schema.json");

    /// <summary>That of a source file.</summary>
    public static string Source => Read("source.schema.json");

    /// <summary>That of the file beside a coding's text.</summary>
    public static string Coding => Read("coding.schema.json");

    private static string Read(string name)
    {
        using var stream =
            typeof(JsonSchemas).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
