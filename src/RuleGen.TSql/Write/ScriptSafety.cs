using System.Text;
using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>
/// Refuses what a script cannot hold without changing it: line breaks in literals (a line <c>GO</c> would end the
/// batch, rule 10.2), the marks that tools replace (rules 10.5, 10.15), and characters that a literal without N would
/// lose (rule 6.11); and characters that nobody who reads the script would see.
/// </summary>
internal static class ScriptSafety
{
    /// <summary>The characters that code page 1252 holds beside ASCII and U+00A0 to U+00FF.</summary>
    private const string Windows1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    private const string AnotherName = "Use another name";

    /// <summary>Checks every name and literal of the scripts.</summary>
    /// <exception cref="RuleGenException">
    /// RG0403: a name or literal cannot be written. RG0405: it holds a character that nobody sees. RG0402: all labels
    /// are NULL, or the target does not take a name. RG0204: the view would have two columns of one name.
    /// </exception>
    public static void Check(Coding coding, Source source, ObjectNames names, Target target)
    {
        string[] own = [names.Schema, names.View, names.Function, names.OutcomeColumn];
        ThrowAny(
            CheckNames([.. own, .. Names([coding], source)], target)
                .Concat(CheckLiterals(coding))
                .Concat(CheckLabels(coding))
                .Concat(CheckShown(source, [names.OutcomeColumn], "the label"))
        );
    }

    /// <summary>Checks every name and literal of a catalogue's scripts.</summary>
    /// <exception cref="RuleGenException">As for a coding.</exception>
    public static void Check(CatalogueParts parts)
    {
        var codings = parts.Codings;
        var views = parts.Views.Select(parts.NameOf);
        string[] own =
        [
            parts.Schema,
            parts.OutcomeColumn,
            .. views,
            .. parts.Catalogue.Codings.Select(coding => coding.Id),
        ];
        ThrowAny(
            CheckNames([.. own, .. Names(codings, parts.Source)], parts.Target)
                .Concat(codings.SelectMany(CheckLiterals))
                .Concat(
                    parts.Views.SelectMany(view =>
                        CheckShown(
                            parts.Source,
                            parts.Writer.Shown(view),
                            view == CatalogueView.Flags ? "a coding" : "the label or its coding"
                        )
                    )
                )
                .Concat(CheckLong(parts))
        );
    }

    private static void ThrowAny(IEnumerable<Problem> found)
    {
        var problems = found.Distinct().ToValueList();
        if (problems.Count > 0)
        {
            throw new RuleGenException(problems);
        }
    }

    private static IEnumerable<Problem> CheckLong(CatalogueParts parts)
    {
        if (
            parts.Views.Contains(CatalogueView.Long)
            && SqlName.Comparer.Equals(parts.OutcomeColumn, CatalogueWriter.CodingColumn)
        )
        {
            yield return new Problem(
                ErrorCodes.SchemaDuplicateColumn,
                $"The column for the label is called '{parts.OutcomeColumn}', as the one for the coding's id is in the view 'long'",
                "Give it another name with \"outcomeColumn\", or leave that view out"
            );
        }
    }

    private static IEnumerable<string> Names(ValueList<Coding> codings, Source source) =>
        [
            source.Table.Schema,
            source.Table.Name,
            source.Alias,
            .. source
                .Key.Concat(source.Carried)
                .Concat(codings.SelectMany(coding => coding.NamedColumns))
                .Distinct()
                .SelectMany(ColumnNames),
            .. source
                .Lists.Where(list => codings.Any(coding => coding.Columns.Contains(list.Column)))
                .SelectMany(list => list.Type.Columns.SelectMany(ColumnNames).Concat(TableNames(list.Storage))),
        ];

    private static IEnumerable<string> TableNames(ItemStorage storage) =>
        storage switch
        {
            ChildRows child =>
            [
                child.Table.Schema,
                child.Table.Name,
                .. child.Key,
                .. child.Position is { } position ? [position] : (string[])[],
            ],
            NumberedColumns numbered => numbered.Columns.SelectMany(names => names),
            _ => throw new ArgumentException("No such storage.", nameof(storage)),
        };

    private static string[] ColumnNames(Column column) => [column.Name, column.StoredName];

