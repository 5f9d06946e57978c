using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using RuleGen.Clr;
using RuleGen.Model;
using RuleGen.Rules;
using RuleGen.SqlServer;
using RuleGen.Tests.TestData;
using RuleGen.Tests.Unit.Writing;
using RuleGen.TSql;
using RuleGen.TSql.Read;

namespace RuleGen.Tests.Unit.Deploying;

/// <summary>Reading a table through deployed objects: what is asked of the server, and what stands in the way.</summary>
public sealed class DeployedCodingTests
{
    private const string ClrName = "arms_only_Outcome_Clr";

    private static readonly PublishedCoding Coding = ScriptCases.ArmsOnly;
    private static readonly string Hash = DefinitionHash.Of(Coding, Apcs.Source, ObjectNaming.Default);
    private static readonly byte[] Content = SHA256.HashData(
        ClrGenerator.Compile(Coding, Apcs.Source, ObjectNaming.Default).Bytes.AsSpan()
    );

    private RecordingSession _session = null!;
    private List<string> _progress = null!;

    [SetUp]
    public void Connect()
    {
        _session = new RecordingSession
        {
            Columns = RecordingSession.ColumnsOf(Apcs.Source),
            Objects =
            [
                RecordingSession.Object(Coding.Id, "V ", Hash),
                RecordingSession.Object(Coding.Id + "_Outcome", "IF", Hash),
                RecordingSession.ClrFunction(ClrName, Hash, Content),
            ],
        };
        _progress = [];
    }

    [TearDown]
    public void Disconnect() => _session.Dispose();

    [Test]
    public void View_function_and_clr_function_are_read_in_one_statement()
    {
        using var rows = RowsOf(objects: 3);
        rows.Rows.Add(1L, "21", 1, "emergency", 1, "emergency", 1, DBNull.Value);
        rows.Rows.Add(2L, DBNull.Value, 0, DBNull.Value, DBNull.Value, DBNull.Value, 1, "x");
        _session.Rows = rows;

        using var deployed = Open(needsClr: true);
        var taken = new List<DeployedRows>();
        deployed.Read(10, taken.Add);

        var read = taken.Single();
        Assert.That(read.Rows, Has.Count.EqualTo(2));
        Assert.That(read.Results[ObjectKind.View], Is.EqualTo(new[] { new Result(true, "emergency"), Result.NotKept }));
        Assert.That(read.Results[ObjectKind.Function], Is.EqualTo(read.Results[ObjectKind.View]));
        Assert.That(
            read.Results[ObjectKind.ClrFunction],
            Is.EqualTo(new[] { new Result(true, null), new Result(true, "x") })
        );
        Approved.Check("Deploying/data-from.sql", _session.Transcript);
    }

