using RuleGen.Model;
using RuleGen.Sqlite.Translation;

namespace RuleGen.Sqlite;

/// <summary>The table that stands for a source: its columns, and two more that no column's name can hide.</summary>
internal sealed class SqliteTable
{
    /// <summary>
    /// The characters of rows that are <see cref="Usual"/>: printable ASCII without <c>'</c> and <c>-</c>.
    /// </summary>
    public const string UsualCharacters =
        " !\"#$%&()*+,./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    public SqliteTable(Source source)
    {
        Source = source;
        Name = StoredText.Name($"{source.Table.Schema}.{source.Table.Name}");
        Number = FreeName("#");
        Usual = FreeName("usual");
        Answer = FreeName("answer");
    }

    public Source Source { get; }

    /// <summary>The table's name in SQL.</summary>
    public string Name { get; }

    /// <summary>The column, in SQL, that numbers the rows in the order in which they are loaded, from 1.</summary>
    public string Number { get; }

    /// <summary>
    /// The column, in SQL, that is 1 where every text of the row is made of <see cref="UsualCharacters"/>: then most
    /// views need not search it for characters that they do not know.
    /// </summary>
    public string Usual { get; }

    /// <summary>The column of views' inner queries, in SQL, that says by number what a coding makes of a row.</summary>
    public string Answer { get; }

    /// <summary>The statement that creates the table.</summary>
    public string Definition
    {
        get
        {
            var columns = Source.Columns.Select(column =>
                $"{StoredText.Name(column.Name)} {(IsNumber(column) ? "INTEGER" : "TEXT")}"
            );
            return $"CREATE TABLE {Name} ({Number} INTEGER PRIMARY KEY, {Usual} INTEGER, "
                + $"{string.Join(", ", columns)}) STRICT";
        }
    }

    /// <summary>The statement that loads a row; its parameters are <see cref="Usual"/> and then the columns.</summary>
    /// <remarks>char(n) is filled up with blanks (rule 1.26).</remarks>
    public string Insertion
    {
        get
        {
            var values = Source.Columns.Select(
                (column, i) =>
                    column.Type is CharacterType { IsFixedLength: true }
                        ? ScalarTranslator.Store($"?{i + 2}", column.Type)
                        : $"?{i + 2}"
            );
            return $"INSERT INTO {Name} VALUES (NULL, ?1, {string.Join(", ", values)})";
        }
    }

    /// <summary>Whether a column is kept as whole numbers: of a decimal, the units of its last digit.</summary>
    public static bool IsNumber(Column column) => column.Type is IntegerType or DecimalType;

    private string FreeName(string name)
    {
        while (Source.Find(name) is not null)
        {
            name += "_";
        }

        return StoredText.Name(name);
    }
}
