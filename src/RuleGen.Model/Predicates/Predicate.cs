namespace RuleGen.Model;

/// <summary>A condition on a row. Built only through the factories of its kinds, which check it.</summary>
/// <remarks>
/// In C#, <c>&amp;</c>, <c>|</c> and <c>!</c> are AND, OR and NOT, with the same precedence as in SQL (rule 5.13).
/// </remarks>
public abstract record Predicate
{
    private protected Predicate() { }

    /// <summary>Whether some row makes it UNKNOWN, as far as nullability tells; false means that none does.</summary>
    public abstract bool MayBeUnknown { get; }

    /// <summary>The predicates that it connects; none for a simple predicate.</summary>
    public virtual ValueList<Predicate> Children => [];

    /// <summary>The scalars that a simple predicate compares; none for a connective.</summary>
    public virtual ValueList<Scalar> Scalars => [];

    /// <summary>The conditions within it that are about items of a list, not about the row; most predicates have none.</summary>
    public virtual IEnumerable<Predicate> Conditions => [];

    /// <summary>The columns of a row that it reads by itself, not through the predicates that it connects.</summary>
    internal virtual IEnumerable<Column> OwnColumns =>
        Scalars.SelectMany(scalar => scalar.Columns).Select(column => column.InRow);

    /// <summary>Comments, citation and notes; no part of equality.</summary>
    public Documentation Documentation { get; init; } = Documentation.None;

    /// <summary>
    /// How many pairs of parentheses the published text puts around it; no part of equality. Writers add a pair
    /// where precedence needs one.
    /// </summary>
    public int Parentheses { get; init; }

    /// <summary>
    /// Where the text that it was read from has it, its parentheses included; null where it was not read. No part of
    /// equality.
    /// </summary>
    public TextPosition? Position { get; init; }

    /// <summary>Calls the visitor's method for this kind of predicate.</summary>
    public abstract TResult Accept<TResult>(IPredicateVisitor<TResult> visitor);

    /// <summary>This predicate, its children and theirs, in the order of the text.</summary>
    public IEnumerable<Predicate> SelfAndDescendants() =>
        Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    /// <summary>The same, with the conditions on items of lists among them, after what asks for the items.</summary>
    public IEnumerable<Predicate> SelfAndAllWithin() =>
        Children.Concat(Conditions).SelectMany(part => part.SelfAndAllWithin()).Prepend(this);

    /// <summary>
    /// The same predicate, each LIKE in it under a reading; itself where no LIKE has two.
    /// </summary>
    public Predicate Under(LikeReading reading)
    {
        if (this is Like like)
        {
            return like.Read(reading);
        }

        if (this is Any { Condition: { } condition } any)
        {
            var read = condition.Under(reading);
            return ReferenceEquals(read, condition) ? this : any.WithCondition(read);
        }

        var children = Children.Select(child => child.Under(reading)).ToValueList();
        return children.Zip(Children).All(pair => ReferenceEquals(pair.First, pair.Second)) ? this : With(children);
    }

    /// <summary>
    /// The columns of a row that it reads, in the order of first use, each once: for a column that is made of a list, the
    /// list.
    /// </summary>
    public IEnumerable<Column> Columns => SelfAndDescendants().SelectMany(predicate => predicate.OwnColumns).Distinct();

    /// <summary>
    /// The columns and lists that it names, in the order of first use, each once: also those that are made of a list.
    /// </summary>
    public IEnumerable<Column> NamedColumns =>
        SelfAndDescendants()
            .SelectMany(predicate =>
                predicate is Any any ? [any.List] : predicate.Scalars.SelectMany(scalar => scalar.Columns)
            )
            .Distinct();

    /// <summary>The same connective over other predicates.</summary>
    /// <exception cref="InvalidOperationException">It connects nothing.</exception>
    internal Predicate With(ValueList<Predicate> children) =>
        (
            this switch
            {
                And => (Predicate)And.Of(children),
                Or => Or.Of(children),
                Not => Not.Of(children[0]),
                _ => throw new InvalidOperationException($"{GetType().Name} connects nothing."),
            }
        ) with
        {
            Documentation = Documentation,
            Parentheses = Parentheses,
            Position = Position,
        };

    /// <summary>Equal when of one kind with equal parts; documentation and needless parentheses do not count.</summary>
    public virtual bool Equals(Predicate? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <inheritdoc/>
    public override int GetHashCode() => EqualityContract.GetHashCode();

    /// <summary><c>left AND right</c>; continues an AND that is not <see cref="Grouped"/>.</summary>
    public static Predicate operator &(Predicate left, Predicate right) => And.Of([left, right]);

    /// <summary><c>left OR right</c>; continues an OR that is not <see cref="Grouped"/>.</summary>
    public static Predicate operator |(Predicate left, Predicate right) => Or.Of([left, right]);

    /// <summary><c>NOT operand</c>.</summary>
    public static Predicate operator !(Predicate operand) => Not.Of(operand);

    /// <summary><c>left AND right</c>.</summary>
    public static Predicate BitwiseAnd(Predicate left, Predicate right) => left & right;

    /// <summary><c>left OR right</c>.</summary>
    public static Predicate BitwiseOr(Predicate left, Predicate right) => left | right;

    /// <summary><c>NOT operand</c>.</summary>
    public static Predicate LogicalNot(Predicate operand) => !operand;

    /// <summary>With a pair of parentheses that precedence does not need, because the published text has it.</summary>
    public Predicate Grouped() => this with { Parentheses = Parentheses + 1 };

    /// <summary>With the sentence of the guidance that it encodes.</summary>
    public Predicate Cites(string sentence) => Documented(Documentation.Cites(sentence));

    /// <summary>With the statement that no sentence of the guidance asks for it.</summary>
    public Predicate NotInGuidance() => Documented(Documentation.NotInGuidance());

    /// <summary>With a note on where the coding and the guidance, or the coding and its own comment, disagree.</summary>
    public Predicate Note(string text) => Documented(Documentation.Note(text));

    /// <summary>With a comment of the published text that stands on its own line before it.</summary>
    public Predicate Comment(string text) => Documented(Documentation.Comment(text, CommentPlacement.Before));

    /// <summary>With a comment of the published text that stands after it on its last line.</summary>
    public Predicate TrailingComment(string text) => Documented(Documentation.Comment(text, CommentPlacement.After));

    /// <summary>With other comments, citation and notes.</summary>
    public Predicate Documented(Documentation documentation) => this with { Documentation = documentation };
}
