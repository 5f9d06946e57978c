using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Tests.TestData;

/// <summary>
/// One of everything: codings that between them use every kind of node, every flag in both positions, every operator
/// and every form of documentation. <see cref="EverythingTests"/> finds what is missing.
/// </summary>
/// <remarks>The guidance is made up.</remarks>
internal static class Everything
{
    /// <summary>A column of every kind of type, nullable and not, one with a name that needs brackets.</summary>
    public static Source Source { get; } =
        new(
            new TableName("dbo", "SPELLS"),
            alias: "SPELLS",
            key: ["Spell_Id"],
            carried: ["Discharge_Date", "Arrival_Time"],
            columns:
            [
                new Column("Spell_Id", IntegerType.BigInt, isNullable: false),
                new Column(
                    "Discharge_Date",
                    SqlTypeParser.Parse("date", Collation.Latin1GeneralCiAs),
                    isNullable: true
                ),
                new Column(
                    "Arrival_Time",
                    SqlTypeParser.Parse("time(0)", Collation.Latin1GeneralCiAs),
                    isNullable: true
                ),
                Text("Provider_Code", CharacterType.VarChar(6, Collation.Latin1GeneralCiAs), isNullable: false),
                Text("Primary_Procedure", CharacterType.VarChar(100, Collation.Latin1GeneralCiAs)),
                Text("All_Diagnoses", CharacterType.VarChar(null, Collation.Latin1GeneralCiAs)),
                Text("Admission_Method", CharacterType.VarChar(2, Collation.Latin1GeneralCiAs)),
                Text("Site_Code", CharacterType.Char(5, Collation.Latin1GeneralCiAs)),
                Text("Ward", CharacterType.NChar(4, Collation.Latin1GeneralCiAs)),
                Text("Consultant", CharacterType.NVarChar(200, Collation.Latin1GeneralCiAs)),
                new Column("Age_At_Start", IntegerType.Int, isNullable: true),
                new Column("Age_At_Activity", IntegerType.Int, isNullable: true),
                new Column("Length of stay [days]", IntegerType.SmallInt, isNullable: true),
                new Column("Sex_Code", IntegerType.TinyInt, isNullable: false),
                new Column("Patient_Number", IntegerType.BigInt, isNullable: true),
                new Column("Admitted_At", TemporalType.DateTime300, isNullable: true),
                new Column("Booked_At", TemporalType.SmallDateTime, isNullable: true),
                new Column("Coded_At", TemporalType.DateTime2(7), isNullable: true),
                new Column("Cost", DecimalType.Of(9, 2), isNullable: true),
            ]
        );

    private static readonly CharacterOperand Provider = Source.Text("Provider_Code");
    private static readonly CharacterOperand Procedure = Source.Text("Primary_Procedure");
    private static readonly CharacterOperand Diagnoses = Source.Text("All_Diagnoses");
    private static readonly CharacterOperand Admission = Source
        .Text("Admission_Method")
        .Written("spells.ADMISSION_method");
    private static readonly CharacterOperand Site = Source.Text("Site_Code");
    private static readonly CharacterOperand Ward = Source.Text("Ward");
    private static readonly CharacterOperand Consultant = Source.Text("Consultant");
    private static readonly NumberOperand AgeAtStart = Source.Number("Age_At_Start").Written("[SPELLS].[Age_At_Start]");
    private static readonly NumberOperand AgeAtActivity = Source.Number("Age_At_Activity");
    private static readonly NumberOperand Stay = Source
        .Number("Length of stay [days]")
        .Written("[Length of stay [days]]]");
    private static readonly NumberOperand Sex = Source.Number("Sex_Code");
    private static readonly NumberOperand Patient = Source.Number("Patient_Number");

