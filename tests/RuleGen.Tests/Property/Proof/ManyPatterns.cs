using RuleGen.Engine;
using RuleGen.Model;
using RuleGen.Model.Authoring;
using RuleGen.Proof;

namespace RuleGen.Tests.Property.Proof;

/// <summary>
/// Conditions on one column that would take an automaton of 2^60 states or more: all are decided, equal or different.
/// </summary>
[TestFixture(8000)]
[TestFixture(null)]
[Parallelizable(ParallelScope.All)]
public sealed class ManyPatterns(int? length)
{
    private static readonly EquivalenceProver Prover = new(new CodingEvaluator());

    private readonly Scalar _column = ColumnReference.Of(
        new Column("C", CharacterType.VarChar(length, Collation.Latin1GeneralCiAs), isNullable: true)
    );

    [Test]
    public void Sixty_patterns_joined_by_and()
    {
        var all = Codes(60).ToList();
        Different(And(all), And(all.SkipLast(1)));
        Different(And(all.Skip(1)), And(all));
        Different(And(all), And([.. all.Take(30), Like("%Q99%"), .. all.Skip(31)]));
        Equivalent(And(all), And(all.AsEnumerable().Reverse()));
        Equivalent(And(all), And(all.Concat(all.Take(9))));
        Equivalent(And(all), And([.. all, Like("%A0%")]));
        Equivalent(And(all), And([And(all.Take(4)), And(all.Skip(4).Take(20)), And(all.Skip(24))]));
    }

    [Test]
    public void What_two_of_sixty_patterns_say_together()
    {
        var all = Codes(60).ToList();
        Equivalent(And([Like("A%"), .. all, Like("%B")]), And([.. all, Like("A%B")]));
    }

    [Test]
    public void Two_hundred_patterns_that_are_excluded()
    {
        var codes = Enumerable.Range(0, 200).Select(i => Like($"%{Code(i)}{i % 3}%", isNegated: true)).ToList();
        Different(And(codes), And(codes.Skip(1)));
        Equivalent(And(codes), And(codes.AsEnumerable().Reverse()));
        var spread = Enumerable.Range(0, 200).Select(i => Like($"%{Code(i)}%{i % 3}%", isNegated: true)).ToList();
        Equivalent(And(spread), And(spread.AsEnumerable().Reverse()));
        Different(Or(spread), Or(spread.Skip(1)));
    }

    [Test]
    public void Forty_patterns_that_are_spread_joined_by_or()
    {
        var all = Enumerable.Range(0, 40).Select(i => Like($"%{Code(i)[..1]}%{i / 26}%{i * 7 % 10}%")).ToList();
        Different(Or(all), Or(all.SkipLast(1)));
        Equivalent(Or(all), Or(all.AsEnumerable().Reverse()));
        Equivalent(Or(all), Or([.. all, Like("%A%0%0%Z%")]));
    }

    [Test]
    public void Forty_patterns_joined_by_and_and_or()
    {
        var choices = Enumerable
            .Range(0, 20)
            .Select(i => Or([Like($"%{Code(i)}%"), Like($"%{Code(i + 20)}%_{Code(i + 1)}%", i % 3 == 0)]))
            .ToList();
        Different(And(choices), And(choices.Skip(1)));
        Different(And(choices), And([.. choices.Skip(1), Or([Like("%K%"), Like("%L%")])]));
        Equivalent(And(choices), And(choices.AsEnumerable().Reverse()));
        Equivalent(And(choices), And(choices.Select(choice => Or(choice.Children.Reverse()))));
        Equivalent(And(choices), Not.Of(Or(choices.Select(choice => Not.Of(choice.Grouped()))).Grouped()));
        var pairs = Enumerable
            .Range(0, 20)
            .Select(i => And([Like($"%{Code(i)}%"), Like($"%{Code(i + 20)}%")]))
            .ToList();
        Different(Or(pairs), Or(pairs.Skip(1)));
        Equivalent(Or([Like("%X1%"), .. pairs]), Or([Like("%X1%"), .. pairs, And([Like("%X1%"), .. Codes(30)])]));
    }

