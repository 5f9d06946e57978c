namespace RuleGen.Proof.Findings;

/// <summary>The questions that were not decided, by condition.</summary>
/// <param name="roots">The conditions.</param>
internal sealed class UndecidedQuestions(IReadOnlyList<Site> roots)
{
    /// <summary>
    /// After so many the others about the same condition are not asked: each takes as long as the first.
    /// </summary>
    private const int MostAsked = 3;

    private readonly Dictionary<Site, List<(Site Site, string Question)>> _questions = [];

    /// <summary>Whether questions about a site's condition are no longer asked.</summary>
    public bool IsGivenUp(Site site) => _questions.TryGetValue(site.Root, out var asked) && asked.Count >= MostAsked;

    public void Add(Site site, string question)
    {
        if (!_questions.TryGetValue(site.Root, out var asked))
        {
            _questions.Add(site.Root, asked = []);
        }

        asked.Add((site, question));
    }

    /// <summary>
    /// For each condition that has some, the first site, and how many sites each question was open for.
    /// </summary>
    public IEnumerable<(Site First, IReadOnlyList<(string Question, int Sites)> Questions)> ByCondition =>
        roots
            .Where(_questions.ContainsKey)
            .Select(root =>
                (
                    _questions[root][0].Site,
                    (IReadOnlyList<(string, int)>)
                        [
                            .. _questions[root]
                                .GroupBy(each => each.Question, StringComparer.Ordinal)
                                .Select(group => (group.Key, group.Select(each => each.Site).Distinct().Count())),
                        ]
                )
            );
}
