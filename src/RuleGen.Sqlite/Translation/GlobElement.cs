using RuleGen.Sqlite.Collations;

namespace RuleGen.Sqlite.Translation;

/// <summary>One part of a GLOB pattern.</summary>
internal abstract record GlobElement
{
    /// <summary>Whether it takes exactly one character, and a blank will do.</summary>
    public abstract bool TakesBlank { get; }

    /// <summary>The part as GLOB writes it.</summary>
    public abstract string Text { get; }
}

/// <summary><c>*</c>: any run of characters, also an empty one.</summary>
internal sealed record AnyGlobRun : GlobElement
{
    public override bool TakesBlank => false;

    public override string Text => "*";
}

/// <summary>One character in a set, or one that is not in it.</summary>
internal sealed record GlobSet(bool IsNegated, CodePoints Characters) : GlobElement
{
    /// <summary><c>?</c>: any one character.</summary>
    public static GlobSet AnyCharacter { get; } = new(IsNegated: true, CodePoints.None);

    public override bool TakesBlank => Characters.Contains(' ') != IsNegated;

    public override string Text => IsNegated && Characters.Count == 0 ? "?" : Characters.ToGlob(IsNegated);
}
