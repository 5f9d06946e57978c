namespace RuleGen.Model;

/// <summary>One <c>WHEN predicate THEN label</c>; taken only when the predicate is TRUE (rule 5.3).</summary>
public sealed record CaseArm
{
    /// <summary>An arm.</summary>
    public CaseArm(Predicate when, Label then)
    {
        When = when;
        Then = then;
    }

    /// <summary>The condition.</summary>
    public Predicate When { get; }

    /// <summary>What it gives.</summary>
    public Label Then { get; }

    /// <summary>Comments, citation and notes on the arm as a whole; no part of equality.</summary>
    public Documentation Documentation { get; init; } = Documentation.None;

    /// <summary>
    /// Where the text that it was read from has its WHEN; null where it was not read. No part of equality.
    /// </summary>
    public TextPosition? Position { get; init; }

    /// <summary>The same arm with another condition.</summary>
    public CaseArm With(Predicate when) => new(when, Then) { Documentation = Documentation, Position = Position };

    /// <inheritdoc/>
    public bool Equals(CaseArm? other) => other is not null && When == other.When && Then == other.Then;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(When, Then);
}
