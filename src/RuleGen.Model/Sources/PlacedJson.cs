using System.Text;
using System.Text.Json;

namespace RuleGen.Model;

/// <summary>A JSON value that knows where it stands, so that what is wrong with it can be shown there.</summary>
internal abstract record PlacedJson(TextPosition Position)
{
    /// <summary>What it is, in the words of a message.</summary>
    public abstract string Kind { get; }

    /// <summary>Reads a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="notJson">The code of a text that is not JSON.</param>
    /// <exception cref="RuleGenException">It is not JSON.</exception>
    public static PlacedJson Parse(string json, ErrorCode notJson)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        try
        {
            var reader = new Utf8JsonReader(bytes);
            reader.Read();
            var value = Read(ref reader, bytes, notJson);
            // Finds what stands after the value.
            reader.Read();
            return value;
        }
        catch (JsonException exception)
        {
            var message = exception.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            throw NotJson(notJson, message, Place(bytes, exception));
        }
    }

    private static PlacedJson Read(ref Utf8JsonReader reader, byte[] bytes, ErrorCode notJson)
    {
        var position = Place(bytes, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new List<PlacedMember>();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var place = Place(bytes, (int)reader.TokenStartIndex);
                    var name = ReadText(ref reader, place, notJson);
                    reader.Read();
                    members.Add(new PlacedMember(name, place, Read(ref reader, bytes, notJson)));
                }

                return new PlacedObject(position, members);
            case JsonTokenType.StartArray:
                var items = new List<PlacedJson>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader, bytes, notJson));
                }

                return new PlacedArray(position, items);
            case JsonTokenType.String:
                return new PlacedText(position, ReadText(ref reader, position, notJson));
            case JsonTokenType.True or JsonTokenType.False:
                return new PlacedBoolean(position, reader.GetBoolean());
            case JsonTokenType.Number:
                return new PlacedNumber(position, reader.TryGetInt64(out var number) ? number : null);
            default:
                return new PlacedOther(position, "null");
        }
    }

    private static string ReadText(ref Utf8JsonReader reader, TextPosition position, ErrorCode notJson)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw NotJson(notJson, "A \\u escape names half a character", position);
        }
    }

    private static RuleGenException NotJson(ErrorCode code, string why, TextPosition position) =>
        new(new Problem(code, $"The file is not JSON: {why}", "Mend the text at that place") { Position = position });

    private static TextPosition Place(byte[] bytes, JsonException exception)
    {
        var start = 0;
        for (var line = 0; line < exception.LineNumber; line++)
        {
            start += bytes.AsSpan(start).IndexOf((byte)'\n') + 1;
        }

        return Place(bytes, Math.Min(start + (int)(exception.BytePositionInLine ?? 0), bytes.Length));
    }

    private static TextPosition Place(ReadOnlySpan<byte> bytes, int offset)
    {
        var before = bytes[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new TextPosition(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}

internal sealed record PlacedObject(TextPosition Position, IReadOnlyList<PlacedMember> Members) : PlacedJson(Position)
{
    public override string Kind => "an object";
}

internal sealed record PlacedMember(string Name, TextPosition Position, PlacedJson Value);

internal sealed record PlacedArray(TextPosition Position, IReadOnlyList<PlacedJson> Items) : PlacedJson(Position)
{
    public override string Kind => "an array";
}

internal sealed record PlacedText(TextPosition Position, string Value) : PlacedJson(Position)
{
    public override string Kind => "a string";
}

internal sealed record PlacedBoolean(TextPosition Position, bool Value) : PlacedJson(Position)
{
    public override string Kind => "true or false";
}

/// <summary>A number; its value is null where it is not whole, or 64 bits do not hold it.</summary>
internal sealed record PlacedNumber(TextPosition Position, long? Value) : PlacedJson(Position)
{
    public override string Kind => Value is null ? "a number that is not whole" : "a number";
}

internal sealed record PlacedOther(TextPosition Position, string What) : PlacedJson(Position)
{
    public override string Kind => What;
}
