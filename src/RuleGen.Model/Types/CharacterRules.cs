namespace RuleGen.Model;

/// <summary>
/// What a collation says about single characters, as far as it has a published source. Whoever evaluates a
/// predicate asks <see cref="Models"/> first; every other member is meant for modelled characters only.
/// </summary>
public abstract class CharacterRules
{
    private protected CharacterRules() { }

    /// <summary>Whether whole values can be put in order: <c>&lt; &lt;= &gt; &gt;= BETWEEN</c>.</summary>
    public abstract bool OrdersValues { get; }

    /// <summary>Whether the meaning of a character is known for a use of the value that holds it.</summary>
    public abstract bool Models(char character, CharacterUse use);

    /// <summary>
    /// Whether LIKE may look past a character as if it were not there: whether it does has no published source (rule
    /// 1.41). It is evaluated under both <see cref="LikeReading"/>s.
    /// </summary>
    public bool IsUncertainInLike(char character) => UncertainInLike.Contains(character, StringComparison.Ordinal);

    /// <summary>The characters of which <see cref="IsUncertainInLike"/> is true; empty where there is none.</summary>
    public virtual string UncertainInLike => "";

    /// <summary>The character that stands for all those equal to this one.</summary>
    public abstract char Representative(char character);

    /// <summary>
    /// The place of a character in the sort order; equal characters have the same. Characters whose mutual order
    /// is not known share the lowest place, below every character that <see cref="CanBoundRange"/>.
    /// </summary>
    public abstract int Rank(char character);

    /// <summary>Whether a character may be an end of a range <c>[a-b]</c> in a LIKE pattern.</summary>
    public abstract bool CanBoundRange(char character);

    /// <summary>
    /// Whether what stands between two ends of a range is known (rule 1.32). Both ends satisfy
    /// <see cref="CanBoundRange"/>.
    /// </summary>
    public abstract bool KnowsRange(char first, char last);

    /// <summary>Whether two characters are equal (rule 2.5).</summary>
    public bool AreEqual(char left, char right) => Representative(left) == Representative(right);
}
