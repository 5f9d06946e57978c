namespace RuleGen.Languages;

/// <summary>The answers that each character gives to some questions.</summary>
internal sealed class CharacterQuestions
{
    private readonly CharacterTest[] _tests;
    private readonly char[] _mentioned;
    private (char After, char Before, string Answers) _gap = (char.MaxValue, char.MinValue, "");

    public CharacterQuestions(IReadOnlyCollection<CharacterTest> tests)
    {
        _tests = [.. tests];
        _mentioned = [.. _tests.SelectMany(test => test.Mentioned).Distinct().Order()];
    }

    /// <summary>The answers of a character; equal for characters that are alike.</summary>
    /// <remarks>
    /// Beyond code page 1252 only the order of code points is modelled. So neighbours between two characters that are
    /// mentioned are alike there, and it is enough to ask the first of them.
    /// </remarks>
    public string Answers(char character)
    {
        if (character > _gap.After && character < _gap.Before)
        {
            return _gap.Answers;
        }

        var place = character <= 'ÿ' ? 0 : Array.BinarySearch(_mentioned, character);
        if (place >= 0)
        {
            return Ask(character);
        }

        var before = ~place;
        var after = before == 0 ? 'ÿ' : (char)Math.Max('ÿ', _mentioned[before - 1]);
        _gap = (after, before == _mentioned.Length ? char.MaxValue : _mentioned[before], Ask(character));
        return _gap.Answers;
    }

    private string Ask(char character)
    {
        var words = new char[(_tests.Length / 16) + 1];
        for (var i = 0; i < _tests.Length; i++)
        {
            if (_tests[i].Holds(character))
            {
                words[i / 16] |= (char)(1 << (i % 16));
            }
        }

        return new string(words);
    }
}
