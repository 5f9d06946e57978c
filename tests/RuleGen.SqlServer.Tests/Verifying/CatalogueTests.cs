using System.Globalization;
using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.TSql;
using RuleGen.TSql.Read;

namespace RuleGen.SqlServer.Tests.Verifying;

/// <summary>The views of a catalogue on a server say of each row what the engine makes of the codings one by one.</summary>
public sealed class CatalogueTests
{
    private const int Rows = 3_000;

    /// <summary>An arm that gives NULL, an ELSE, exclusions of its own; and one with some of 2Y's.</summary>
    private static readonly (string Id, string Text)[] Texts =
    [
        (
            "elective",
            """
            WHEN Admission_Method LIKE '2%' THEN NULL
            WHEN Primary_Spell_Procedure LIKE 'V3[89]%' THEN 'spine'
            ELSE 'other'
            WHERE Administrative_Category <> '02'
            """
        ),
        (
            "young",
            """
            WHEN ISNULL(Age_At_Start_of_Spell_SUS, Der_Age_at_CDS_Activity_Date) < 19 THEN 'young'
            WHERE Administrative_Category <> '02' AND Any_Spell_Diagnosis NOT LIKE '%D0%'
            """
        ),
    ];

    [Test]
    public void Each_view_says_what_the_codings_say()
    {
        using var place = new Place();
        var codings = Texts
            .Select(each => Published(each.Id, CodingReader.Read(each.Text, place.Source).Coding))
            .Prepend(place.Published())
            .ToValueList();
        var catalogue = new RequestedCatalogue(
            new Catalogue("Drawn", codings),
            [CatalogueView.First, CatalogueView.Flags, CatalogueView.Long]
        );
        var request = place.Request() with { Catalogues = [catalogue] };
        place.Fill(Rows);

        var plan = Place.Deploy(request);
        var again = Place.Deploy(request);

        Assert.That(plan.Touched.Select(each => each.Name), Does.Contain("Drawn_first").And.Contain("Drawn_flags"));
        Assert.That(again.Script, Is.Null);
        Compare(place, codings);
    }

    private static void Compare(Place place, ValueList<PublishedCoding> codings)
    {
        var evaluator = new CodingEvaluator();
        var expected = Sampler
            .Sample(place.Source, [place.Published().Coding], Rows, seed: 5)
            .Select(row =>
                (
                    Key: row[place.Source.Key[0]].ToText()!,
                    Labels: codings.Select(coding => Find(evaluator, coding.Coding, row)).ToList()
                )
            )
            .Where(each => each.Labels.TrueForAll(label => label.IsKnown))
            .ToDictionary(each => each.Key, each => each.Labels.ConvertAll(label => label.Label));
        var first = Read(place, "first").ToDictionary(row => row[0]!, row => row[1]);
        var flags = Read(place, "flags").ToDictionary(row => row[0]!, row => row[1..]);
        var labels = Read(place, "long").ToLookup(row => row[0]!, row => (row[1], row[2]));
        Assert.Multiple(() =>
        {
            foreach (var (key, of) in expected)
            {
                Assert.That(first.GetValueOrDefault(key), Is.EqualTo(of.Find(label => label is not null)), key);
                var bits = flags.GetValueOrDefault(key) ?? [.. of.Select(_ => "0")];
                Assert.That(bits, Is.EqualTo(of.Select(label => label is null ? "0" : "1")), key);
                var mine = codings
                    .Zip(of)
                    .Where(each => each.Second is not null)
                    .Select(each => ((string?)each.First.Id, each.Second));
                Assert.That(labels[key], Is.EquivalentTo(mine), key);
            }
        });
        Assert.That(expected, Has.Count.GreaterThan(Rows / 2));
        Assert.That(expected.Values.Count(of => of.Count(label => label is not null) > 1), Is.GreaterThan(10));
    }

    private static (bool IsKnown, string? Label) Find(CodingEvaluator evaluator, Coding coding, Row row)
    {
        var result = evaluator.FindResult(coding, row);
        return (result is not null && row.Columns.All(column => IsAscii(row[column])), result?.Outcome);
    }

    private static bool IsAscii(SqlValue value) => value.Text?.All(char.IsAscii) ?? true;

    /// <summary>The rows of a view, each column as text.</summary>
    private static List<string?[]> Read(Place place, string view)
    {
        var name = place.Name($"Drawn_{view}");
        string[] columns = view switch
        {
            "first" => ["Outcome"],
            "flags" => ["2Y_back_pain_fusion", .. Texts.Select(each => each.Id)],
            _ => ["Coding", "Outcome"],
        };
        var shown = columns.Prepend("APCS_Ident").Select(column => $"CONVERT(nvarchar(100), v.[{column}])");
        return place
            .Session.Query($"SELECT {string.Join(", ", shown)} FROM {name} AS v;")
            .Select(row => Enumerable.Range(0, columns.Length + 1).Select(row.Text).ToArray())
            .ToList();
    }

    private static PublishedCoding Published(string id, Coding coding) =>
        new()
        {
            Id = id,
            Title = string.Create(CultureInfo.InvariantCulture, $"The coding {id}"),
            Publication = "Nobody",
            Edition = "First",
            Coding = coding,
        };
}
