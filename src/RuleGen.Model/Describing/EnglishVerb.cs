namespace RuleGen.Model.Describing;

/// <summary>A verb.</summary>
/// <param name="Singular">The form for one thing: <c>contains</c>.</param>
/// <param name="Plural">The form for several, and after <c>not</c>: <c>contain</c>.</param>
internal sealed record EnglishVerb(string Singular, string Plural)
{
    public static EnglishVerb Be { get; } = new("is", "are");

    public static EnglishVerb Fit { get; } = new("fits", "fit");

    public static EnglishVerb Consist { get; } = new("consists of", "consist of");

    public static EnglishVerb Start { get; } = new("starts with", "start with");

    public static EnglishVerb Contain { get; } = new("contains", "contain");

    public static EnglishVerb End { get; } = new("ends with", "end with");

    public static EnglishVerb Come { get; } = new("comes", "come");

    public string Form(bool isPlural, bool isNegated) =>
        (this == Be, isPlural, isNegated) switch
        {
            (true, false, true) => "is not",
            (true, true, true) => "are not",
            (false, false, true) => $"does not {Plural}",
            (false, true, true) => $"do not {Plural}",
            (_, false, false) => Singular,
            (_, true, false) => Plural,
        };
}
