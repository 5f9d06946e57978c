namespace RuleGen.Model;

/// <summary>Reads the values of a JSON file that have a shape, and collects all that is wrong with them, each with its place.</summary>
/// <param name="shape">The code of problems with the shape.</param>
internal abstract class PlacedJsonReader(ErrorCode shape)
{
    private readonly List<Problem> _problems = [];

    /// <summary>Whether something was wrong so far.</summary>
    protected bool HasProblems => _problems.Count > 0;

    /// <summary>All that was wrong, in the order of the text.</summary>
    protected RuleGenException Refusal() => new(_problems.OrderBy(problem => problem.Position).ToValueList());

    /// <summary>The members of an object of a shape, as <see cref="ReadObject(PlacedJson?, string, string[], string[])"/>.</summary>
    protected Dictionary<string, PlacedJson> ReadObject(PlacedJson? json, string what, JsonShape expected) =>
        ReadObject(json, what, expected.Required, expected.Optional);

    /// <summary>The members of an object, by name: those that are missing or unknown, or stand twice, are reported.</summary>
    protected Dictionary<string, PlacedJson> ReadObject(
        PlacedJson? json,
        string what,
        string[] required,
        string[] optional
    )
    {
        var members = new Dictionary<string, PlacedJson>(StringComparer.Ordinal);
        if (json is null)
        {
            return members;
        }

        if (json is not PlacedObject found)
        {
            ReportKind(json, what, "an object");
            return members;
        }

        var known = required.Concat(optional).ToList();
        foreach (var member in found.Members)
        {
            if (!known.Contains(member.Name))
            {
                var nearest = NearestName.Find(member.Name, known.Where(name => !members.ContainsKey(name)));
                Report(
                    shape,
                    member.Position,
                    $"{what} has an unknown member '{member.Name}'",
                    nearest is null ? $"Use {string.Join(", ", known)}" : $"Did you mean '{nearest}'?"
                );
            }
            else if (!members.TryAdd(member.Name, member.Value))
            {
                Report(shape, member.Position, $"{what} has the member '{member.Name}' twice", "Remove one");
            }
        }

        foreach (var name in required.Where(name => !members.ContainsKey(name)))
        {
            Report(shape, found.Position, $"{what} lacks the member '{name}'", "Add it");
        }

        return members;
    }

    /// <summary>The items of an array; none where there is none, or where it is something else, which is reported.</summary>
    protected IReadOnlyList<PlacedJson> ReadArray(PlacedJson? json, string what)
    {
        switch (json)
        {
            case null:
                return [];
            case PlacedArray array:
                return array.Items;
            default:
                ReportKind(json, what, "an array");
                return [];
        }
    }

    /// <summary>A name that SQL Server takes; null where there is none, or where it is none, which is reported.</summary>
    protected string? ReadName(PlacedJson? json, string what)
    {
        if (ReadText(json, $"The name of a {what}") is not { } name)
        {
            return null;
        }

        return Attempt(json!.Position, () => SqlName.Check(name, what), out var checkedName) ? checkedName : null;
    }

    /// <summary>A text; null where there is none, or where it is something else, which is reported.</summary>
    protected string? ReadText(PlacedJson? json, string what)
    {
        if (json is null or PlacedText)
        {
            return (json as PlacedText)?.Value;
        }

        ReportKind(json, what, "a string");
        return null;
    }

    /// <summary>A whole number; null where there is none, or where it is something else, which is reported.</summary>
    protected long? ReadNumber(PlacedJson? json, string what)
    {
        if (json is null or PlacedNumber { Value: not null })
        {
            return (json as PlacedNumber)?.Value;
        }

        ReportKind(json, what, "a whole number");
        return null;
    }

    /// <summary>True or false; null where there is none, or where it is something else, which is reported.</summary>
    protected bool? ReadBoolean(PlacedJson? json, string what)
    {
        if (json is null or PlacedBoolean)
        {
            return (json as PlacedBoolean)?.Value;
        }

        ReportKind(json, what, "true or false");
        return null;
    }

    /// <summary>Runs one of the model's own checks, and places what it reports.</summary>
    protected bool Attempt<T>(TextPosition position, Func<T> check, out T? result)
        where T : class
    {
        try
        {
            result = check();
            return true;
        }
        catch (RuleGenException exception)
        {
            _problems.AddRange(exception.At(position).Problems);
            result = null;
            return false;
        }
    }

    /// <summary>Reports a value of another kind.</summary>
    protected void ReportKind(PlacedJson json, string what, string expected) =>
        Report(shape, json.Position, $"{what} is {json.Kind}", $"Give {expected}");

    /// <summary>Reports a problem.</summary>
    protected void Report(ErrorCode code, TextPosition position, string message, string remedy) =>
        _problems.Add(new Problem(code, message, remedy) { Position = position });
}
