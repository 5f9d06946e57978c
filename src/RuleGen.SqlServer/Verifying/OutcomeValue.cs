using System.Data;
using System.Globalization;
using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>Reads an outcome as a server gives it.</summary>
internal static class OutcomeValue
{
    /// <summary>The result of a row that is kept, with an outcome of the type that the server says it has.</summary>
    public static Result Read(IDataRecord record, int ordinal) =>
        record.GetValue(ordinal) switch
        {
            DBNull => Result.Kept(null),
            string text => Result.Kept(text, LabelType.Text),
            bool bit => Result.Kept(bit ? "1" : "0", LabelType.Bit),
            var number => Result.Kept(Convert.ToString(number, CultureInfo.InvariantCulture), LabelType.Integer),
        };
}
