using RuleGen.Tests.Spec.Cases;

namespace RuleGen.Tests.Spec;

/// <summary>Section 1: the parts of a LIKE pattern.</summary>
public abstract class LikeSpec<TEngine> : Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [TestCaseSource(typeof(LikeCases), nameof(LikeCases.Wildcards))]
    public void Wildcard(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(LikeCases), nameof(LikeCases.Escapes))]
    public void Escape(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(LikeCases), nameof(LikeCases.Hyphens))]
    public void Hyphen(SpecCase specCase) => Check(specCase);
}

/// <summary>Section 1a: trailing blanks under LIKE.</summary>
public abstract class TrailingBlankSpec<TEngine> : Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [TestCaseSource(typeof(TrailingBlankCases), nameof(TrailingBlankCases.AsciiMode))]
    public void Ascii_mode(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(TrailingBlankCases), nameof(TrailingBlankCases.UnicodeMode))]
    public void Unicode_mode(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(TrailingBlankCases), nameof(TrailingBlankCases.FixedLength))]
    public void Fixed_length(SpecCase specCase) => Check(specCase);
}

/// <summary>Section 1b and parts of 6: letter case, ranges, and which rules compare.</summary>
public abstract class CollationSpec<TEngine> : Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [TestCaseSource(typeof(CollationCases), nameof(CollationCases.Cases))]
    public void Case_and_range(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(CollationCases), nameof(CollationCases.MixedTypes))]
    public void Mixed_types(SpecCase specCase) => Check(specCase);
}

/// <summary>Section 2 and the comparisons of section 5.</summary>
public abstract class ComparisonSpec<TEngine> : Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [TestCaseSource(typeof(ComparisonCases), nameof(ComparisonCases.Equality))]
    public void Equality(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(ColumnCases), nameof(ColumnCases.Columns))]
    public void Column(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(ComparisonCases), nameof(ComparisonCases.Ranges))]
    public void Range(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(ComparisonCases), nameof(ComparisonCases.Lists))]
    public void List(SpecCase specCase) => Check(specCase);
}

/// <summary>Section 6: dates, times and decimals.</summary>
public abstract class OrderedSpec<TEngine> : Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [TestCaseSource(typeof(OrderedCases), nameof(OrderedCases.Dates))]
    public void Date(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(OrderedCases), nameof(OrderedCases.Decimals))]
    public void Decimal(SpecCase specCase) => Check(specCase);
}

/// <summary>Sections 3 and 4: functions of strings and of NULL.</summary>
public abstract class FunctionSpec<TEngine> : Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [TestCaseSource(typeof(FunctionCases), nameof(FunctionCases.Strings))]
    public void String_function(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(FunctionCases), nameof(FunctionCases.Made))]
    public void Made_text(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(FunctionCases), nameof(FunctionCases.Nulls))]
    public void Null_function(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(FunctionCases), nameof(FunctionCases.MixedTypes))]
    public void Mixed_types(SpecCase specCase) => Check(specCase);
}

/// <summary>Section 5: three-valued logic.</summary>
public abstract class LogicSpec<TEngine> : Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [TestCaseSource(typeof(LogicCases), nameof(LogicCases.Connectives))]
    public void Connective(SpecCase specCase) => Check(specCase);
}

/// <summary>Rules 5.18 and 3.13: items of lists, and what is made of them.</summary>
public abstract class ListSpec<TEngine> : Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [TestCaseSource(typeof(ListCases), nameof(ListCases.Existence))]
    public void Existence(SpecCase specCase) => Check(specCase);

    [TestCaseSource(typeof(ListCases), nameof(ListCases.Made))]
    public void Made_of_a_list(SpecCase specCase) => Check(specCase);
}

/// <summary>Whole codings (rules 5.2, 5.3).</summary>
public abstract class CodingSpec<TEngine> : Spec<TEngine>
    where TEngine : IEngineUnderTest, new()
{
    [TestCaseSource(typeof(CodingCases), nameof(CodingCases.All))]
    public void Coding(CodingSpecCase specCase) => Check(specCase);
}