    /// <summary>CASE … END with an ELSE, and WHERE: nearly everything.</summary>
    public static Coding Coding { get; } =
        new CodingBuilder()
            .WrittenWithCase()
            .When(
                Procedures & Diagnosis & Adult,
                "1A_fusion",
                Documentation
                    .None.Comment("The arm that the guidance is about", CommentPlacement.Before)
                    .Comment("of two", CommentPlacement.After)
                    .Cites("Fusion is not indicated for isolated back pain.")
                    .Note("A spell with two procedures is counted once.")
            )
            .When(Texts | Numbers, Label.Of("O'Brien’s “other” label", isUnicode: true).Parenthesized())
            .When(Sql.WithBang(Sql.Constant(1, ComparisonOperator.NotEqual, 1)).Note("Switched off."), Label.Null)
            .Else(Label.Of(""), Documentation.None.Comment("Everything else", CommentPlacement.After).NotInGuidance())
            .Where(
                Kept,
                Documentation
                    .None.Comment("Exclusions", CommentPlacement.Before)
                    .Cites("Exclude patients with cancer.")
                    .Note("The columns are those of the spell, not of the episode.")
            )
            .Build();

    /// <summary>A bare WHEN … THEN, and exclusions without WHERE.</summary>
    public static Coding Bare { get; } =
        new CodingBuilder()
            .When(Procedure.Left(4).Like("%V38[23456]%") | Diagnoses.IsNull(), "bare")
            .Where(Admission.NotLike("2%"))
            .WrittenWithoutWhere()
            .Build();

    /// <summary>Arms without exclusions.</summary>
    public static Coding ArmsOnly { get; } =
        new CodingBuilder().When(!Diagnoses.Like("%C[0-9][0-9]%"), "not cancer").Build();

    /// <summary>Exclusions without an arm.</summary>
    public static Coding ExclusionsOnly { get; } =
        new CodingBuilder().Where(Sql.True & Provider.EqualTo("RXX")).Build();

    /// <summary>Outcomes that are numbers.</summary>
    public static Coding Numbered { get; } =
        new CodingBuilder()
            .WrittenWithCase()
            .When(Procedure.Left(4).Like("%V38[23456]%"), Label.Of(1))
            .When(Diagnoses.IsNull(), Label.Of(-2).Parenthesized())
            .Else(Label.Of(0))
            .Build();

    /// <summary>Outcomes that are bits.</summary>
    public static Coding Flagged { get; } =
        new CodingBuilder()
            .When(Procedure.Left(4).Like("%V38[23456]%") | Diagnoses.IsNull(), Label.OfBit(true))
            .Else(Label.OfBit(false))
            .Build();

    /// <summary>Dates, times and decimals.</summary>
    public static Coding Dated { get; } =
        new CodingBuilder()
            .When(
                Source.Date("Discharge_Date").Between("2019-04-01", DateOperand.Unicode("20200331"))
                    & Source.Date("Admitted_At") >= "2019-04-01T08:30:00.003"
                    & Source.Date("Booked_At") < "20190401 08:30",
                "a year"
            )
            .When(
                Sql.IsNull(Source.Date("Coded_At"), "00010101") > "2019-04-01 08:30:00.1234567"
                    | Sql.Coalesce(Source.Date("Discharge_Date"), "19000101")
                        .NotIn("20190401", DateOperand.FromString("20200229").Parenthesized()),
                "late"
            )
            .When(
                Source
                    .Text("Ward")
                    .Replace(".", CharacterLiteral.Unicode(""))
                    .Before(CharacterLiteral.Unicode("x"))
                    .Like("A%")
                    & Source
                        .Text("Site_Code")
                        .Replace(",", "; ")
                        .Parenthesized()
                        .After("a")
                        .Parenthesized()
                        .EqualTo("b"),
                "made"
            )
            .When(
                AgeAtStart < AgeAtActivity
                    | (Source.Date("Admitted_At") >= Source.Date("Admitted_At")).Note("Always, where it is known.")
                    | Sql.WithBang(Site.NotEqualTo(Provider)).Grouped()
                    | Ward.EqualTo(Consultant),
                "compared"
            )
            .When(
                Source.Number("Cost") > 1250.50m
                    | Source.Number("Cost").In(0m, -1.5m)
                    | Source.Number("Cost").EqualTo(12),
                "dear"
            )
            .Build();

    /// <summary>All of them over this source.</summary>
    public static ValueList<Coding> Codings { get; } =
    [Coding, Bare, ArmsOnly, ExclusionsOnly, Numbered, Flagged, Dated];

    /// <summary>All of them, and one over another source, which has lists.</summary>
    public static ValueList<Coding> AllCodings { get; } = Codings.Add(SpellLists.Coding);

