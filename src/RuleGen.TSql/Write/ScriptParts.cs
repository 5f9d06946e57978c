using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>What the scripts of one coding have in common.</summary>
internal sealed class ScriptParts : IObjectParts
{
    private readonly ObjectWriter _writer;

    public ScriptParts(PublishedCoding published, Source source, Target target, ObjectNaming? naming)
    {
        Published = published;
        Source = source;
        Target = target;
        Names = (naming ?? ObjectNaming.Default).For(published.Id);
        Coding = CodingBinder.Bind(published.Coding, source);
        _writer = new ObjectWriter(Coding, source, Names, target.HasStringAgg);
        Hash = DefinitionHash.Of(new ObjectWriter(Coding, source, Names));
        var verb = target.HasCreateOrAlter ? "CREATE OR ALTER" : "CREATE";
        ViewScript = Header(ViewPurpose) + _writer.WriteView(verb);
        FunctionScript = Header(FunctionPurpose) + _writer.WriteFunction(verb);
    }

    public PublishedCoding Published { get; }

    /// <summary>The coding over the columns of the source.</summary>
    public Coding Coding { get; }

    public Source Source { get; }

    public Target Target { get; }

    public ObjectNames Names { get; }

    public string Hash { get; }

    /// <summary>The names that columns of the coding have in the scripts' queries.</summary>
    public ListColumns ListColumns =>
        new(Coding.NamedColumns, new StoredSubqueries(Source, column => column.StoredName), Target.HasStringAgg);

    /// <summary>The files case.sql, from.sql and where.sql.</summary>
    public SourceFragments Fragments => new(Coding, Source, Target.HasStringAgg);

    /// <summary>The file view.sql: one batch, which deploy.sql holds word for word.</summary>
    public string ViewScript { get; }

    /// <summary>The file function.sql: one batch, which deploy.sql holds word for word.</summary>
    public string FunctionScript { get; }

    /// <summary>The file project/view.sql.</summary>
    public string ProjectViewScript =>
        Header([.. ViewPurpose, .. ProjectPurpose($"{Source.Table} and schema {SqlName.Bracket(Names.Schema)}")])
        + _writer.WriteView("CREATE");

    /// <summary>The file project/function.sql.</summary>
    public string ProjectFunctionScript =>
        Header([.. FunctionPurpose, .. ProjectPurpose($"schema {SqlName.Bracket(Names.Schema)}")])
        + _writer.WriteFunction("CREATE");

    /// <summary>The file of a model of dbt: the view's query by itself.</summary>
    public string ModelScript => Header($"Query: {EachRow}", ModelPurpose) + _writer.WriteQuery();

    /// <summary>The objects, in the order in which they are created.</summary>
    public ValueList<CodingObject> Objects =>
        [
            new CodingObject(this, ObjectKind.View, Names.View, ViewScript),
            new CodingObject(this, ObjectKind.Function, Names.Function, FunctionScript),
        ];

    /// <inheritdoc/>
    public string Subject => Names.QualifiedView;

    string IObjectParts.Id => Published.Id;

    string IObjectParts.Title => Published.Title;

    string IObjectParts.Publication => Published.Publication;

    string IObjectParts.Edition => Published.Edition;

    string IObjectParts.Schema => Names.Schema;

    string IObjectParts.OutcomeColumn => Names.OutcomeColumn;

    ValueList<Coding> IObjectParts.Codings => [Coding];

    /// <summary>The comment that starts a script. Nothing in it depends on the day or the machine.</summary>
    /// <param name="purpose">What the script is, a paragraph in each item.</param>
    public string Header(params string[] purpose) => HeaderFor(ServersLike(Target, [Coding]), purpose);

    private string[] ViewPurpose => [$"View: {EachRow}"];

    private string EachRow =>
        $"each row of {Source.Table}{(Coding.Exclusions is null ? "" : " that the exclusions keep")}, with its outcome.";

    private string[] FunctionPurpose =>
        [
            $"Function: the outcome for one set of values{(Coding.Exclusions is null ? "" : "; no row for one not kept")}.",
            $"What the guidance says of each clause, and notes on it, stand in the view {Names.QualifiedView}.",
        ];

    /// <summary>What a model of dbt is for.</summary>
    internal const string ModelPurpose =
        "For dbt: a model, named by its file, which dbt makes into what its configuration says. It names the table "
        + "as the database has it; where dbt is to know of that, write a source of dbt in its place in a copy.";

    internal static string[] ProjectPurpose(string needed) =>
        [
            "For a SQL project: add this file with the build action Build. It is a plain CREATE, because the build of a "
                + $"dacpac leaves out a CREATE OR ALTER without a word. The project must have {needed}, too. What a dacpac "
                + "deploys is not stamped: rulegen status takes it for somebody else's.",
        ];

    /// <summary>The comment that starts a script, for servers that are named.</summary>
    public string HeaderFor(string servers, params string[] purpose)
    {
        string[] lines =
        [
            $"{Published.Id}: {Published.Title}",
            .. purpose,
            .. Published.Remarks,
            $"Publication: {Published.Publication}",
            $"Edition: {Published.Edition}",
            .. Published.Address is { } address ? [$"Page: {address}"] : (string[])[],
            $"Definition hash: {Hash}",
            GeneratedFor(servers),
        ];
        return Comment(lines);
    }

    /// <summary>Lines of prose as a comment.</summary>
    public static string Comment(IEnumerable<string> lines) =>
        new Block().LeadWith(lines.Select(CommentLine.Added)).ToText();

    /// <summary>Who generated a script, and for what.</summary>
    /// <param name="target">The target.</param>
    /// <param name="codings">The codings.</param>
    public static string GeneratedFor(Target target, IEnumerable<Coding> codings) =>
        GeneratedFor(ServersLike(target, codings));

    internal static string GeneratedFor(string servers) =>
        $"Generated by RuleGen {GeneratorVersion.Text} for {servers}; do not edit.";

    internal static string ServersLike(Target target, IEnumerable<Coding> codings) =>
        !target.HasCreateOrAlter ? target.Title
        : !target.HasStringAgg || codings.All(coding => ListColumns.FindJoined(coding) is null)
            ? "SQL Server 2016 SP1 and later, and Azure SQL"
        : "SQL Server 2017 and later, and Azure SQL";
}
