namespace RuleGen.Model;

/// <summary>Says what is wrong with what the user gave. Everything else that is thrown is a defect of RuleGen.</summary>
public sealed class RuleGenException : Exception
{
    /// <summary>One problem.</summary>
    public RuleGenException(Problem problem)
        : this([problem]) { }

    /// <summary>One problem without a position.</summary>
    public RuleGenException(ErrorCode code, string message, string remedy)
        : this(new Problem(code, message, remedy)) { }

    /// <summary>Several problems found together, in the order in which they stand in the input.</summary>
    /// <exception cref="ArgumentException">The list is empty.</exception>
    public RuleGenException(ValueList<Problem> problems)
        : base(string.Join('\n', problems))
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("An exception needs a problem to report.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>What is wrong; at least one.</summary>
    public ValueList<Problem> Problems { get; }

    /// <summary>The same problems, placed in a file where they do not name one themselves.</summary>
    public RuleGenException In(string file) =>
        new(Problems.Select(problem => problem with { File = problem.File ?? file }).ToValueList());

    /// <summary>The same problems, placed at a position where they do not have one themselves.</summary>
    public RuleGenException At(TextPosition position, string? excerpt = null) =>
        new(
            Problems
                .Select(problem =>
                    problem with
                    {
                        Position = problem.Position ?? position,
                        Excerpt = problem.Excerpt ?? (problem.Position is null ? excerpt : null),
                    }
                )
                .ToValueList()
        );
}
