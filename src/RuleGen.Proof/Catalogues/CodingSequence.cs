using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>
/// Codings in an order, as one: a row has the label of the first that keeps it and gives it one, or none. A coding that
/// gives NULL leaves the row to those after it; that a row is kept and has no label, or is not kept, is the same here.
/// </summary>
public sealed record CodingSequence
{
    /// <summary>Codings in their order.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="RuleGenException">RG0001: they give values of different types.</exception>
    public CodingSequence(ValueList<Coding> codings)
    {
        if (codings.Count == 0)
        {
            throw new ArgumentException("A sequence has codings.", nameof(codings));
        }

        Codings = codings;
        foreach (var coding in codings)
        {
            Coding.RequireSameType(Typed, coding);
        }
    }

    /// <summary>The codings, in their order.</summary>
    public ValueList<Coding> Codings { get; }

    /// <summary>The type of the labels; null where all are NULL.</summary>
    public LabelType? ResultType => Typed.ResultType;

    /// <summary>The first coding with labels that are not NULL, whose type is that of all; the first where none has.</summary>
    internal Coding Typed => Codings.FirstOrDefault(coding => coding.ResultType is not null) ?? Codings[0];
}
