using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Tests.Unit.Writing;

/// <summary>A coding over a source that has one string in one of the places from which scripts are written.</summary>
/// <param name="Name">The place.</param>
/// <param name="IsProse">Whether it is prose, which is never refused.</param>
/// <param name="Write">The coding.</param>
internal sealed record HostilePlace(string Name, bool IsProse, Func<string, HostileCoding> Write)
{
    private const string Harmless = "x";

    public static IReadOnlyList<HostilePlace> All { get; } =
    [
        Of("schema", text => new HostileParts { Schema = text }),
        Of("id", text => new HostileParts { Id = text }),
        Of("schema of the table", text => new HostileParts { TableSchema = text }),
        Of("table", text => new HostileParts { Table = text }),
        Of("alias", text => new HostileParts { Alias = text }),
        Of("key", text => new HostileParts { Key = text }),
        Of("carried column", text => new HostileParts { Carried = text }),
        Of("column", text => new HostileParts { Column = text }),
        Of("label", text => new HostileParts { Label = text }),
        Of("label with N", text => new HostileParts { Label = text, IsUnicode = true }),
        Of("label of ELSE", text => new HostileParts { Else = text }),
        Of("pattern", text => new HostileParts { Pattern = text }),
        Of("pattern with N", text => new HostileParts { Pattern = text, IsUnicode = true }),
        Of("value", text => new HostileParts { Value = text }),
        Of("value with N", text => new HostileParts { Value = text, IsUnicode = true }),
        Of(
            "every name",
            text => new HostileParts
            {
                Schema = text,
                Id = text,
                TableSchema = text,
                Table = text,
                Alias = text,
                Key = text + "k",
                Carried = text + "c",
                Column = text,
            }
        ),
        Prose("title", text => new HostileParts { Title = text }),
        Prose("publication", text => new HostileParts { Publication = text }),
        Prose("edition", text => new HostileParts { Edition = text }),
        Prose("comment", text => new HostileParts { Comment = text }),
        Prose("comment at the end of a line", text => new HostileParts { TrailingComment = text }),
        Prose("citation", text => new HostileParts { Citation = text }),
        Prose("note", text => new HostileParts { Note = text }),
    ];

    public override string ToString() => Name;

    private static HostilePlace Of(string name, Func<string, HostileParts> write) =>
        new(name, IsProse: false, text => write(text).ToCoding());

    private static HostilePlace Prose(string name, Func<string, HostileParts> write) =>
        new(name, IsProse: true, text => write(text).ToCoding());

    private sealed record HostileParts
    {
        public string Schema { get; init; } = "s";
        public string Id { get; init; } = Harmless;
        public string TableSchema { get; init; } = Harmless;
        public string Table { get; init; } = Harmless;
        public string Alias { get; init; } = Harmless;
        public string Key { get; init; } = "key";
        public string Carried { get; init; } = "carried";
        public string Column { get; init; } = "column";
        public string Label { get; init; } = Harmless;
        public string Else { get; init; } = "else";
        public string Pattern { get; init; } = "x%";
        public string Value { get; init; } = Harmless;
        public bool IsUnicode { get; init; }
        public string Title { get; init; } = Harmless;
        public string Publication { get; init; } = Harmless;
        public string Edition { get; init; } = Harmless;
        public string Comment { get; init; } = Harmless;
        public string TrailingComment { get; init; } = Harmless;
        public string Citation { get; init; } = Harmless;
        public string Note { get; init; } = Harmless;

        public HostileCoding ToCoding()
        {
            var text = CharacterType.NVarChar(20, Collation.Latin1GeneralBin2);
            var source = new Source(
                new TableName(TableSchema, Table),
                Alias,
                key: [Key],
                carried: [Carried],
                columns:
                [
                    new Column(Key, IntegerType.Int, isNullable: false),
                    new Column(Carried, text, isNullable: true),
                    new Column(Column, text, isNullable: true),
                    new Column("other", text, isNullable: true),
                ]
            );
            var column = source.Text(Column);
            var documentation = Documentation
                .None.Comment(Comment, CommentPlacement.Before)
                .Comment(TrailingComment, CommentPlacement.After)
                .Cites(Citation)
                .Note(Note);
            var pattern = IsUnicode ? CharacterLiteral.Unicode(Pattern) : CharacterLiteral.FromString(Pattern);
            var value = IsUnicode ? CharacterLiteral.Unicode(Value) : CharacterLiteral.FromString(Value);
            var condition = column
                .Like(pattern)
                .Comment(Comment)
                .TrailingComment(TrailingComment)
                .Cites(Citation)
                .Note(Note);
            var coding = new CodingBuilder()
                .When(condition | column.EqualTo(value), RuleGen.Model.Label.Of(Label, IsUnicode), documentation)
                .Else(RuleGen.Model.Label.Of(Else), documentation)
                .Where(source.Text("other").IsNotNull().Note(Note), documentation)
                .WrittenWithCase()
                .Build();
            var published = new PublishedCoding
            {
                Id = Id,
                Title = Title,
                Publication = Publication,
                Edition = Edition,
                Coding = coding,
            };
            return new HostileCoding(published, source, Schema);
        }
    }
}

/// <summary>A coding with its source and the schema of its objects.</summary>
internal sealed record HostileCoding(PublishedCoding Published, Source Source, string Schema);
