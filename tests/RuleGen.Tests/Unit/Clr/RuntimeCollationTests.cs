using System.Reflection;
using System.Runtime.Loader;
using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Tests.Unit.Writing;
using RuleGen.TSql;

namespace RuleGen.Tests.Unit.Clr;

/// <summary>
/// The collations that go into assemblies are written by hand, so that they check the model's. Here the two are held
/// against each other on every character.
/// </summary>
public sealed class RuntimeCollationTests
{
    private static readonly CharacterUse[] Uses =
    [
        CharacterUse.Equality,
        CharacterUse.Order,
        CharacterUse.Case,
        CharacterUse.Pattern,
        CharacterUse.Order | CharacterUse.Case,
        CharacterUse.Case | CharacterUse.Pattern,
    ];

    private readonly AssemblyLoadContext _context = new("collations", isCollectible: true);

    [OneTimeTearDown]
    public void Unload() => _context.Unload();

    [Test]
    public void Every_character_means_what_the_model_says(
        [Values("Latin1_General_CI_AS", "SQL_Latin1_General_CP1_CI_AS", "Latin1_General_BIN2")] string name,
        [Values] bool isUnicode
    )
    {
        var collation = Collation.Named(name);
        var rules = collation.Rules(isUnicode);
        var found = Load(collation, isUnicode);
        var differing = new List<string>();
        foreach (var character in Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(code => (char)code))
        {
            // What char and varchar cannot hold is the matter of another check.
            if (!isUnicode && !(char.IsAscii(character) || character is >= '\u00A0' and <= '\u00FF'))
            {
                continue;
            }

            foreach (var use in Uses.Where(use => rules.OrdersValues || !use.HasFlag(CharacterUse.Order)))
            {
                if (rules.Models(character, use) != found.Knows(character, use))
                {
                    differing.Add($"{MessageText.CodePoint(character)} for {use}");
                }
            }

            if (rules.Models(character, CharacterUse.Equality))
            {
                Assert.That(found.Fold(character), Is.EqualTo(rules.Representative(character)));
                Assert.That(found.Weight(character), Is.EqualTo(rules.Rank(character)));
            }
        }

        Assert.That(differing, Is.Empty);
    }

    private Rules Load(Collation collation, bool isUnicode)
    {
        var type = CharacterType.Create(isUnicode, isFixedLength: false, 10, collation);
        var source = new Source(
            new TableName("dbo", "t"),
            "t",
            ["Id"],
            [],
            [new Column("Id", IntegerType.Int, isNullable: false), new Column("X", type, isNullable: true)]
        );
        var coding = ScriptCases.Named("c", new CodingBuilder().Where(source.Text("X").Like("x")).Build());
        var assembly = ClrFunction.Load(
            _context,
            ClrGenerator.Compile(coding, source, ObjectNaming.Default with { Schema = $"{collation}{isUnicode}" }).Bytes
        );
        var runtime = RuntimeCollation.Of(collation, isUnicode);
        return new Rules(assembly.GetType($"RuleGen.{runtime.Class}")!.GetField(runtime.Name)!.GetValue(null)!);
    }

    private sealed class Rules(object collation)
    {
        private readonly MethodInfo _knows = collation.GetType().GetMethod(nameof(Knows))!;
        private readonly Func<char, char> _fold = collation
            .GetType()
            .GetMethod(nameof(Fold))!
            .CreateDelegate<Func<char, char>>(collation);
        private readonly Func<char, int> _weight = collation
            .GetType()
            .GetMethod(nameof(Weight))!
            .CreateDelegate<Func<char, int>>(collation);

        public bool Knows(char character, CharacterUse use) =>
            (bool)
                _knows.Invoke(
                    collation,
                    [character, Enum.ToObject(_knows.GetParameters()[1].ParameterType, (int)use)]
                )!;

        public char Fold(char character) => _fold(character);

        public int Weight(char character) => _weight(character);
    }
}
