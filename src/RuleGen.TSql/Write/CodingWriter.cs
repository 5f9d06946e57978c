using RuleGen.Model;

namespace RuleGen.TSql;

/// <summary>Writes the arms and the exclusions of a coding.</summary>
/// <param name="scalars">Writes expressions.</param>
/// <param name="style">Which comments are written.</param>
/// <param name="subqueries">Says how conditions on items of lists are written.</param>
internal sealed class CodingWriter(ScalarWriter scalars, CommentStyle style, Subqueries subqueries)
{
    private readonly PredicateWriter _predicates = new(scalars, style, subqueries);

    /// <summary><c>WHEN … THEN …</c> for each arm, then <c>ELSE</c>.</summary>
    public Block WriteArms(Coding coding)
    {
        var block = new Block();
        foreach (var arm in coding.Arms)
        {
            block.Add(
                _predicates
                    .Write("WHEN", arm.When)
                    .Add($"THEN {ScalarWriter.Write(arm.Then)}")
                    .WithComments(arm.Documentation, style)
            );
        }

        return coding.Else is null
            ? block
            : block.Add(
                new Block($"ELSE {ScalarWriter.Write(coding.Else)}").WithComments(coding.ElseDocumentation, style)
            );
    }

    /// <summary><c>CASE</c>, the arms, <c>END</c>.</summary>
    public Block WriteCase(Coding coding) => new Block("CASE").Add(WriteArms(coding), indent: 1).Add("END");

    /// <summary><c>WHERE</c> and the exclusions.</summary>
    public Block WriteWhere(Coding coding) =>
        _predicates.Write("WHERE", coding.Exclusions!).WithComments(coding.ExclusionsDocumentation, style);

    /// <summary><c>WHERE</c> and a condition.</summary>
    public Block WriteWhere(Predicate condition) => _predicates.Write("WHERE", condition);

    /// <summary>The exclusions, without <c>WHERE</c>.</summary>
    public Block WriteExclusions(Coding coding) =>
        _predicates.Write(coding.Exclusions!).WithComments(coding.ExclusionsDocumentation, style);

    /// <summary>A condition by itself.</summary>
    public Block Write(Predicate predicate) => _predicates.Write(predicate);
}
