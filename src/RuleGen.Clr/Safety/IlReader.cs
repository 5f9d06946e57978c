using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace RuleGen.Clr;

/// <summary>Reads the instructions of a method.</summary>
internal static class IlReader
{
    private const byte Prefix = 0xFE;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The instructions, in order, without what they work on.</summary>
    public static IEnumerable<OpCode> Read(byte[] il)
    {
        var place = 0;
        while (place < il.Length)
        {
            var value = il[place] == Prefix ? unchecked((short)(Prefix << 8 | il[place + 1])) : il[place];
            var code = OpCodesByValue[value];
            yield return code;
            place += code.Size;
            place += OperandSize(code, il.AsSpan(place));
        }
    }

    private static int OperandSize(OpCode code, ReadOnlySpan<byte> operand) =>
        code.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + 4 * BinaryPrimitives.ReadInt32LittleEndian(operand),
            _ => 4,
        };
}
