using System.Globalization;
using static RuleGen.Model.Describing.EnglishText;

namespace RuleGen.Model.Describing;

/// <summary>Says what a scalar is.</summary>
internal sealed class EnglishScalars : IScalarVisitor<EnglishSubject>
{
    private static readonly EnglishScalars Instance = new();

    public static EnglishSubject Of(Scalar scalar) => scalar.Accept(Instance);

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(ColumnReference column) => new(column.Column.Name);

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(StringLiteral literal) => new(Value(literal.Value));

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(IntegerLiteral literal) => new(Digits(literal.Value));

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(TypedLiteral literal) =>
        new(literal.Type is TemporalType type ? Moment(type.ToDateTime(literal.Units)) : literal.Text);

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(EdgeFunction function)
    {
        var place = function.IsLeft ? "first" : "last";
        var operand = Of(function.Operand).Inner;
        return function.Length == 1
            ? new($"the {place} character of {operand}")
            : new($"the {place} {Digits(function.Length)} characters of {operand}", IsPlural: true);
    }

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(SubstringFunction function)
    {
        var operand = Of(function.Operand).Inner;
        var start = Digits(function.Start);
        return function.Length switch
        {
            0 => new($"a part of {operand} without characters"),
            1 => new($"character {start} of {operand}"),
            _ => new(
                $"characters {start} to {Digits((long)function.Start + function.Length - 1)} of {operand}",
                IsPlural: true
            ),
        };
    }

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(LetterCaseFunction function)
    {
        var operand = Of(function.Operand);
        return new($"{operand.Inner} in {(function.IsUpper ? "capital" : "small")} letters", operand.IsPlural);
    }

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(TrimFunction function)
    {
        var operand = Of(function.Operand);
        return new($"{operand.Inner} without blanks at its {(function.IsLeft ? "start" : "end")}", operand.IsPlural);
    }

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(ReplaceFunction function)
    {
        var operand = Of(function.Operand);
        return new(
            function.Replacement.Value.Length == 0
                ? $"{operand.Inner} without {Value(function.Sought.Value)}"
                : $"{operand.Inner} with {Value(function.Replacement.Value)} for each {Value(function.Sought.Value)}",
            operand.IsPlural
        );
    }

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(ConcatFunction function)
    {
        var operand = Of(function.Operand);
        var place = function.IsLiteralFirst ? "before" : "after";
        return new($"{operand.Inner} with {Value(function.Literal.Value)} {place} it", operand.IsPlural);
    }

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(IsNullFunction function) =>
        new(
            $"{Of(function.Operand).Inner}, or {Of(function.Replacement).Inner} where that is NULL{Stored(function)}",
            HasComma: true
        );

    EnglishSubject IScalarVisitor<EnglishSubject>.Visit(CoalesceFunction function) =>
        new(
            $"the first of {List([.. function.Operands.Select(operand => Of(operand).Inner)], "and")} that is not NULL",
            HasComma: function.Operands.Count > 2
        );

    /// <summary>A date as people write it, and the time where it is not midnight.</summary>
    private static string Moment(DateTime moment) =>
        moment.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        + (
            moment.TimeOfDay == TimeSpan.Zero ? ""
            : moment.Ticks % TimeSpan.TicksPerMinute == 0 ? moment.ToString(" HH:mm", CultureInfo.InvariantCulture)
            : moment.ToString(" HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
        );

    /// <summary>What ISNULL does to a replacement that is longer or shorter than its type (rules 4.2, 1.26).</summary>
    private static string Stored(IsNullFunction function)
    {
        if (
            function.Type is not CharacterType { Length: { } length } type
            || function.Replacement.Type is not CharacterType replacement
        )
        {
            return "";
        }

        var isCut = replacement.Length is not { } other || other > length;
        return (isCut, type.IsFixedLength) switch
        {
            (true, false) => $" (cut to {Digits(length)} characters)",
            (true, true) => $" (cut, or filled with blanks, to {Digits(length)} characters)",
            (false, true) => $" (filled with blanks to {Digits(length)} characters)",
            _ => "",
        };
    }
}