    [Test]
    public void A_clr_function_that_is_not_there_takes_no_part_unless_it_is_asked_for()
    {
        _session.Objects = [.. _session.Objects.Take(2)];

        using var deployed = Open(needsClr: false);

        Assert.That(deployed.Objects, Is.EqualTo(new[] { ObjectKind.View, ObjectKind.Function }));
        var problem = Refused.Problem(() => Open(needsClr: true).Dispose());
        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.NotDeployed));
        Assert.That(problem.Message, Does.StartWith($"[ebi].[{ClrName}] is not there"));
    }

    [Test]
    public void A_clr_function_that_the_server_does_not_run_takes_no_part_unless_it_is_asked_for()
    {
        _session.ClrEnabled = 0;

        using var deployed = Open(needsClr: false);

        Assert.That(deployed.Objects, Does.Not.Contain(ObjectKind.ClrFunction));
        Assert.That(
            Refused.Problem(() => Open(needsClr: true).Dispose()).Code,
            Is.EqualTo(ErrorCodes.UnsupportedServer)
        );
    }

    [Test]
    public void A_clr_function_of_another_edition_takes_part_and_is_named()
    {
        _session.Objects = [.. _session.Objects.Take(2), RecordingSession.ClrFunction(ClrName, "0000", Content)];

        using var deployed = Open(needsClr: false);

        Assert.That(deployed.Objects, Does.Contain(ObjectKind.ClrFunction));
        Assert.That(_progress, Has.Some.StartsWith($"[ebi].[{ClrName}] is not current"));
    }

    [Test]
    public void A_key_that_several_rows_have_is_refused_as_rows_would_seem_to_differ()
    {
        _session.KeysOfSeveralRows = [new SqlRow(3L, "17")];

        var problem = Refused.Problem(() => Open(needsClr: false).Dispose());

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.SourceMismatch));
        Assert.That(
            problem.Message,
            Is.EqualTo("The key of [dbo].[APCS] does not tell its rows apart: 3 rows have APCS_Ident = 17")
        );
    }

    [Test]
    public void About_another_table_the_functions_alone_are_asked_and_its_key_does_not_matter()
    {
        _session.KeysOfSeveralRows = [new SqlRow(3L, "17")];

        using var deployed = Open(needsClr: false, new TableName("dbo", "Other"));

        Assert.That(deployed.Objects, Is.EqualTo(new[] { ObjectKind.Function, ObjectKind.ClrFunction }));
        Assert.That(
            _progress,
            Has.Some.EqualTo("the view reads [dbo].[APCS], and so says nothing of the rows of [dbo].[Other]")
        );
    }

    [Test]
    public void A_renamed_column_is_asked_of_the_table_by_its_stored_name()
    {
        var source = RenamedColumns.Source;
        var coding = ScriptCases.Named(
            "renamed",
            CodingReader.Read("CASE WHEN Main LIKE 'W82%' THEN 'x' END", source).Coding
        );
        var hash = DefinitionHash.Of(coding, source, ObjectNaming.Default);
        using var session = new RecordingSession
        {
            Columns = RecordingSession.ColumnsOf(source),
            Objects =
            [
                RecordingSession.Object("renamed", "V ", hash),
                RecordingSession.Object("renamed_Outcome", "IF", hash),
            ],
        };
        using var rows = RowsOf(objects: 2);
        session.Rows = rows;
        using var deployed = Open(session, coding, source, needsClr: false, source.Table);
        deployed.Read(10, _ => { });

        Assert.That(
            session.Transcript,
            Does.Contain("SELECT t.[SpellID], t.[Prim Proc], CASE WHEN o0.[Spell] IS NULL")
                .And.Contain("ON o0.[Spell] = t.[SpellID]")
                .And.Contain("[ebi].[renamed_Outcome](t.[Prim Proc])")
                .And.Contain("GROUP BY t.[SpellID]")
                .And.Not.Contain("[Main]")
        );
    }

    [Test]
    public void Items_come_after_their_row_in_the_same_statement_and_those_of_no_row_are_passed_over()
    {
        using var session = SpellSession();
        using var records = SpellRecords();
        records.Rows.Add(1, 40, "W822", null, "Z1", 1, "one", 1, "one", 0, null, null, null);
        records.Rows.Add(1, null, null, null, null, null, null, null, null, 1, 1, "M45", null);
        records.Rows.Add(1, null, null, null, null, null, null, null, null, 1, 3, "C41", 2);
        records.Rows.Add(2, null, null, null, null, null, null, null, null, 1, 1, "M46", null);
        records.Rows.Add(3, null, null, null, null, 0, null, 0, null, 0, null, null, null);
        session.Rows = records;
        using var deployed = OpenSpells(session);
        var taken = new List<DeployedRows>();

        deployed.Read(10, taken.Add);

        var rows = taken.Single().Rows;
        Assert.That(
            rows.Select(row => row.ToString()),
            Is.EqualTo(
                new[]
                {
                    "Id = 1, Diagnoses = [1: ('M45', NULL), 3: ('C41', 2)], Operations = [1: 'W822', 3: 'Z1'], Age = 40",
                    "Id = 3, Diagnoses = [], Operations = [], Age = NULL",
                }
            )
        );
        Assert.That(
            taken.Single().Results[ObjectKind.View],
            Is.EqualTo(new[] { new Result(true, "one"), Result.NotKept })
        );
        Approved.Check("Deploying/data-from-lists.sql", session.Transcript);
    }

    [Test]
    public void Items_that_are_no_list_are_refused_with_the_key_of_their_row()
    {
        using var session = SpellSession();
        using var records = SpellRecords();
        records.Rows.Add(7, null, null, null, null, 0, null, 0, null, 0, null, null, null);
        records.Rows.Add(7, null, null, null, null, null, null, null, null, 1, 2, "M45", null);
        records.Rows.Add(7, null, null, null, null, null, null, null, null, 1, 2, "M46", null);
        session.Rows = records;
        using var deployed = OpenSpells(session);

        var problem = Refused.Problem(() => deployed.Read(10, _ => { }));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.SourceMismatch));
        Assert.That(
            problem.Message,
            Is.EqualTo("Two items of a row have the position 2, among the items of 'Diagnoses' of the row with Id = 7")
        );
    }

    [Test]
    public void About_another_table_the_key_matters_where_items_are_found_by_it()
    {
        using var session = SpellSession();
        session.KeysOfSeveralRows = [new SqlRow(3L, "17")];

        var problem = Refused.Problem(() => OpenSpells(session, new TableName("dbo", "Other")).Dispose());

        Assert.That(
            problem.Message,
            Is.EqualTo("The key of [dbo].[Other] does not tell its rows apart: 3 rows have Id = 17")
        );
    }

    private static RecordingSession SpellSession()
    {
        var hash = DefinitionHash.Of(Spells, SpellLists.Source, ObjectNaming.Default);
        var tables = SpellLists.Source.TablesFor(SpellLists.Coding.NamedColumns);
        return new RecordingSession
        {
            Columns = RecordingSession.ColumnsOf(tables.SelectMany(table => table.Columns)),
            Objects =
            [
                RecordingSession.Object(Spells.Id, "V ", hash),
                RecordingSession.Object(Spells.Id + "_Outcome", "IF", hash),
            ],
        };
    }

    /// <summary>Records of spells: the row's own columns, two for each object, what the record is, an item.</summary>
    private static DataTable SpellRecords()
    {
        var (number, text) = (typeof(int), typeof(string));
        var records = new DataTable { Locale = CultureInfo.InvariantCulture };
        foreach (
            var type in new[]
            {
                number,
                number,
                text,
                text,
                text,
                number,
                text,
                number,
                text,
                number,
                number,
                text,
                number,
            }
        )
        {
            records.Columns.Add().DataType = type;
        }

        return records;
    }

    private static PublishedCoding Spells => ScriptCases.Named("spells", SpellLists.Coding);

    private DeployedCoding OpenSpells(RecordingSession session, TableName? table = null) =>
        Open(session, Spells, SpellLists.Source, needsClr: false, table ?? SpellLists.Source.Table);

    /// <summary>
    /// A table without rows: the key, the one column that is read, and of each object whether it keeps a row and the outcome.
    /// </summary>
    private static DataTable RowsOf(int objects)
    {
        var rows = new DataTable { Locale = CultureInfo.InvariantCulture };
        rows.Columns.Add().DataType = typeof(long);
        rows.Columns.Add().DataType = typeof(string);
        for (var i = 0; i < objects; i++)
        {
            rows.Columns.Add().DataType = typeof(int);
            rows.Columns.Add().DataType = typeof(string);
        }

        return rows;
    }

    private DeployedCoding Open(bool needsClr, TableName? table = null) =>
        Open(_session, Coding, Apcs.Source, needsClr, table ?? Apcs.Source.Table);

    private DeployedCoding Open(
        RecordingSession session,
        PublishedCoding coding,
        Source source,
        bool needsClr,
        TableName table
    ) =>
        DeployedCoding.Open(
            _ => session,
            new DeploymentRequest([coding], source, ObjectNaming.Default)
            {
                MakeClr = ClrGenerator.WhyNone(coding.Coding) is null ? ClrGenerator.MakeObject : null,
                IsComplete = false,
            },
            table,
            needsClr,
            _progress.Add,
            CancellationToken.None
        );
}
