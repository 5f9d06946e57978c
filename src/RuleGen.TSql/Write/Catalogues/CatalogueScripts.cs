using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes the files of a catalogue (design §11). What targets have in common is read back once.</summary>
public sealed class CatalogueScripts
{
    private readonly Dictionary<(string Text, CatalogueView View), CatalogueReadBack> _read = [];

    /// <summary>The scripts of a catalogue.</summary>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="views">Its views, one or more.</param>
    /// <param name="source">The source.</param>
    /// <param name="naming">How objects are called; null for the usual names.</param>
    public CatalogueScripts(
        Catalogue catalogue,
        ValueList<CatalogueView> views,
        Source source,
        ObjectNaming? naming = null
    )
    {
        Catalogue = catalogue;
        Views = views;
        Source = source;
        Naming = naming ?? ObjectNaming.Default;
    }

    /// <summary>The catalogue.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>Its views.</summary>
    public ValueList<CatalogueView> Views { get; }

    /// <summary>The source.</summary>
    public Source Source { get; }

    /// <summary>How objects are called.</summary>
    public ObjectNaming Naming { get; }

    /// <summary>The fingerprint of the views: SHA-256 over their definitions, header and target left out.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Generate(Target)"/>.</exception>
    public string Hash => new CatalogueParts(Catalogue, Views, Source, Targets.SqlServer2017, Naming).Hash;

    /// <summary>
    /// For each view its file (<c>first.sql</c>, <c>flags.sql</c>, <c>long.sql</c>); deploy.sql and rollback.sql for all of them;
    /// each view as SQL projects take it, where the target is of that family; its query for dbt. All are validated for the
    /// target; the same arguments give the same bytes everywhere.
    /// </summary>
    /// <exception cref="RuleGenException">
    /// As for <see cref="ScriptGenerator.Generate"/>. RG0216: no column holds the labels of all codings.
    /// </exception>
    public ValueList<GeneratedFile> Generate(Target target) => Generate(Prepare(target));

    /// <summary>The views as objects of a server, their scripts validated for the target.</summary>
    /// <exception cref="RuleGenException">As for <see cref="Generate(Target)"/>.</exception>
    public ValueList<CodingObject> Objects(Target target)
    {
        var parts = Prepare(target);
        Generate(parts);
        return parts.Objects;
    }

    /// <summary>Reads the views in files back: as they are created, for SQL projects, and their queries for dbt.</summary>
    /// <exception cref="RuleGenException">A text cannot be read. RG0401: it is not as a catalogue's view has it.</exception>
    public IEnumerable<CatalogueReadBack> Read(IEnumerable<GeneratedFile> files) =>
        from file in files
        let view = FindView(file.Name)
        where view is not null
        select Read(file, view.Value);

    /// <summary>Reads a view, or its query; the same text once.</summary>
    internal CatalogueReadBack Read(GeneratedFile file, CatalogueView view)
    {
        if (!_read.TryGetValue((file.Text, view), out var read))
        {
            _read.Add((file.Text, view), read = CatalogueReadBack.Of(file, view, Source));
        }

        return read with
        {
            Name = file.Name,
        };
    }

    /// <summary>The view that a file is of; null where it is of none, or of all.</summary>
    internal CatalogueView? FindView(string file) =>
        Views
            .Cast<CatalogueView?>()
            .FirstOrDefault(view =>
                file == FileNames.CatalogueView(view!.Value)
                || file == FileNames.ProjectCatalogueView(view.Value)
                || file == FileNames.DbtModel(Naming.ForCatalogue(Catalogue.Id, view.Value.Word()))
            );

    private ValueList<GeneratedFile> Generate(CatalogueParts parts)
    {
        var files = Write(parts).ToValueList();
        new CatalogueValidator(this, parts).Validate(files);
        return files;
    }

    private CatalogueParts Prepare(Target target)
    {
        var parts = new CatalogueParts(Catalogue, Views, Source, target, Naming);
        ScriptSafety.Check(parts);
        foreach (var coding in parts.Codings)
        {
            ListColumns.Check(coding, target);
        }

        return parts;
    }

    private static IEnumerable<GeneratedFile> Write(CatalogueParts parts)
    {
        foreach (var view in parts.Views)
        {
            yield return new GeneratedFile(FileNames.CatalogueView(view), parts.ScriptOf(view));
        }

        yield return new GeneratedFile(FileNames.Deploy, Deployment.Of(parts).Write());
        yield return new GeneratedFile(FileNames.Rollback, Removal.Of(parts).Write());
        foreach (var view in parts.Views)
        {
            if (parts.Target.HasSqlProjects)
            {
                yield return new GeneratedFile(FileNames.ProjectCatalogueView(view), parts.ProjectScriptOf(view));
            }

            yield return new GeneratedFile(FileNames.DbtModel(parts.NameOf(view)), parts.ModelScriptOf(view));
        }
    }
}