    private static Predicate Procedures =>
        Procedure.Left(4).Like("%V38[23456]%").Cites("Fusion of joint of spine.")
        | Procedure.Right(3).Parenthesized().NotLike("V39").TrailingComment("Revision")
        | Procedure.Substring(2, 3).Like("404").Grouped().Comment("Instrumented\n  and not")
        | (Provider.Like("R%") & Provider.Substring(1, 1).Parenthesized().Parenthesized().In("R", "T")).Note("Group.");

    private static Predicate Diagnosis =>
        !(
            Diagnoses.Like("%M54[0-9]%")
            | Diagnoses.NotLike("M[^0-5A]_!%%", "!").Note("Escaped.")
            | Diagnoses.Like("%[]%").Note("An empty set matches nothing.")
            | Diagnoses.Like("%M[1").Note("A set that is not closed matches nothing.")
        )
            .Comment("Not these")
            .NotInGuidance()
        & (Diagnoses.IsNotNull() & !Diagnoses.Upper().Like("%c41[24]%").Grouped()).Grouped().Comment("Both");

    private static Predicate Adult =>
        Sql.IsNull(AgeAtStart, AgeAtActivity)
            .Between(19, 120)
            .Comment("Age between 19 and 120")
            .Cites("Adults aged 19 years and over.")
            .Note("The upper bound is not in the guidance.")
            .Note("Without either age the row is not counted.");

    private static Predicate Texts =>
        Site.EqualTo("RXX01")
        | Sql.WithBang(Site.NotEqualTo("RXX02"))
        | Sql.Compare(CharacterLiteral.FromString("A").Parenthesized(), ComparisonOperator.LessThanOrEqual, Ward)
        | Ward.Parenthesized().Is(ComparisonOperator.GreaterThan, CharacterLiteral.Unicode("B"))
        | Provider.Is(ComparisonOperator.LessThan, "R").Grouped()
        | Provider.NotBetween("RA", "RZ").Grouped()
        | Ward.Lower().Parenthesized().NotIn("w1", CharacterLiteral.Unicode("w2"))
        | Admission.LTrim().Parenthesized().RTrim().Like("_1", CharacterLiteral.Unicode("\\")).Grouped().Grouped()
        | Admission.RTrim().Parenthesized().Like(CharacterLiteral.Unicode("2%").Parenthesized())
        | Sql.IsNull(Admission, "99").Parenthesized().In("11", "12").Grouped()
        | Sql.Coalesce(Consultant, Ward, CharacterLiteral.Unicode("(none)").Parenthesized().AsOperand())
            .Parenthesized()
            .Like("%[%]%[a-c]_ x%")
        | Consultant.Upper().Parenthesized().IsNull().Grouped();

    private static Predicate Numbers =>
        (
            Stay >= 2
            & Stay < 3000000000
            & 7 <= Sql.Coalesce(Stay, -1)
            & Patient.EqualTo(NumberOperand.FromInt64(9434765919).Parenthesized())
            & Patient.NotEqualTo(long.MinValue)
            & Sex.Parenthesized().NotIn(1, 2, 9).Comment("Not known")
            & Sex.NotBetween(3, 8)
        ).TrailingComment("All numbers")
        | (!(Sex <= 1 | Sex > 2)).Grouped()
        | (!!(Sex.EqualTo(0) & Sex.IsNotNull())).Comment("Twice negated");

    private static Predicate Kept =>
        Sql.True
        & Sql.Constant(1, ComparisonOperator.GreaterThan, 0).Grouped().TrailingComment("also true")
        & (
            Diagnoses.NotLike("%C[0-9][0-9]%") & Diagnoses.NotLike("%D3[789]%").NotInGuidance()
            | Diagnoses.IsNull().Note("A spell without a diagnosis is kept.")
        )
            .Comment("Cancer Diagnosis Exclusion")
            .Cites("Exclude patients with cancer.")
        & Sql.WithBang(Admission.NotEqualTo("02").Grouped()).Comment("Private\nAppointment -- Exclusion /* */")
        & (Admission.Between("11", "13") | (Admission.EqualTo("81") | Admission.IsNull()).Grouped()).Grouped();

    private static Column Text(string name, CharacterType type, bool isNullable = true) => new(name, type, isNullable);
}
