using System.Globalization;

namespace RuleGen.Model.Describing;

/// <summary>Makes C# names of the names of codings and columns.</summary>
internal sealed class CSharpNames
{
    /// <summary>What every class inherits, and a member of it must not hide.</summary>
    private static readonly string[] Inherited =
    [
        nameof(Equals),
        nameof(GetHashCode),
        nameof(GetType),
        nameof(ToString),
        nameof(MemberwiseClone),
        nameof(ReferenceEquals),
        "Finalize",
    ];

    private readonly Dictionary<string, string> _byColumn = new(SqlName.Comparer);

    /// <summary>Names for a coding and its columns, different from each other and from what the code uses.</summary>
    public CSharpNames(string id, string alias, IEnumerable<Column> columns)
    {
        var taken = typeof(Coding)
            .Assembly.GetExportedTypes()
            .Select(type => type.Name.Split('`')[0])
            .Concat(Inherited)
            .ToHashSet(StringComparer.Ordinal);
        SourceClass = Take(taken, Pascal(alias), "Source");
        Class = Take(taken, Pascal(WithoutCode(id)), "Rule");
        foreach (var column in columns)
        {
            _byColumn.Add(column.Name, Take(taken, Pascal(column.Name), "Column"));
        }
    }

    /// <summary>The class that declares the coding.</summary>
    public string Class { get; }

    /// <summary>The class that declares the source.</summary>
    public string SourceClass { get; }

    /// <summary>The member for a column.</summary>
    public string Of(Column column) => _byColumn[column.Name];

    /// <summary>
    /// <c>Age_At_Start_of_Spell_SUS</c> as <c>AgeAtStartOfSpellSus</c>. Characters that no name has part the words.
    /// </summary>
    private static string Pascal(string name) => string.Concat(Words(name).Select(Capitalize));

    private static string[] Words(string name) =>
        string.Concat(name.Select(character => char.IsLetterOrDigit(character) ? character : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Capitalize(string word) =>
        char.ToUpperInvariant(word[0]) + (word.Any(char.IsLower) ? word[1..] : word[1..].ToLowerInvariant());

    /// <summary><c>2Y_back_pain_fusion</c> without the number of the intervention.</summary>
    private static string WithoutCode(string id)
    {
        var words = Words(id).SkipWhile(word => !char.IsLetter(word[0])).ToList();
        return words.Count > 0 ? string.Join(' ', words) : id;
    }

    /// <summary>The name, with an addition where it cannot start a name or is taken.</summary>
    private static string Take(HashSet<string> taken, string name, string kind)
    {
        var start = name.Length > 0 && char.IsLetter(name[0]) ? name : kind + name;
        var made = taken.Contains(start) ? start + kind : start;
        for (var number = 2; !taken.Add(made); number++)
        {
            made = start + kind + number.ToString(CultureInfo.InvariantCulture);
        }

        return made;
    }
}
