using RuleGen.Model;

namespace RuleGen.Proof.Fixtures;

/// <summary>
/// The truths of simple predicates, asked of an engine that evaluates codings. Rows have most values in common, so that
/// an answer is kept for the values that it depends on.
/// </summary>
internal sealed class SimpleTruths(ICodingEvaluator evaluator)
{
    private readonly Dictionary<Predicate, Question> _questions = new(ReferenceEqualityComparer.Instance);

    /// <summary>The truth of a predicate for a row.</summary>
    public Truth Of(Predicate predicate, Row row)
    {
        if (!_questions.TryGetValue(predicate, out var question))
        {
            _questions.Add(predicate, question = new Question(predicate));
        }

        return question.Answer(evaluator, row);
    }

    private sealed class Question(Predicate predicate)
    {
        /// <summary>Answers are kept for predicates over no more columns.</summary>
        private const int MostColumns = 2;

        private readonly Column[] _columns = [.. predicate.Columns];
        private readonly Dictionary<(SqlValue, SqlValue), Truth> _answers = [];

        /// <summary>A coding whose outcome is the predicate's truth.</summary>
        private readonly Coding _coding = new(
            [
                new CaseArm(predicate, Label.Of(nameof(Truth.True))),
                new CaseArm(Not.Of(predicate), Label.Of(nameof(Truth.False))),
            ],
            Label.Of(nameof(Truth.Unknown)),
            exclusions: null
        );

        public Truth Answer(ICodingEvaluator evaluator, Row row)
        {
            if (_columns.Length > MostColumns)
            {
                return Ask(evaluator, row);
            }

            var values = (ValueAt(row, 0), ValueAt(row, 1));
            if (!_answers.TryGetValue(values, out var truth))
            {
                _answers.Add(values, truth = Ask(evaluator, row));
            }

            return truth;
        }

        private SqlValue ValueAt(Row row, int column) =>
            column < _columns.Length ? row[_columns[column]] : SqlValue.Null;

        private Truth Ask(ICodingEvaluator evaluator, Row row) =>
            evaluator.Evaluate(_coding, row).Outcome switch
            {
                nameof(Truth.True) => Truth.True,
                nameof(Truth.False) => Truth.False,
                _ => Truth.Unknown,
            };
    }
}
