using RuleGen.Model;

namespace RuleGen.Tests.Property;

/// <summary>Random choices that one number decides: FsCheck replays a case by giving the number again.</summary>
internal sealed class Draw(int seed)
{
    private const int MostAttempts = 200;

    private readonly Random _random = new(seed);

    /// <summary>How often a node was built, or tried.</summary>
    public int Attempts { get; private set; }

    /// <summary>How often a factory of the model refused it, so that another was drawn.</summary>
    public int Refusals { get; private set; }

    public int Below(int limit) => _random.Next(limit);

    /// <summary>A number from both ends and what is between.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Of<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public char Of(string characters) => characters[_random.Next(characters.Length)];

    /// <summary>What a factory makes; drawn anew, and counted, where the factory refuses.</summary>
    public T Made<T>(Func<T> make)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            Attempts++;
            try
            {
                return make();
            }
            catch (RuleGenException)
            {
                Refusals++;
            }
        }

        throw new InvalidOperationException("The generator draws nothing that the factories of the model take.");
    }
}
