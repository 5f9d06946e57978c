using Microsoft.SqlServer.TransactSql.ScriptDom;
using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>Types as a text declares them: of parameters, of variables, and in CAST.</summary>
internal static class DeclaredType
{
    /// <summary>The length of a character type without one in a declaration (rule 6.5).</summary>
    public const int LengthInDeclaration = 1;

    /// <summary>The length of a character type without one in CAST (rule 6.5).</summary>
    public const int LengthInCast = 30;

    /// <summary>The type; null for a type of the database's own, or one that RuleGen does not know.</summary>
    /// <param name="declared">The type as it is written.</param>
    /// <param name="defaultLength">The length of a character type without one.</param>
    /// <param name="collation">The collation of a character type.</param>
    public static SqlType? Parse(DataTypeReference declared, int defaultLength, Collation? collation = null)
    {
        try
        {
            return SqlTypeParser.Parse(Write(declared, defaultLength), collation ?? Collation.All[0]);
        }
        catch (RuleGenException)
        {
            return null;
        }
    }

    /// <summary>Whether every value of a type stays what it is, and compares by the same rules.</summary>
    /// <param name="declared">The type that is to hold the values.</param>
    /// <param name="values">The type of the values.</param>
    /// <param name="defaultLength">The length of a character type without one.</param>
    public static bool HoldsUnchanged(DataTypeReference declared, SqlType values, int defaultLength)
    {
        var type = Parse(declared, defaultLength, (values as CharacterType)?.Collation);
        return (type, values) switch
        {
            (null, _) => false,
            (IntegerType wide, IntegerType narrow) => wide.Holds(narrow),
            // Blanks that char adds are seen by LIKE; nchar and nvarchar compare by other rules than char and varchar.
            (CharacterType { IsFixedLength: false } wide, CharacterType narrow) => wide.IsUnicode == narrow.IsUnicode
                && (wide.Length is null || wide.Length >= narrow.Length),
            _ => type == values,
        };
    }

    /// <summary>
    /// A literal that is converted to a type of dates, in the form that every such type takes; null for another literal or
    /// type. RG0001, RG0005: it is not one value of the type in every language.
    /// </summary>
    public static TypedLiteral? ConvertDate(Scalar literal, DataTypeReference type) =>
        literal is RuleGen.Model.StringLiteral text && Parse(type, LengthInCast) is TemporalType declared
            ? (TypedLiteral)declared.Literal(TypedLiteral.Of(text.Value, text.IsUnicode, declared).Units)
            : null;

    private static string Write(DataTypeReference type, int defaultLength)
    {
        if (type is not SqlDataTypeReference { SqlDataTypeOption: var option, Parameters: var arguments })
        {
            return "";
        }

        var name = option.ToString().ToLowerInvariant();
        var isCharacter = name is "char" or "varchar" or "nchar" or "nvarchar";
        return arguments.Count > 0
                ? $"{name}({string.Join(',', arguments.Select(argument => argument.Value.ToLowerInvariant()))})"
            : isCharacter ? FormattableString.Invariant($"{name}({defaultLength})")
            : name;
    }
}
