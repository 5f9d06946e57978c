using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>
/// Turns the syntax tree of a condition or an expression into what runs, and finds types and collations on the way
/// (section 6). What it does not know it refuses.
/// </summary>
/// <param name="scope">The names.</param>
/// <param name="databaseCollation">The collation of what meets no column.</param>
/// <param name="looksPast">Whether LIKE looks past the characters of which nobody says whether it does (rule 1.41).</param>
internal sealed partial class Binder(Scope scope, string databaseCollation, bool looksPast = false)
{
    private readonly List<CharacterNeed> _needs = [];

    /// <summary>The first character of a pattern that LIKE may look past; null where there is none.</summary>
    public char? LookedPastInPattern { get; private set; }

    /// <summary>What must be known about the characters of the values that were bound so far, each once.</summary>
    public IReadOnlyList<CharacterNeed> Needs => _needs.Distinct().ToList();

    /// <summary>The alphabet that compares two texts, and in which all their characters must be known.</summary>
    private Alphabet Meet(Expression left, Expression right, CharacterRole role, Dom.TSqlFragment place)
    {
        var alphabet = FindAlphabet([left, right], place);
        if (role == CharacterRole.Order && !alphabet.OrdersValues)
        {
            throw Refusal.Create(
                ErrorCodes.UnmodelledOrder,
                place,
                $"{Quote(left)} and {Quote(right)} are put in order, which under their collation is not published",
                "Use LIKE, or another collation"
            );
        }

        Require(left, alphabet, role);
        Require(right, alphabet, role);
        return alphabet;
    }

    /// <summary>
    /// The alphabet in which some texts meet: one collation, and Unicode where any of them is (rules 6.2, 6.6).
    /// </summary>
    private static Alphabet FindAlphabet(IEnumerable<Expression> texts, Dom.TSqlFragment place)
    {
        var types = texts.Select(text => text.Type).OfType<TextType>().ToList();
        var label = MeetLabels(types.Select(type => type.Label), place);
        if (label.Strength == CollationStrength.None)
        {
            throw Refusal.Create(
                ErrorCodes.CollationConflict,
                place,
                $"'{label.Name}' and another collation meet, and neither decides (rules 4.9, 6.8)",
                "Write COLLATE"
            );
        }

        return CollationTables.Find(CheckName(label.Name, place), types.Any(type => type.IsUnicode));
    }

    private static CollationLabel MeetLabels(IEnumerable<CollationLabel> labels, Dom.TSqlFragment place) =>
        labels.Aggregate(
            (left, right) =>
                CollationLabel.Meet(left, right)
                ?? throw Refusal.Create(
                    ErrorCodes.CollationConflict,
                    place,
                    $"COLLATE '{left.Name}' meets COLLATE '{right.Name}'",
                    "Write one of them"
                )
        );

    private static string CheckName(string collation, Dom.TSqlFragment place) =>
        CollationTables.FindName(collation)
        ?? throw Refusal.Create(
            ErrorCodes.UnknownCollation,
            place,
            $"The interpreter has no table for collation '{collation}'",
            $"Use one of {string.Join(", ", CollationTables.Names)}"
        );

    /// <summary>
    /// Asks that the characters of an expression are known: of literals now, of columns with every row.
    /// </summary>
    private void Require(Expression expression, Alphabet alphabet, CharacterRole role)
    {
        switch (expression)
        {
            case SlotExpression { Type: TextType type } slot:
                var read = scope.Slots[slot.Slot];
                if (read.Alternatives.Count == 0)
                {
                    _needs.Add(
                        new CharacterNeed(
                            read.ListSlot ?? slot.Slot,
                            Read: null,
                            read.Item,
                            type.IsUnicode,
                            alphabet,
                            role
                        )
                    );
                }

                foreach (var alternative in read.Alternatives)
                {
                    Require(alternative, alphabet, role);
                }

                break;
            case AggregateExpression { Type: TextType made } aggregate:
                _needs.Add(new CharacterNeed(aggregate.Slot, aggregate, Item: null, made.IsUnicode, alphabet, role));
                break;
            case ConstantExpression { Value.Text: { } text }:
                RequireKnown(text, alphabet, role, expression.Position);
                break;
            case TextFunctionExpression { ChangesLetterCase: true }:
                foreach (var part in expression.Parts)
                {
                    Require(part, alphabet, role);
                    Require(part, alphabet, CharacterRole.LetterCase);
                }

                break;
            default:
                foreach (var part in expression.Parts)
                {
                    Require(part, alphabet, role);
                }

                break;
        }
    }

    private static void RequireKnown(string text, Alphabet alphabet, CharacterRole role, TextPosition position)
    {
        foreach (var character in text.Where(character => !alphabet.Knows(character, role)))
        {
            throw Refusal.Unread(text, character, position);
        }
    }
}
