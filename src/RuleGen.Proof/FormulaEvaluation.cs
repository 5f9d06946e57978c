using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Proof;

/// <summary>Asks a formula about one row.</summary>
internal static class FormulaEvaluation
{
    /// <summary>Whether a formula holds for a row with every column that it reads.</summary>
    public static bool Holds(this Formula formula, Row row) =>
        formula switch
        {
            ConstantFormula constant => constant.Value,
            Fact { Set: var set } => set.ContainsValueOf(row),
            Junction { IsAll: true } all => all.Parts.All(part => part.Holds(row)),
            Junction any => any.Parts.Any(part => part.Holds(row)),
            _ => throw new ArgumentException("No such formula.", nameof(formula)),
        };
}
