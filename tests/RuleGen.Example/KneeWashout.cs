using RuleGen.Model;
using RuleGen.Model.Authoring;

namespace RuleGen.Example;

/// <summary>The coding, in C#, that the published text has to match.</summary>
internal static class KneeWashout
{
    public static PublishedCoding Over(Source source) =>
        new()
        {
            Id = "knee_washout",
            Title = "Arthroscopic washout of the knee",
            Publication = "An example",
            Edition = "1",
            Coding = new CodingBuilder()
                .When(
                    source
                        .Text("Procedure_Code")
                        .Like("W85[23]%")
                        .Comment("Washout of the knee by arthroscope, in adults") & (source.Number("Age") >= 19),
                    "knee_washout"
                )
                .Where(source.Text("Admission_Method").NotLike("2%").Comment("Planned admissions only"))
                .Build(),
        };
}
