namespace RuleGen.Model;

/// <summary>
/// Replaces each column of a coding by the source's column of the same name: the same rule over other types,
/// nullability or collations. Every check of the factories runs again.
/// </summary>
public sealed class CodingBinder : IPredicateVisitor<Predicate>, IScalarVisitor<Scalar>
{
    private readonly Func<Column, Column> _replace;

    private CodingBinder(Func<Column, Column> replace) => _replace = replace;

    /// <summary>The coding over a source's columns.</summary>
    /// <exception cref="RuleGenException">
    /// RG0010: the source lacks columns. Or what a factory refuses: a type that does not fit, a character that the
    /// collation does not model.
    /// </exception>
    public static Coding Bind(Coding coding, Source source)
    {
        var missing = coding
            .NamedColumns.Where(column => Find(column, source) is not { } found || IsList(found) != IsList(column))
            .ToList();
        if (missing.Count > 0)
        {
            throw Lacks(missing, coding, source);
        }

        return Replace(coding, column => Find(column, source)!);

        static bool IsList(Column column) => column.Type is ListType;
    }

    /// <summary>One message for all columns that a source lacks, each with the one of the source whose name is nearest.</summary>
    private static RuleGenException Lacks(List<Column> missing, Coding coding, Source source)
    {
        var found = coding.NamedColumns.Select(column => Find(column, source)).ToHashSet();
        var known = source
            .StoredColumns.Where(column => !found.Contains(column))
            .Select(column => column.StoredName)
            .ToList();
        var nearest = missing.Select(column => NearestName.Find(column.Name, known)).ToList();
        var names = missing.Zip(
            nearest,
            (column, near) => $"'{column.Name}' ({column.Type}{(near is null ? "" : $"; is it '{near}'?")})"
        );
        var (name, other) = missing
            .Zip(nearest)
            .Select(each => (each.First.Name, each.Second ?? "…"))
            .OrderBy(each => each.Item2 == "…")
            .First();
        return new RuleGenException(
            ErrorCodes.UnboundColumn,
            $"The source {source.Table} lacks {(missing.Count == 1 ? "a column" : "columns")} of the coding: {string.Join(", ", names)}",
            "Add to the schema file what is missing; what the table calls otherwise is "
                + $"{{ \"name\": \"{name}\", \"column\": \"{other}\", … }}"
        );
    }

    /// <summary>
    /// The source's column of the same name; for an item at a position that has no name there, the same of its list.
    /// </summary>
    private static Column? Find(Column column, Source source) =>
        source.Find(column.Name)
        ?? (
            column.Derivation is { } made
            && source.FindList(made.List.Name) is { } list
            && list.Type.Find(made.Item.Name) is not null
                ? Column.Made(column.Name, made.Over(list.Column))
                : null
        );

    /// <summary>The coding over other columns: each replaced by what a function makes of it.</summary>
    /// <exception cref="RuleGenException">What a factory refuses: a type that does not fit.</exception>
    public static Coding Replace(Coding coding, Func<Column, Column> replace)
    {
        var binder = new CodingBinder(replace);
        return new Coding(
            coding
                .Arms.Select(arm => new CaseArm(arm.When.Accept(binder), arm.Then)
                {
                    Documentation = arm.Documentation,
                    Position = arm.Position,
                })
                .ToValueList(),
            coding.Else,
            coding.Exclusions?.Accept(binder)
        )
        {
            ElseDocumentation = coding.ElseDocumentation,
            ExclusionsDocumentation = coding.ExclusionsDocumentation,
            IsWrittenWithCase = coding.IsWrittenWithCase,
            IsWrittenWithWhere = coding.IsWrittenWithWhere,
        };
    }

    Predicate IPredicateVisitor<Predicate>.Visit(Like like) =>
        Keep(like, Like.Of(Bind(like.Operand), like.PatternText, like.Escape, like.IsNegated));

    Predicate IPredicateVisitor<Predicate>.Visit(Comparison comparison) =>
        Keep(
            comparison,
            Comparison.Of(Bind(comparison.Left), comparison.Operator, Bind(comparison.Right)) with
            {
                IsWrittenWithBang = comparison.IsWrittenWithBang,
            }
        );

    Predicate IPredicateVisitor<Predicate>.Visit(ColumnComparison comparison) =>
        Keep(
            comparison,
            ColumnComparison.Of(Bind(comparison.Left), comparison.Operator, Bind(comparison.Right)) with
            {
                IsWrittenWithBang = comparison.IsWrittenWithBang,
            }
        );

