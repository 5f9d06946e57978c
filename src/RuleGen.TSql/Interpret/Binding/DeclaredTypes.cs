using System.Globalization;
using RuleGen.Model;
using RuleGen.TSql.Interpret.Collating;
using RuleGen.TSql.Interpret.Running;
using Dom = Microsoft.SqlServer.TransactSql.ScriptDom;

namespace RuleGen.TSql.Interpret.Binding;

/// <summary>Types as scripts write them: of parameters, and in CAST.</summary>
internal static class DeclaredTypes
{
    /// <summary>The length of <c>varchar</c> without one in CAST, and in a declaration (rule 6.5).</summary>
    public const int LengthInCast = 30;

    /// <inheritdoc cref="LengthInCast"/>
    public const int LengthInDeclaration = 1;

    public static readonly NumberType Int = new(int.MinValue, int.MaxValue);
    private static readonly NumberType BigInt = new(long.MinValue, long.MaxValue);

    /// <exception cref="RuleGenException">RG0106: the type is neither text, a number, a date nor bit.</exception>
    public static ExpressionType Read(Dom.DataTypeReference type, int defaultLength, CollationLabel label) =>
        type is Dom.SqlDataTypeReference reference
            ? reference.SqlDataTypeOption switch
            {
                Dom.SqlDataTypeOption.Char => ReadText(reference, false, true, defaultLength, label),
                Dom.SqlDataTypeOption.VarChar => ReadText(reference, false, false, defaultLength, label),
                Dom.SqlDataTypeOption.NChar => ReadText(reference, true, true, defaultLength, label),
                Dom.SqlDataTypeOption.NVarChar => ReadText(reference, true, false, defaultLength, label),
                Dom.SqlDataTypeOption.TinyInt => new NumberType(byte.MinValue, byte.MaxValue),
                Dom.SqlDataTypeOption.SmallInt => new NumberType(short.MinValue, short.MaxValue),
                Dom.SqlDataTypeOption.Int => Int,
                Dom.SqlDataTypeOption.BigInt => BigInt,
                Dom.SqlDataTypeOption.Bit => new BitType(),
                Dom.SqlDataTypeOption.Date => new MomentType("date"),
                Dom.SqlDataTypeOption.SmallDateTime => new MomentType("smalldatetime"),
                Dom.SqlDataTypeOption.DateTime => new MomentType("datetime"),
                Dom.SqlDataTypeOption.DateTime2 => new MomentType(
                    reference.Parameters is [var digits] ? $"datetime2({digits.Value})" : "datetime2(7)"
                ),
                Dom.SqlDataTypeOption.Decimal or Dom.SqlDataTypeOption.Numeric => ReadDecimal(reference),
                _ => throw Refusal.Unsupported(type, $"Type '{reference.SqlDataTypeOption}'"),
            }
            : throw Refusal.UnsupportedNode(type);

    /// <summary>
    /// The type of a number literal: int, or bigint where it does not fit; other types are their own.
    /// </summary>
    public static NumberType Widen(NumberType type)
    {
        if (type.Minimum != type.Maximum)
        {
            return type;
        }

        return Int.Holds(type) ? Int : BigInt;
    }

    private static ScaledType ReadDecimal(Dom.SqlDataTypeReference reference)
    {
        var digits = reference
            .Parameters.Select(parameter => int.Parse(parameter.Value, CultureInfo.InvariantCulture))
            .ToList();
        return digits switch
        {
            [] => new ScaledType(18, 0),
            [var precision] => new ScaledType(precision, 0),
            [var precision, var scale, ..] => new ScaledType(precision, scale),
        };
    }

    private static TextType ReadText(
        Dom.SqlDataTypeReference reference,
        bool isUnicode,
        bool isFixedLength,
        int defaultLength,
        CollationLabel label
    )
    {
        int? length = reference.Parameters switch
        {
            [] => defaultLength,
            [Dom.MaxLiteral] => null,
            [Dom.IntegerLiteral literal]
                when int.TryParse(literal.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                number,
            _ => throw Refusal.Unsupported(reference, "A length that is not a number"),
        };
        return new TextType(isUnicode, isFixedLength, length, label);
    }
}
