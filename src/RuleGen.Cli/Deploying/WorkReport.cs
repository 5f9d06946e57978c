using System.Text.Json.Nodes;
using RuleGen.Cli.Files;
using RuleGen.Model.Describing;
using RuleGen.SqlServer;

namespace RuleGen.Cli.Deploying;

/// <summary>Reports what a command did on a server, or would do.</summary>
internal static class WorkReport
{
    /// <summary>
    /// Writes to the standard output the script of a dry run, or the objects with what became of them.
    /// </summary>
    /// <param name="verb">What is done to objects.</param>
    /// <param name="plan">What was found, and done.</param>
    /// <param name="isDryRun">Whether nothing was done.</param>
    /// <param name="isJson">Whether JSON is wanted.</param>
    /// <param name="output">The standard output.</param>
    /// <param name="error">The standard error.</param>
    public static void Show(
        string verb,
        ServerPlan plan,
        bool isDryRun,
        bool isJson,
        TextWriter output,
        TextWriter error
    )
    {
        if (plan.Script is null)
        {
            error.WriteLine($"nothing to {verb}");
        }

        if (isJson)
        {
            output.Write(Json.Write(ToJson(verb, plan, isDryRun)));
        }
        else if (isDryRun)
        {
            output.Write(plan.Script ?? "");
        }
        else
        {
            StatusText
                .Table(plan.Status.Objects, "Done", each => Done(verb, plan, each))
                .Write(Terminal.OfOutput(output));
        }
    }

    private static JsonObject ToJson(string verb, ServerPlan plan, bool isDryRun)
    {
        var objects = plan.Status.Objects.Select(each =>
        {
            var written = StatusJson.Object(each);
            written["done"] = Done(verb, plan, each);
            return (JsonNode?)written;
        });
        var document = new JsonObject
        {
            ["dryRun"] = isDryRun,
            ["changed"] = plan.Script is not null && !isDryRun,
            ["server"] = StatusJson.Server(plan.Status.Server),
            ["objects"] = new JsonArray([.. objects]),
        };
        if (isDryRun)
        {
            document["script"] = plan.Script;
        }

        return document;
    }

    private static string Done(string verb, ServerPlan plan, ObjectStatus status) =>
        !plan.Touched.Contains(status) ? "nothing"
        : verb == "remove" ? "removed"
        : status.Condition == ObjectCondition.Missing ? "created"
        : "updated";
}
