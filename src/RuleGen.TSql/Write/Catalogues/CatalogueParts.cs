using System.Globalization;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>What the scripts of one catalogue have in common.</summary>
internal sealed class CatalogueParts : IObjectParts
{
    private readonly Dictionary<CatalogueView, string> _scripts;

    /// <param name="catalogue">The catalogue.</param>
    /// <param name="views">Its views, one or more.</param>
    /// <param name="source">The source.</param>
    /// <param name="target">The server.</param>
    /// <param name="naming">How objects are called; null for the usual names.</param>
    /// <exception cref="RuleGenException">
    /// RG0010: the source lacks columns. RG0009: SQL Server would not take a name. RG0216: no column holds all labels.
    /// </exception>
    public CatalogueParts(
        Catalogue catalogue,
        ValueList<CatalogueView> views,
        Source source,
        Target target,
        ObjectNaming? naming
    )
    {
        Naming = naming ?? ObjectNaming.Default;
        Catalogue = new Catalogue(catalogue.Id, catalogue.Codings.Select(coding => Bind(coding, source)).ToValueList());
        if (views.Any(view => view != CatalogueView.Flags))
        {
            Catalogue.RequireOneType();
        }

        Views = views;
        Source = source;
        Target = target;
        Writer = NewWriter(target);
        Hash = HashOf(NewWriter(target: null));
        var verb = target.HasCreateOrAlter ? "CREATE OR ALTER" : "CREATE";
        _scripts = views.ToDictionary(view => view, view => Header(Purpose(view)) + WriteView(Writer, view, verb));
    }

    /// <summary>The catalogue, its codings over the columns of the source.</summary>
    public Catalogue Catalogue { get; }

    /// <summary>Its views.</summary>
    public ValueList<CatalogueView> Views { get; }

    /// <summary>How objects are called.</summary>
    public ObjectNaming Naming { get; }

    /// <summary>Writes the queries.</summary>
    public CatalogueWriter Writer { get; }

    /// <inheritdoc/>
    public Source Source { get; }

    /// <inheritdoc/>
    public Target Target { get; }

    /// <inheritdoc/>
    public string Hash { get; }

    /// <inheritdoc/>
    public string Id => Catalogue.Id;

    /// <inheritdoc/>
    public string Title =>
        string.Create(CultureInfo.InvariantCulture, $"Catalogue of {Catalogue.Codings.Count} codings");

    /// <inheritdoc/>
    public string Publication => Distinct(coding => coding.Publication);

    /// <inheritdoc/>
    public string Edition => Distinct(coding => coding.Edition);

    /// <inheritdoc/>
    public string Schema => Naming.Schema;

    /// <inheritdoc/>
    public string OutcomeColumn => Naming.OutcomeColumn;

    /// <inheritdoc/>
    public ValueList<Coding> Codings => Catalogue.Codings.Select(coding => coding.Coding).ToValueList();

    /// <inheritdoc/>
    public string Subject => Id;

    /// <inheritdoc/>
    public ValueList<CodingObject> Objects =>
        Views.Select(view => new CodingObject(this, ObjectKind.View, NameOf(view), ScriptOf(view))).ToValueList();

    /// <summary>The name of a view, without brackets.</summary>
    public string NameOf(CatalogueView view) => Naming.ForCatalogue(Id, view.Word());

    /// <summary>The file of a view: one batch, which deploy.sql holds word for word.</summary>
    public string ScriptOf(CatalogueView view) => _scripts[view];

    /// <summary>The file of a view as a SQL project takes it.</summary>
    public string ProjectScriptOf(CatalogueView view) =>
        Header([
            .. Purpose(view),
            .. ScriptParts.ProjectPurpose($"{Source.Table} and schema {SqlName.Bracket(Schema)}"),
        ]) + WriteView(Writer, view, "CREATE");

    /// <summary>The file of a model of dbt: the query of a view by itself.</summary>
    public string ModelScriptOf(CatalogueView view) =>
        Header([.. Purpose(view), ScriptParts.ModelPurpose]) + Writer.WriteSelect(view).LiftLastComment().ToText();

    /// <inheritdoc/>
    public string Header(params string[] purpose) =>
        ScriptParts.Comment([
            $"{Id}: {Title}",
            .. purpose,
            $"Codings, in this order: {string.Join(", ", Catalogue.Codings.Select(coding => coding.Id))}",
            .. Remarked is { Count: > 0 } ids
                ?
                [
                    "What is to be known of these as a whole, such as the form and what its proof assumes, stands in their own "
                        + $"scripts: {string.Join(", ", ids)}",
                ]
                : (string[])[],
            $"Publication: {Publication}",
            $"Edition: {Edition}",
            $"Definition hash: {Hash}",
            ScriptParts.GeneratedFor(Target, Codings),
        ]);

    private static PublishedCoding Bind(PublishedCoding coding, Source source)
    {
        try
        {
            return coding with { Coding = CodingBinder.Bind(coding.Coding, source) };
        }
        catch (RuleGenException exception)
        {
            throw exception.In(coding.Id);
        }
    }

    /// <summary>The codings of which their own headers say more.</summary>
    private List<string> Remarked =>
        [.. Catalogue.Codings.Where(coding => coding.Remarks.Count > 0).Select(coding => coding.Id)];

    private CatalogueWriter NewWriter(Target? target) => new(Catalogue, Source, OutcomeColumn, target);

    private string HashOf(CatalogueWriter writer) =>
        DefinitionHash.Of(string.Concat(Views.Select(view => WriteView(writer, view, "CREATE"))));

    private string WriteView(CatalogueWriter writer, CatalogueView view, string verb) =>
        $"{verb} VIEW {SqlText.TwoPart(Schema, NameOf(view))}\nAS\n{writer.WriteSelect(view).Suffix(";").ToText()}";

    private string[] Purpose(CatalogueView view)
    {
        var row =
            $"each row of {Source.Table}"
            + (Writer.Folded.Shared is null ? "" : " that the exclusions which all codings share keep");
        return
        [
            view switch
            {
                CatalogueView.First => $"View: {row}, with the label of the first coding that it has, or NULL.",
                CatalogueView.Flags => $"View: {row}, with a bit for each coding: 1 where the row has it, else 0.",
                CatalogueView.Long =>
                    $"View: for {row}, a row for each coding that it has, with the coding's id and label.",
                _ => throw new ArgumentOutOfRangeException(nameof(view)),
            },
            "A row has a coding where the coding keeps it and gives it a label. What a coding excludes that not all do "
                + "stands in its arms. What the guidance says of each clause stands in the view of the coding itself.",
        ];
    }

    /// <summary>What the codings say of something, each text once.</summary>
    private string Distinct(Func<PublishedCoding, string> find) =>
        string.Join("; ", Catalogue.Codings.Select(find).Distinct(StringComparer.Ordinal));
}