    [Test]
    public void A_long_right()
    {
        const int count = 30;
        Different(Like("A%", Right(count)), Like("B%", Right(count)));
        Different(Like("A%", Right(count)), Like("A%", Right(count + 1)));
        Equivalent(Like("A%", Right(count)), Like("[A]%", LetterCaseFunction.Of(true, Right(count))));
        Equivalent(Like("%A_B%", Right(count)), Like("%[A]_[B]%", Right(count)));
        Equivalent(
            Like("A%", Right(count)),
            Not.Of(Or([Like("A%", Right(count), isNegated: true), NullTest.Of(_column)]).Grouped())
        );
    }

    [Test]
    public void A_long_right_with_other_conditions()
    {
        const int count = 30;
        var (right, left) = (Like("A%", Right(count)), Like("%B", EdgeFunction.Of(true, _column, count)));
        Equivalent(And([right, left]), And([Like("%[B]", EdgeFunction.Of(true, _column, count)), right]));
        Different(And([right, left]), left);
        var (other, third) = (Like("%B%", Right(count - 2)), Like("C%", Right(count - 5)));
        Different(And([right, other, third]), And([right, third]));
        Different(And([right, other, third, .. Codes(60)]), And([right, third, .. Codes(60)]));
    }

    [Test]
    public void Long_patterns_of_single_characters([Values(12, 30)] int count)
    {
        var run = new string('_', count);
        Equivalent(Like($"%{run}A%"), Like($"%{run}[A]%"));
        Equivalent(Like($"%B{run}A%"), Like($"%B{run}[A]%"));
        Equivalent(Like($"%B{run}A%"), And([Like($"%B{run}A%"), Like("%B%A%")]));
        Different(Like($"%B{run}A%"), Like($"%B{run}[C]%"));
        Different(Like($"%B{run}A%"), Like($"%B{run[1..]}A%"));
        Different(Like($"%B{run}A%", isNegated: true), Like($"%B{run[1..]}A%", isNegated: true));
    }

    [Test]
    public void Substrings_that_start_late()
    {
        Different(
            Like("%AB%", SubstringFunction.Of(_column, 5000, 2000)),
            Like("%AB%", SubstringFunction.Of(_column, 5000, 1999))
        );
        Equivalent(
            Like("AB%", SubstringFunction.Of(_column, 7990, 9)),
            Like("AB", SubstringFunction.Of(_column, 7990, 2))
        );
    }

    private static void Different(Predicate left, Predicate right)
    {
        var verdict = Decide(left, right);
        Assert.That(verdict, Is.TypeOf<Different>(), $"{left}\n{right}");
        EveryEngine.Confirm(Kept(left), Kept(right), (Different)verdict);
    }

    private static void Equivalent(Predicate left, Predicate right) =>
        Assert.That(Decide(left, right), Is.TypeOf<Equivalent>(), $"{left}\n{right}");

    private static Verdict Decide(Predicate left, Predicate right) => Prover.Decide(Kept(left), Kept(right));

    private static Coding Kept(Predicate exclusions) => new CodingBuilder().Where(exclusions).Build();

    private static And And(IEnumerable<Predicate> predicates) =>
        RuleGen.Model.And.Of(predicates.Select(predicate => predicate.Grouped()).ToValueList());

    private static Or Or(IEnumerable<Predicate> predicates) =>
        RuleGen.Model.Or.Of(predicates.Select(predicate => predicate.Grouped()).ToValueList());

    private static string Code(int number) => $"{(char)('A' + (number % 26))}{number / 26 % 10}{number * 7 % 10}";

    private Like Like(string pattern, bool isNegated = false) => Like(pattern, _column, isNegated);

    private static Like Like(string pattern, Scalar operand, bool isNegated = false) =>
        RuleGen.Model.Like.Of(operand, StringLiteral.Of(pattern), escape: null, isNegated);

    private EdgeFunction Right(int count) => EdgeFunction.Of(isLeft: false, _column, count);

    private IEnumerable<Predicate> Codes(int count) => Enumerable.Range(0, count).Select(i => Like($"%{Code(i)}%"));
}
