using RuleGen.Languages;
using RuleGen.Model;

namespace RuleGen.Engine.Columnar;

/// <summary>Finds the classes of one column's values.</summary>
internal abstract class Classifier
{
    /// <param name="column">The column.</param>
    /// <param name="facts">What is asked of its values.</param>
    /// <param name="classes">The classes.</param>
    protected Classifier(Column column, IReadOnlyList<ColumnFact> facts, ClassTable classes)
    {
        Column = column;
        Classes = classes;
        Facts = new ulong[classes.FactWords];
        NullFacts = new ulong[classes.FactWords];
        for (var i = 0; column.IsNullable && i < facts.Count; i++)
        {
            if (facts[i].Holds(SqlValue.Null))
            {
                NullFacts.AsSpan().Add(i);
            }
        }
    }

    /// <summary>The column.</summary>
    public Column Column { get; }

    /// <summary>The classes.</summary>
    public ClassTable Classes { get; }

    /// <summary>The facts that the value at hand meets.</summary>
    protected ulong[] Facts { get; }

    private ulong[] NullFacts { get; }

    /// <summary>Takes from the bits of rows those that the bits of their values lack.</summary>
    /// <param name="values">The values.</param>
    /// <param name="first">The first row.</param>
    /// <param name="bits">The bits of the rows from the first on.</param>
    public abstract void Narrow(BatchColumn values, int first, RowBits bits);

    /// <summary>Between batches: keeps memory within bounds.</summary>
    public void Trim() => Classes.Trim();

    /// <summary>The class of NULL.</summary>
    protected int NullClass => Column.IsNullable ? Classes.ClassOf(NullFacts) : ClassTable.Irregular;

    /// <summary>A classifier for a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="alphabet">The classes of characters; null for numbers.</param>
    /// <param name="wellFormed">The only texts that it judges; null where its characters say that.</param>
    /// <param name="facts">What is asked of its values.</param>
    /// <param name="classes">The classes.</param>
    public static Classifier Create(
        Column column,
        Alphabet? alphabet,
        Automaton? wellFormed,
        IReadOnlyList<ColumnFact> facts,
        ClassTable classes
    ) =>
        alphabet is null
            ? new IntegerClassifier(column, facts, classes)
            : new TextClassifier(column, alphabet, wellFormed, facts, classes);
}