    private static IEnumerable<Problem> CheckNames(IEnumerable<string> names, Target target)
    {
        foreach (var name in names)
        {
            var shown = $"The name '{SqlText.OneLine(name)}'";
            if (ToolMarks.FindIn(name) is { } mark)
            {
                yield return Unwritable($"The name '{name}' holds '{mark.Text}', which {mark.Reason}", AnotherName);
            }
            else if (name.Where(SqlText.IsBreak).Cast<char?>().FirstOrDefault() is { } end)
            {
                yield return Unwritable(
                    $"{shown} holds {MessageText.CodePoint(end)}, which ends a line or controls a terminal",
                    AnotherName
                );
            }
            else if (HasHalfSurrogate(name))
            {
                yield return Unwritable($"{shown} holds half of a surrogate pair", AnotherName);
            }
            else if (HiddenCharacters.FindIn(name) is { } hidden)
            {
                yield return Hidden(shown, hidden, AnotherName);
            }
            else if (!target.HasBracketsInNames && name.Contains(']', StringComparison.Ordinal))
            {
                yield return new Problem(
                    ErrorCodes.UnsupportedByTarget,
                    $"The name '{name}' holds ']', which {target} does not take in a name",
                    "Use another name, or another target"
                );
            }
        }
    }

    private static IEnumerable<Problem> CheckLiterals(Coding coding)
    {
        foreach (var (value, isUnicode) in CodingLiterals.Of(coding))
        {
            var shown = $"The literal '{SqlText.OneLine(value)}'";
            if (ToolMarks.FindIn(value) is { } mark)
            {
                yield return Unwritable(
                    $"{shown} holds '{mark.Text}', which {mark.Reason}",
                    $"Write '[{mark.Text[0]}]{mark.Text[1..]}' in a pattern, or use another label"
                );
            }
            else if (value.Any(character => character != '\t' && SqlText.IsBreak(character)))
            {
                yield return Unwritable(
                    $"{shown} holds a line break or another control character, which can end a batch (rule 10.2)",
                    "Write it without"
                );
            }
            else if (HiddenCharacters.FindIn(value) is { } hidden)
            {
                yield return Hidden(shown, hidden, "Write it without");
            }
            else if (HasHalfSurrogate(value) || (!isUnicode && !value.All(IsWindows1252)))
            {
                yield return Unwritable(
                    $"{shown} holds a character that the server would replace by another (rule 6.11)",
                    HasHalfSurrogate(value) ? "Write it without" : "Put N before it, or use another character"
                );
            }
        }
    }

    private static IEnumerable<Problem> CheckLabels(Coding coding)
    {
        if (coding.Arms.Count > 0 && coding.ResultType is null)
        {
            yield return new Problem(
                ErrorCodes.UnsupportedByTarget,
                "Every label of the coding is NULL, and SQL Server refuses such a CASE (error 8133)",
                "Give an arm a label"
            );
        }
    }

    /// <summary>Finds the key and carried columns that are called as another column of the view is.</summary>
    /// <param name="source">The source.</param>
    /// <param name="shown">The names of the view's other columns.</param>
    /// <param name="purpose">What these are for.</param>
    private static IEnumerable<Problem> CheckShown(Source source, IReadOnlyCollection<string> shown, string purpose) =>
        source
            .Key.Concat(source.Carried)
            .Where(column => shown.Contains(column.Name, SqlName.Comparer))
            .Select(column => new Problem(
                ErrorCodes.SchemaDuplicateColumn,
                $"Column '{column.Name}' is a key or carried column, and the view's column for {purpose} has that name",
                "Leave it out of \"key\" and \"carry\", or read it through a view that renames it"
            ));

    private static Problem Unwritable(string what, string remedy) => new(ErrorCodes.UnwritableText, what, remedy);

    private static Problem Hidden(string what, Rune character, string remedy) =>
        new(ErrorCodes.HiddenCharacter, $"{what} holds {HiddenCharacters.Describe(character)}", remedy);

    private static bool IsWindows1252(char character) =>
        char.IsAscii(character)
        || character is >= '\u00A0' and <= '\u00FF'
        || Windows1252.Contains(character, StringComparison.Ordinal);

    private static bool HasHalfSurrogate(string text) => string.Concat(text.EnumerateRunes()) != text;
}
