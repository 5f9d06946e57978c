using RuleGen.Model;
using RuleGen.TSql;

namespace RuleGen.SqlServer;

/// <summary>Asks a server for the truth of one clause, for values that the query itself holds.</summary>
internal static class ClauseQuery
{
    /// <summary>The truth.</summary>
    /// <param name="session">A session.</param>
    /// <param name="clause">The clause, over the source's columns.</param>
    /// <param name="source">The source.</param>
    /// <param name="row">A row that has the clause's columns and lists.</param>
    public static Truth Run(ISqlSession session, Predicate clause, Source source, Row row) =>
        session.Query(TruthQuery.Write(clause, source, row)).Single().Number(0) switch
        {
            1 => Truth.True,
            0 => Truth.False,
            _ => Truth.Unknown,
        };
}
