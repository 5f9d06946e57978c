namespace RuleGen.Model.Describing;

/// <summary>What a clause speaks of.</summary>
/// <param name="Text">In words.</param>
/// <param name="IsPlural">Whether its verb is.</param>
/// <param name="HasComma">Whether a comma parts it from its verb, because one stands within it.</param>
internal sealed record EnglishSubject(string Text, bool IsPlural = false, bool HasComma = false)
{
    /// <summary>The text as a part of another subject.</summary>
    public string Inner => HasComma ? $"({Text})" : Text;

    /// <summary>The subject and its verb: <c>the first 4 characters of X do not contain</c>.</summary>
    public string With(EnglishVerb verb, bool isNegated) =>
        $"{Text}{(HasComma ? "," : "")} {verb.Form(IsPlural, isNegated)}";
}
