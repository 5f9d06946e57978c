namespace RuleGen.Model.Authoring;

/// <summary>Puts a coding together in the order in which it is published: arms, ELSE, exclusions.</summary>
public sealed class CodingBuilder
{
    private readonly List<CaseArm> _arms = [];
    private Label? _else;
    private Documentation _elseDocumentation = Documentation.None;
    private Predicate? _exclusions;
    private Documentation _exclusionsDocumentation = Documentation.None;
    private bool _isWrittenWithCase;
    private bool _isWrittenWithWhere = true;

    /// <summary>Adds <c>WHEN predicate THEN label</c>.</summary>
    public CodingBuilder When(Predicate predicate, Label then, Documentation? documentation = null)
    {
        _arms.Add(new CaseArm(predicate, then) { Documentation = documentation ?? Documentation.None });
        return this;
    }

    /// <summary>Adds <c>WHEN predicate THEN 'label'</c>.</summary>
    public CodingBuilder When(Predicate predicate, string then, Documentation? documentation = null) =>
        When(predicate, Label.Of(then), documentation);

    /// <summary>Sets <c>ELSE label</c>.</summary>
    public CodingBuilder Else(Label label, Documentation? documentation = null)
    {
        _else = label;
        _elseDocumentation = documentation ?? Documentation.None;
        return this;
    }

    /// <summary>Sets <c>ELSE 'label'</c>.</summary>
    public CodingBuilder Else(string label, Documentation? documentation = null) =>
        Else(Label.Of(label), documentation);

    /// <summary>Sets <c>WHERE predicate</c>: which rows are kept.</summary>
    public CodingBuilder Where(Predicate predicate, Documentation? documentation = null)
    {
        _exclusions = predicate;
        _exclusionsDocumentation = documentation ?? Documentation.None;
        return this;
    }

    /// <summary>Says that the published text has CASE and END around the arms.</summary>
    public CodingBuilder WrittenWithCase()
    {
        _isWrittenWithCase = true;
        return this;
    }

    /// <summary>Says that the published text has no WHERE before the exclusions.</summary>
    public CodingBuilder WrittenWithoutWhere()
    {
        _isWrittenWithWhere = false;
        return this;
    }

    /// <summary>The coding.</summary>
    /// <exception cref="RuleGenException">RG0008: there is neither an arm nor an exclusion.</exception>
    public Coding Build() =>
        new(_arms.ToValueList(), _else, _exclusions)
        {
            ElseDocumentation = _elseDocumentation,
            ExclusionsDocumentation = _exclusionsDocumentation,
            IsWrittenWithCase = _isWrittenWithCase,
            IsWrittenWithWhere = _isWrittenWithWhere,
        };
}
