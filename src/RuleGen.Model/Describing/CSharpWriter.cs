using System.Text;

namespace RuleGen.Model.Describing;

/// <summary>
/// Writes a coding as the C# file that declares it, as a person would write it for <c>RuleGen.Rules</c>. Compiled and
/// run, it gives the coding again, with its spelling, parentheses, comments, citations and notes.
/// </summary>
public static class CSharpWriter
{
    private const int MemberDepth = 1;
    private const int InitializerDepth = 3;

    /// <summary>A file for a coding of which only the text is known: title, publication and edition are left empty.</summary>
    /// <param name="id">The id of the coding; the name of the class is made of it.</param>
    /// <param name="coding">The coding.</param>
    /// <param name="source">
    /// What it reads. The file takes the columns from a class named after the alias: <c>Apcs.Source</c> for
    /// <c>APCS</c>.
    /// </param>
    public static string Write(string id, Coding coding, Source source) =>
        Write(
            new PublishedCoding
            {
                Id = id,
                Title = "",
                Publication = "",
                Edition = "",
                Coding = coding,
            },
            source
        );

    /// <summary>A file for a published coding.</summary>
    /// <param name="published">The coding with its place in the guidance.</param>
    /// <param name="source">What it reads; see <see cref="Write(string, Coding, Source)"/>.</param>
    public static string Write(PublishedCoding published, Source source)
    {
        var names = new CSharpNames(published.Id, source.Alias, published.Coding.NamedColumns);
        var columns = new CSharpColumns(published.Coding, names);
        var predicates = new CSharpPredicates(new CSharpScalars(columns));
        var summary = published.Title.Length > 0 ? published.Title : $"The coding {published.Id}";
        var file = new StringBuilder(
            $$"""
            using RuleGen.Model;
            using RuleGen.Model.Authoring;

            namespace RuleGen.Rules;

            /// <summary>{{CSharpText.XmlComment(summary)}}.</summary>
            public static class {{names.Class}}
            {
                /// <summary>The coding.</summary>
                public static PublishedCoding Coding { get; } =
                    new()
                    {
                        {{Property("Id", CSharpText.Literal(published.Id))}}
                        {{Property("Title", CSharpText.Literal(published.Title))}}
                        {{Property("Publication", CSharpText.Literal(published.Publication))}}
                        {{Property("Edition", CSharpText.Literal(published.Edition))}}
                        {{Property("Coding", Build(published.Coding, predicates).Layout)}}
                    };

            """
        );
        foreach (var member in columns.Members)
        {
            file.Append("\n    ").Append(member.Render(MemberDepth)).Append('\n');
        }

        return file.Append("}\n").ToString();
    }

    private static string Property(string name, CodeLayout value) =>
        CodeLayout.Concat($"{name} = ", value, ",").Render(InitializerDepth);

    private static CSharpExpression Build(Coding coding, CSharpPredicates predicates)
    {
        var builder = CSharpExpression.Primary("new CodingBuilder()");
        if (coding.IsWrittenWithCase)
        {
            builder = builder.Call("WrittenWithCase");
        }

        foreach (var arm in coding.Arms)
        {
            builder = builder.Call(
                "When",
                [predicates.Write(arm.When).Indented, Label(arm.Then), .. Documented(arm.Documentation)]
            );
        }

        if (coding.Else is { } label)
        {
            builder = builder.Call("Else", [Label(label), .. Documented(coding.ElseDocumentation)]);
        }

        if (coding.Exclusions is { } exclusions)
        {
            builder = builder.Call(
                "Where",
                [predicates.Write(exclusions).Indented, .. Documented(coding.ExclusionsDocumentation)]
            );
        }

        if (!coding.IsWrittenWithWhere)
        {
            builder = builder.Call("WrittenWithoutWhere");
        }

        return builder.Call("Build");
    }

    private static IEnumerable<CodeLayout> Documented(Documentation documentation) =>
        documentation == Documentation.None ? [] : [CSharpPredicates.Write(documentation).Layout];

    private static CodeLayout Label(Label label)
    {
        if (label is { Text: { } text, Type: LabelType.Text, IsUnicode: false, Parentheses: 0 })
        {
            return CSharpText.Literal(text);
        }

        var made = label switch
        {
            { Text: null } => CSharpExpression.Primary("Label.Null"),
            { Type: LabelType.Integer } => CSharpExpression.Invoke("Label.Of", label.Text),
            { Type: LabelType.Bit } => CSharpExpression.Invoke("Label.OfBit", label.Text == "1" ? "true" : "false"),
            { IsUnicode: true } => CSharpExpression.Invoke(
                "Label.Of",
                CSharpText.Literal(label.Text),
                "isUnicode: true"
            ),
            _ => CSharpExpression.Invoke("Label.Of", CSharpText.Literal(label.Text)),
        };
        return made.Repeat("Parenthesized", label.Parentheses).Layout;
    }
}
