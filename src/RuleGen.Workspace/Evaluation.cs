using RuleGen.Data.Csv;
using RuleGen.Data.Evaluation;
using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.Workspaces;

/// <summary>Codings that are evaluated together over rows.</summary>
internal sealed class Evaluation
{
    private readonly ValueList<NamedCoding> _codings;
    private readonly Source _source;
    private readonly EvaluationOptions _options;

    private Evaluation(ValueList<NamedCoding> codings, Source source, EvaluationOptions options)
    {
        _codings = codings;
        _source = source;
        _options = options;
    }

    /// <summary>An evaluation.</summary>
    /// <exception cref="RuleGenException">RG0601: two would have one name.</exception>
    public static Evaluation Start(IEnumerable<WorkspaceCoding> codings, Source source, EvaluationOptions options) =>
        new(NameAll(codings), source, options);

    /// <summary>Codings under their short names.</summary>
    /// <exception cref="RuleGenException">RG0601: two would have one name.</exception>
    public static ValueList<NamedCoding> NameAll(IEnumerable<WorkspaceCoding> codings)
    {
        var named = codings.Select(coding => new NamedCoding(coding.ShortName, coding.Coding)).ToValueList();
        var second = named.GroupBy(coding => coding.Name, SqlName.Comparer).FirstOrDefault(group => group.Count() > 1);
        return second is null
            ? named
            : throw new RuleGenException(
                ErrorCodes.Usage,
                $"Two codings would be called '{second.Key}'",
                "Name each once, or rename a file"
            );
    }

    /// <summary>Evaluates every row.</summary>
    public EvaluationSummary Run(CsvInput input, TextWriter output)
    {
        // Rows need not have what is only carried through: fixtures, for instance, do not.
        var needed = _source.Key.Concat(_codings.SelectMany(coding => coding.Coding.Columns)).ToHashSet();
        using var reader = input.Read(
            _source.Key.Concat(_source.Carried).Concat(needed).Distinct().ToValueList(),
            _source.Key,
            _source.Carried.Where(column => !needed.Contains(column)).ToValueList(),
            _source.Lists
        );
        var carried = _source.Carried.Where(reader.Columns.Contains).ToValueList();
        var run = new EvaluationRun(_codings, _source, carried)
        {
            Progress = _options.Progress,
            OnSkipped = _options.OnSkipped,
        };
        var writer = new ResultWriter(
            _codings,
            run.Shown,
            _options.NamesCodings || _codings.Count > 1,
            _options.Explains ? ClauseText.Write : null,
            output,
            input.NullToken
        );
        return run.Run(reader, input.Name, writer) with
        {
            NotCarried = _source.Carried.Where(column => !carried.Contains(column)).ToValueList(),
        };
    }
}
