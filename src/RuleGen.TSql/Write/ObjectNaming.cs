using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>How objects are called: warehouses have conventions of their own, of which a coding knows nothing.</summary>
public sealed record ObjectNaming
{
    private const string IdMark = "{id}";

    private const string ViewMark = "{view}";

    private ObjectNaming(string viewPattern, string functionPattern, string catalogueViewPattern)
    {
        ViewPattern = CheckViewPattern(viewPattern);
        FunctionPattern = CheckFunctionPattern(functionPattern);
        CatalogueViewPattern = CheckCatalogueViewPattern(catalogueViewPattern);

        // What is so for one id is so for all.
        if (NameClash.FindIn(NamesOf("0")) is not null)
        {
            throw new RuleGenException(
                ErrorCodes.ObjectNames,
                $"'{viewPattern}' and '{functionPattern}' give a view and a function of a coding one name",
                "Let the patterns differ, and not in letter case alone; a SQLCLR function's name is that of the "
                    + $"function, with {ObjectNames.ClrSuffix} after it"
            );
        }
    }

    /// <summary>The names where nobody says others.</summary>
    public static ObjectNaming Default { get; } = Of();

    /// <summary>The schema, without brackets.</summary>
    public string Schema
    {
        get;
        init => field = SqlName.Check(value, "schema");
    } = "ebi";

    /// <summary>The name of a view: <c>{id}</c> stands for the coding's id.</summary>
    public string ViewPattern { get; }

    /// <summary>The name of an inline table-valued function: <c>{id}</c> stands for the coding's id.</summary>
    public string FunctionPattern { get; }

    /// <summary>
    /// The name of a view of a catalogue: <c>{id}</c> stands for the catalogue's id, <c>{view}</c> for which one it is.
    /// </summary>
    public string CatalogueViewPattern { get; }

    /// <summary>The column of views and functions that holds the label, without brackets.</summary>
    public string OutcomeColumn
    {
        get;
        init => field = CheckOutcomeColumn(value);
    } = "Outcome";

    /// <summary>Names after patterns; those that are left out are the usual ones.</summary>
    /// <exception cref="RuleGenException">
    /// RG0009: SQL Server would not take a name. RG0215: a pattern does not say where the id goes, or two give one name.
    /// </exception>
    public static ObjectNaming Of(
        string viewPattern = "{id}",
        string functionPattern = "{id}_Outcome",
        string catalogueViewPattern = "{id}_{view}"
    ) => new(viewPattern, functionPattern, catalogueViewPattern);

    /// <summary>The pattern itself, if it is one for the name of a view.</summary>
    /// <exception cref="RuleGenException">RG0009, RG0215: it is none.</exception>
    public static string CheckViewPattern(string pattern) => CheckPattern(pattern, "view", IdMark);

    /// <summary>The pattern itself, if it is one for the name of a function.</summary>
    /// <exception cref="RuleGenException">RG0009, RG0215: it is none.</exception>
    public static string CheckFunctionPattern(string pattern) => CheckPattern(pattern, "function", IdMark);

    /// <summary>The pattern itself, if it is one for the name of a view of a catalogue.</summary>
    /// <exception cref="RuleGenException">RG0009, RG0215: it is none.</exception>
    public static string CheckCatalogueViewPattern(string pattern) =>
        CheckPattern(pattern, "view of a catalogue", IdMark, ViewMark);

    /// <summary>The name itself, if it is one for the column that holds the label.</summary>
    /// <exception cref="RuleGenException">RG0009: it is none.</exception>
    public static string CheckOutcomeColumn(string name) => SqlName.Check(name, "outcome column");

    /// <summary>The names for a coding.</summary>
    /// <exception cref="RuleGenException">RG0009: SQL Server would not take one of them.</exception>
    public ObjectNames For(string id) => new(this, id);

    /// <summary>The name of a view of a catalogue, without brackets.</summary>
    /// <param name="id">The id of the catalogue.</param>
    /// <param name="view">Which of its views.</param>
    /// <exception cref="RuleGenException">RG0009: SQL Server would not take it.</exception>
    public string ForCatalogue(string id, string view) =>
        SqlName.Check(
            string.Join(
                id,
                CatalogueViewPattern
                    .Split(IdMark)
                    .Select(part => part.Replace(ViewMark, view, StringComparison.Ordinal))
            ),
            "view"
        );

    /// <summary>The names of the objects of a coding, whether or not SQL Server takes them, with what each is.</summary>
    internal IEnumerable<NamedObject> NamesOf(string id)
    {
        var function = Fill(FunctionPattern, id);
        yield return new NamedObject($"the view of {id}", Fill(ViewPattern, id));
        yield return new NamedObject($"the function of {id}", function);
        yield return new NamedObject($"the SQLCLR function of {id}", function + ObjectNames.ClrSuffix);
    }

    /// <summary>The views of a catalogue, each with its name.</summary>
    /// <param name="id">The id of the catalogue.</param>
    /// <param name="views">The views.</param>
    /// <exception cref="RuleGenException">RG0009: SQL Server would not take a name.</exception>
    public IEnumerable<NamedObject> NamesOf(string id, IEnumerable<CatalogueView> views) =>
        views
            .Select(view => view.Word())
            .Select(word => new NamedObject($"the view {word} of the catalogue {id}", ForCatalogue(id, word)));

    /// <summary>A pattern with an id in it.</summary>
    internal static string Fill(string pattern, string id) => pattern.Replace(IdMark, id, StringComparison.Ordinal);

    private static string CheckPattern(string pattern, string what, params string[] marks)
    {
        var rest = SqlName.Check(pattern, what);
        foreach (var mark in marks)
        {
            var pieces = rest.Split(mark);

            // A blank in the place of a mark, so that what is around it cannot become one.
            rest = pieces.Length == 2 ? string.Join(' ', pieces) : "{";
        }

        return rest.AsSpan().ContainsAny('{', '}')
            ? throw new RuleGenException(
                ErrorCodes.ObjectNames,
                $"'{pattern}' is no pattern for the name of a {what}",
                $"Write {string.Join(" and ", marks)} in it once, and no other braces"
            )
            : pattern;
    }
}
