using RuleGen.Cli.Verification;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Workspaces.Verification;

namespace RuleGen.Tests.Unit.Verification;

/// <summary>
/// Each engine has its own table of the characters that it knows; a row that one of them evaluates and another does not
/// would be a disagreement in a user's data.
/// </summary>
public sealed class CharacterAgreementTests
{
    private static readonly IReadOnlyList<char> Characters =
    [
        .. Enumerable
            .Range(0, 0x300)
            .Concat([0x1E9E, 0x2000, 0x200B, 0x2019, 0x2028, 0x20AC, 0x3000, 0xD800, 0xDC00])
            .Concat([0xFEFF, 0xFF05, 0xFF10, 0xFF15, 0xFF19, 0xFF21, 0xFF41, 0xFFFD, 0xFFFE, 0xFFFF])
            .Select(code => (char)code),
    ];

    [Test]
    public void Every_engine_knows_the_same_characters(
        [Values("Latin1_General_CI_AS", "SQL_Latin1_General_CP1_CI_AS", "Latin1_General_BIN2")] string collation,
        [Values("varchar(10)", "nvarchar(10)")] string type
    )
    {
        var named = Collation.Named(collation);
        var source = new Source(
            new TableName("dbo", "t"),
            "t",
            ["Id"],
            [],
            [
                new Column("Id", IntegerType.Int, isNullable: false),
                new Column("X", SqlTypeParser.Parse(type, named), isNullable: true),
            ]
        );
        var x = source.Text("X");
        Func<Predicate>[] predicates =
        [
            () => x.Like("%a2%"),
            () => x.NotLike("_[0-9]%"),
            () => x.EqualTo("a2"),
            () => x.In("a", "2 "),
            () => x.Is(ComparisonOperator.LessThan, "a2"),
            () => x.Between("1", "b"),
            () => x.Upper().Like("A_%"),
            () => x.Lower().EqualTo("a2"),
            () => x.Upper().Is(ComparisonOperator.LessThan, "B"),
            () => x.RTrim().EqualTo("2"),
            () => x.Left(2).Like("a[2-3]"),
            () => x.IsNull(),
        ];
        foreach (var predicate in predicates)
        {
            Assert.That(Disagreements(source, predicate), Is.Empty);
        }
    }

    private static IEnumerable<string> Disagreements(Source source, Func<Predicate> make)
    {
        Coding coding;
        try
        {
            coding = new CodingBuilder().Where(make()).Build();
        }
        catch (RuleGenException exception) when (exception.Problems[0].Code == ErrorCodes.UnmodelledOrder)
        {
            return [];
        }

        using var verification = CodingVerifierTests.Start(coding, source);
        var rows = Characters
            .SelectMany(character => new[] { $"{character}", $"a{character}", $"a{character}b", $"2{character} " })
            .Select((text, index) => new Row(source.Columns, [SqlValue.Of(index), SqlValue.Of(text)]))
            .ToList();
        verification.Add(new RowChunk(rows, [.. Enumerable.Range(1, rows.Count)], "row "));
        return VerificationText.DescribeDisagreements(verification.Result);
    }
}
