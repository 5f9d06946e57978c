using RuleGen.Model;
using RuleGen.TSql.Interpret.Binding;
using RuleGen.TSql.Interpret.Collating;

namespace RuleGen.TSql.Interpret;

/// <summary>
/// Runs the text of scripts, to check those who made it: parses it, and evaluates the syntax tree row by row, with its
/// own idea of three-valued logic, types, collations and LIKE. It shares no evaluation with any other engine.
/// </summary>
public sealed class ScriptInterpreter
{
    private ScriptInterpreter(ValueList<ScriptView> views, ValueList<ScriptFunction> functions)
    {
        Views = views;
        Functions = functions;
    }

    /// <summary>The views that the script creates, in its order.</summary>
    public ValueList<ScriptView> Views { get; }

    /// <summary>The inline functions that the script creates, in its order. CLR functions are not among them.</summary>
    public ValueList<ScriptFunction> Functions { get; }

    /// <summary>Reads a script, whose batches end at GO; also the texts of EXEC and sp_executesql in it.</summary>
    /// <param name="script">The script.</param>
    /// <param name="source">The table that its views read.</param>
    /// <param name="databaseCollation">
    /// The collation of literals and parameters that meet no column (rules 6.6, 6.10); null is one that no column of
    /// the source has, so that a COLLATE that is missing in a function shows.
    /// </param>
    /// <exception cref="RuleGenException">
    /// RG0101: the script is not T-SQL. RG0105: it names a column that there is not. RG0106: it holds what the
    /// interpreter does not run. RG0001 to RG0007: what the server would refuse, or what has no published meaning.
    /// </exception>
    public static ScriptInterpreter Load(string script, Source source, string? databaseCollation = null)
    {
        var collation = ChooseDatabaseCollation(source, databaseCollation);
        var objects = ScriptObjects.Find(script);
        return new ScriptInterpreter(
            objects.Views.Select(view => ScriptView.Bind(view, source, collation)).ToValueList(),
            objects.Functions.Select(function => ScriptFunction.Bind(function, source, collation)).ToValueList()
        );
    }

    /// <summary>The view of a name, whatever its schema.</summary>
    /// <exception cref="RuleGenException">RG0107: the script does not create it, or more than once.</exception>
    public ScriptView View(string name) => Find(Views, view => view.Name, name, "view");

    /// <summary>The inline function of a name, whatever its schema.</summary>
    /// <exception cref="RuleGenException">RG0107: the script does not create it, or more than once.</exception>
    public ScriptFunction Function(string name) => Find(Functions, function => function.Name, name, "inline function");

    /// <summary>The collation's name as the tables have it.</summary>
    internal static string ChooseDatabaseCollation(Source source, string? name)
    {
        if (name is null)
        {
            var taken = source
                .RowColumns.Select(column =>
                    (column.Type as CharacterType ?? (column.Type as ListType)?.Texts)?.Collation?.Name
                )
                .ToHashSet();

            // One that tells letters apart where the columns' does not, or the reverse, so that a missing COLLATE shows.
            var tellsCase = taken.Any(CollationTables.TellsCase);
            return CollationTables
                    .Names.OrderBy(known => CollationTables.TellsCase(known) == tellsCase)
                    .FirstOrDefault(known => !taken.Contains(known))
                ?? CollationTables.Names.First();
        }

        return CollationTables.FindName(name)
            ?? throw new RuleGenException(
                ErrorCodes.UnknownCollation,
                $"The interpreter has no table for collation '{name}'",
                $"Use one of {string.Join(", ", CollationTables.Names)}"
            );
    }

    private static T Find<T>(ValueList<T> objects, Func<T, string> nameOf, string name, string what)
    {
        var found = objects.Where(item => SqlName.Comparer.Equals(nameOf(item), name)).ToList();
        return found is [var one]
            ? one
            : throw new RuleGenException(
                ErrorCodes.NoCoding,
                found.Count == 0
                    ? $"The script creates no {what} '{name}'"
                    : $"The script creates {what} '{name}' twice",
                "Look into the script"
            );
    }
}
