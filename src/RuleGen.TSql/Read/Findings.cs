using RuleGen.Model;

namespace RuleGen.TSql.Read;

/// <summary>
/// What a reader notes and what it finds wrong, gathered over the whole text before anything is thrown.
/// </summary>
internal sealed class Findings(SourceText source)
{
    private readonly List<ReadNote> _notes = [];
    private readonly List<Problem> _problems = [];
    private readonly List<Column> _shapes = [];
    private readonly List<TextConversion> _conversions = [];

    private Findings(SourceText source, Findings outer)
        : this(source)
    {
        _notes = outer._notes;
        _problems = outer._problems;
        _shapes = outer._shapes;
        _conversions = outer._conversions;
    }

    public SourceText Source => source;

    public bool HasProblems => _problems.Count > 0;

    public int ProblemCount => _problems.Count;

    /// <summary>Whether the text is not even T-SQL.</summary>
    public bool HasSyntaxProblem => _problems.Exists(problem => IsSyntaxProblem(problem.Code));

    public bool HasProblem(ErrorCode code) => _problems.Exists(problem => problem.Code == code);

    /// <summary>The notes so far, in the order of the text.</summary>
    public ValueList<ReadNote> Notes => _notes.OrderBy(note => note.Position).ToValueList();

    /// <summary>The columns whose declared shape the reading rests on, each once.</summary>
    public ValueList<Column> AssumedShapes => _shapes.Distinct().ToValueList();

    /// <summary>The text columns that are compared with numbers, in the order of the text.</summary>
    public ValueList<TextConversion> Conversions => _conversions.OrderBy(each => each.Position).ToValueList();

    /// <summary>Whether a kind of problem says that the text is not even T-SQL.</summary>
    public static bool IsSyntaxProblem(ErrorCode code) =>
        code == ErrorCodes.SyntaxError
        || code == ErrorCodes.MissingConnective
        || code == ErrorCodes.UnclosedQuote
        || code == ErrorCodes.UnbalancedParenthesis;

    /// <summary>The same findings, for a script within a literal of the text.</summary>
    public Findings Within(SourceText nested) => new(nested, this);

    /// <summary>Findings of their own over the same text, which the caller may drop.</summary>
    public Findings Apart() => new(source);

    /// <summary>Takes over some of what was found apart.</summary>
    public void AddProblems(Findings apart, Func<Problem, bool> choose) =>
        _problems.AddRange(apart._problems.Where(choose));

    /// <summary>Notes that the text is read right only for values of a column's declared shape.</summary>
    public void AssumeShape(Column column) => _shapes.Add(column);

    /// <summary>Takes down that a text column is compared with a number.</summary>
    public void Convert(Column column, int start, int end, string read) =>
        _conversions.Add(new TextConversion(column, source.PositionOf(start), source.Excerpt(start, end), read));

    public void Note(int offset, string message) => _notes.Add(new ReadNote(source.PositionOf(offset), message));

    public void Report(ErrorCode code, string message, string remedy, int start, int end) =>
        _problems.Add(
            new Problem(code, message, remedy)
            {
                Position = source.PositionOf(start),
                Excerpt = end > start ? source.Excerpt(start, end) : null,
            }
        );

    public void Report(ErrorCode code, string message, string remedy, Token token) =>
        Report(code, message, remedy, token.Start, token.End);

    /// <summary>The problems that a factory of the model raises, placed.</summary>
    public void Report(RuleGenException exception, int start, int end) =>
        _problems.AddRange(exception.At(source.PositionOf(start), source.Excerpt(start, end)).Problems);

    public void ThrowProblems()
    {
        if (HasProblems)
        {
            throw new RuleGenException(_problems.Distinct().OrderBy(problem => problem.Position).ToValueList());
        }
    }
}
