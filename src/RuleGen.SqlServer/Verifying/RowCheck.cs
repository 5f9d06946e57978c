using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Says of which rows a server's answers can be compared with the model's.</summary>
public sealed class RowCheck
{
    private readonly ValueList<Column> _columns;
    private readonly ValueList<CharacterRequirement> _requirements;
    private readonly bool _hasUncertainPattern;
    private readonly Target _target;

    internal RowCheck(Coding coding, Target target)
    {
        _columns = coding.Columns;
        _requirements = coding.CharacterRequirements;
        _hasUncertainPattern = UncertainCharacter.IsInPatternOf(coding.Predicates);
        _target = target;
    }

    /// <summary>
    /// Whether the model knows every character of a row; of others the server has an opinion with which nobody can agree
    /// or disagree.
    /// </summary>
    public bool IsModelled(Row row) =>
        _requirements.All(need => row[need.Column].Text is not { } text || need.FindUnmodelled(text) is null);

    /// <summary>
    /// Whether the server compares every character of a row as SQL Server does, and nothing hangs on whether its LIKE looks
    /// past one (rule 1.41), which other engines leave open.
    /// </summary>
    public bool IsComparable(Row row) =>
        _requirements.All(need => row[need.Column].Text is not { } text || need.FindUncertain(text) is null)
        && !_hasUncertainPattern
        && (_target.ComparesBeyondAscii || _columns.All(column => IsAscii(row[column])));

    private static bool IsAscii(SqlValue value) =>
        value.Items is { } items
            ? items.Items.All(item => item.Values.All(IsAscii))
            : value.Text?.All(char.IsAscii) != false;
}