    Predicate IPredicateVisitor<Predicate>.Visit(Between between) =>
        Keep(between, Between.Of(Bind(between.Operand), between.Low, between.High, between.IsNegated));

    Predicate IPredicateVisitor<Predicate>.Visit(In membership) =>
        Keep(membership, In.Of(Bind(membership.Operand), membership.Items, membership.IsNegated));

    Predicate IPredicateVisitor<Predicate>.Visit(NullTest test) =>
        Keep(test, NullTest.Of(Bind(test.Operand), test.IsNegated));

    Predicate IPredicateVisitor<Predicate>.Visit(Any any)
    {
        var list = _replace(any.List);
        var items = new CodingBinder(column =>
            (list.Type as ListType)?.Find(column.Name)
            ?? throw new RuleGenException(
                ErrorCodes.UnboundColumn,
                $"Items of the list '{list.Name}' have no column '{column.Name}'",
                "Add it to the list in the schema file"
            )
        );
        return Keep(any, Any.Of(list, any.Condition?.Accept(items)) with { Written = any.Written });
    }

    Predicate IPredicateVisitor<Predicate>.Visit(ConstantComparison constant) => constant;

    Predicate IPredicateVisitor<Predicate>.Visit(And and) => Keep(and, And.Of(Bind(and.Children)));

    Predicate IPredicateVisitor<Predicate>.Visit(Or or) => Keep(or, Or.Of(Bind(or.Children)));

    Predicate IPredicateVisitor<Predicate>.Visit(Not not) => Keep(not, Not.Of(not.Operand.Accept(this)));

    Scalar IScalarVisitor<Scalar>.Visit(ColumnReference column) =>
        Keep(column, ColumnReference.Of(_replace(column.Column), column.Written));

    Scalar IScalarVisitor<Scalar>.Visit(StringLiteral literal) => literal;

    Scalar IScalarVisitor<Scalar>.Visit(IntegerLiteral literal) => literal;

    /// <remarks>The factory of what holds it gives it the type of what it meets there.</remarks>
    Scalar IScalarVisitor<Scalar>.Visit(TypedLiteral literal) => literal;

    Scalar IScalarVisitor<Scalar>.Visit(EdgeFunction function) =>
        Keep(function, EdgeFunction.Of(function.IsLeft, Bind(function.Operand), function.Length));

    Scalar IScalarVisitor<Scalar>.Visit(SubstringFunction function) =>
        Keep(function, SubstringFunction.Of(Bind(function.Operand), function.Start, function.Length));

    Scalar IScalarVisitor<Scalar>.Visit(LetterCaseFunction function) =>
        Keep(function, LetterCaseFunction.Of(function.IsUpper, Bind(function.Operand)));

    Scalar IScalarVisitor<Scalar>.Visit(TrimFunction function) =>
        Keep(function, TrimFunction.Of(function.IsLeft, Bind(function.Operand)));

    Scalar IScalarVisitor<Scalar>.Visit(ReplaceFunction function) =>
        Keep(function, ReplaceFunction.Of(Bind(function.Operand), function.Sought, function.Replacement));

    Scalar IScalarVisitor<Scalar>.Visit(ConcatFunction function) =>
        Keep(function, ConcatFunction.Of(Bind(function.Left), Bind(function.Right)));

    Scalar IScalarVisitor<Scalar>.Visit(IsNullFunction function) =>
        Keep(function, IsNullFunction.Of(Bind(function.Operand), Bind(function.Replacement)));

    Scalar IScalarVisitor<Scalar>.Visit(CoalesceFunction function) =>
        Keep(function, CoalesceFunction.Of(function.Operands.Select(Bind).ToValueList()));

    private static Predicate Keep(Predicate old, Predicate made) =>
        made with
        {
            Documentation = old.Documentation,
            Parentheses = old.Parentheses,
            Position = old.Position,
        };

    private static Scalar Keep(Scalar old, Scalar made) => made with { Parentheses = old.Parentheses };

    private Scalar Bind(Scalar scalar) => scalar.Accept(this);

    private ValueList<Predicate> Bind(ValueList<Predicate> predicates) =>
        predicates.Select(predicate => predicate.Accept(this)).ToValueList();
}
