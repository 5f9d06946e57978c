using System.Collections;
using RuleGen.Model;

namespace RuleGen.Tests.Spec;

/// <summary>A table of cases: for each rule a predicate, the types that it holds for, and rows with their truths.</summary>
internal sealed class SpecTable : IEnumerable<TestCaseData>
{
    private readonly List<TestCaseData> _cases = [];

    /// <summary>A rule for columns X and Y of the same type.</summary>
    public void Add(
        string rule,
        string sentence,
        CharacterType[] types,
        Func<SpecColumns, Predicate> predicate,
        params (SpecRow? Row, Truth Expected)[] rows
    )
    {
        foreach (var type in types)
        {
            Add(rule, $"{sentence} ({type.Collation} {type})", SpecColumns.Of(type), predicate, rows);
        }
    }

    /// <summary>A rule for columns of any types.</summary>
    public void Add(
        string rule,
        string sentence,
        SpecColumns columns,
        Func<SpecColumns, Predicate> predicate,
        params (SpecRow? Row, Truth Expected)[] rows
    )
    {
        foreach (var (row, expected) in rows)
        {
            var name = $"{rule} {sentence}: {row ?? new SpecRow()} is {expected}";
            var specCase = new SpecCase(
                name,
                columns.Source,
                predicate(columns),
                columns.Row(row ?? new SpecRow()),
                expected
            );
            _cases.Add(new TestCaseData(specCase).SetArgDisplayNames(name));
        }
    }

    public IEnumerator<TestCaseData> GetEnumerator() => _cases.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
