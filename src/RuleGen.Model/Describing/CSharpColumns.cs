namespace RuleGen.Model.Describing;

/// <summary>
/// The columns of a coding as members of its class. A column that the text always spells in the same way has the
/// spelling in its member; else each use has its own.
/// </summary>
internal sealed class CSharpColumns
{
    private readonly CSharpNames _names;
    private readonly List<(Column Column, string? Spelling)> _columns;

    public CSharpColumns(Coding coding, CSharpNames names)
    {
        _names = names;
        _columns = coding
            .Predicates.SelectMany(predicate => predicate.SelfAndDescendants())
            .SelectMany(predicate =>
                predicate is Any any ? [ColumnReference.Of(any.List)] : predicate.Scalars.SelectMany(References)
            )
            .GroupBy(reference => reference.Column)
            .Select(uses =>
                (uses.Key, uses.Select(use => use.Written).Distinct().Count() == 1 ? uses.First().Written : null)
            )
            .ToList();
    }

    /// <summary>The members, in the order of first use.</summary>
    public IEnumerable<CodeLayout> Members =>
        _columns.Select(entry =>
        {
            var (operand, method) = entry.Column.Type switch
            {
                CharacterType => (nameof(Authoring.CharacterOperand), nameof(Authoring.SqlColumns.Text)),
                ListType => (nameof(Authoring.ListOperand), nameof(Authoring.SqlColumns.List)),
                TemporalType => (nameof(Authoring.DateOperand), nameof(Authoring.SqlColumns.Date)),
                _ => (nameof(Authoring.NumberOperand), nameof(Authoring.SqlColumns.Number)),
            };
            return CodeLayout.Group(
                $"private static {operand} {_names.Of(entry.Column)} =>",
                CodeLayout.Indent(
                    CodeLayout.Line,
                    Spelled(
                        CSharpExpression
                            .Primary($"{_names.SourceClass}.Source")
                            .Call(method, CSharpText.Literal(entry.Column.Name)),
                        entry.Spelling
                    ).Layout,
                    ";"
                )
            );
        });

    /// <summary>One use of a list.</summary>
    public CSharpExpression Write(Column list) => CSharpExpression.Primary(_names.Of(list));

    /// <summary>One use of a column of the item that a lambda is about.</summary>
    public static CSharpExpression WriteItem(ColumnReference reference)
    {
        var item = CSharpExpression.Primary(ItemParameter);
        var (column, isPosition) = (reference.Column, reference.Column.Name == ListType.PositionName);
        var method = column.Type switch
        {
            CharacterType => nameof(Authoring.ItemOperand.Text),
            TemporalType => nameof(Authoring.ItemOperand.Date),
            _ => nameof(Authoring.ItemOperand.Number),
        };
        return Spelled(
            isPosition
                ? CSharpExpression.Primary($"{ItemParameter}.{nameof(Authoring.ItemOperand.Position)}")
                : item.Call(method, CSharpText.Literal(column.Name)),
            reference.Written
        );
    }

    /// <summary>What a condition on an item calls the item.</summary>
    public const string ItemParameter = "item";

    /// <summary>One use.</summary>
    public CSharpExpression Write(ColumnReference reference)
    {
        var spelling = _columns.First(entry => entry.Column == reference.Column).Spelling;
        return Spelled(
            CSharpExpression.Primary(_names.Of(reference.Column)),
            reference.Written == spelling ? null : reference.Written
        );
    }

    private static CSharpExpression Spelled(CSharpExpression column, string? spelling) =>
        spelling is null ? column : column.Call("Written", CSharpText.Literal(spelling));

    private static IEnumerable<ColumnReference> References(Scalar scalar) =>
        scalar is ColumnReference reference ? [reference] : scalar.Operands.SelectMany(References);
}
