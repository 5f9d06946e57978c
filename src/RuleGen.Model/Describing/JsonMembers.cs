using System.Text.Json.Nodes;

namespace RuleGen.Model.Describing;

/// <summary>The members that an object has only where there is something to say.</summary>
internal static class JsonMembers
{
    public static JsonObject WithParentheses(this JsonObject node, int count)
    {
        if (count > 0)
        {
            node["parentheses"] = count;
        }

        return node;
    }

    public static JsonObject WithBang(this JsonObject comparison, bool isWrittenWithBang)
    {
        if (isWrittenWithBang)
        {
            comparison["isWrittenWithBang"] = true;
        }

        return comparison;
    }

    public static JsonObject WithDocumentation(
        this JsonObject node,
        Documentation documentation,
        string name = "documentation"
    )
    {
        if (documentation != Documentation.None)
        {
            node[name] = new JsonObject
            {
                ["comments"] = new JsonArray([.. documentation.Comments.Select(Comment)]),
                ["citation"] = documentation.Citation is { } citation
                    ? new JsonObject { ["sentence"] = citation.Sentence }
                    : null,
                ["notes"] = new JsonArray([.. documentation.Notes.Select(note => JsonValue.Create(note))]),
            };
        }

        return node;
    }

    private static JsonObject Comment(Comment comment) =>
        new()
        {
            ["text"] = comment.Text,
            ["placement"] = comment.Placement == CommentPlacement.Before ? "before" : "after",
        };
}
