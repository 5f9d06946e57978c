using RuleGen.Model;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>Makes the exceptions for what a script holds and the interpreter does not run.</summary>
internal static class Refusal
{
    public static TextPosition PositionOf(Dom.TSqlFragment fragment) => new(fragment.StartLine, fragment.StartColumn);

    public static RuleGenException Create(ErrorCode code, Dom.TSqlFragment place, string message, string remedy) =>
        Create(code, PositionOf(place), message, remedy);

    public static RuleGenException Create(ErrorCode code, TextPosition position, string message, string remedy) =>
        new(new Problem(code, message, remedy) { Position = position });

    /// <summary>RG0106, for T-SQL that no coding and no generated script holds.</summary>
    public static RuleGenException Unsupported(Dom.TSqlFragment place, string what) =>
        Create(
            ErrorCodes.UnsupportedConstruct,
            place,
            $"{what} is not run by the interpreter",
            "Write the condition with what a coding may hold"
        );

    /// <summary>RG0106, for the name of a node of the syntax tree that nothing handles.</summary>
    public static RuleGenException UnsupportedNode(Dom.TSqlFragment place) =>
        Unsupported(place, $"'{place.GetType().Name}'");

    /// <summary>RG0003, for a character of a literal.</summary>
    public static RuleGenException Unread(string text, char character, TextPosition position) =>
        Create(
            ErrorCodes.UnmodelledCharacter,
            position,
            FormattableString.Invariant(
                $"'{Printable(text)}' holds U+{(int)character:X4}, which has no published meaning here"
            ),
            "Write the condition without that character, or under another collation"
        );

    private static string Printable(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));
}
