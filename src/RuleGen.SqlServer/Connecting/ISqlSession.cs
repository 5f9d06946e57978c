using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>A connection to one database, as far as deployment needs it. Everything that is sent goes through it.</summary>
public interface ISqlSession : IDisposable
{
    /// <summary>Runs a batch whose results nobody wants.</summary>
    /// <exception cref="RuleGenException">RG0701, RG0703, RG0704: it failed; the session may be at its end.</exception>
    void Execute(string batch);

    /// <summary>Runs a query, and gives its rows.</summary>
    /// <exception cref="RuleGenException">RG0701, RG0703, RG0704: it failed; the session may be at its end.</exception>
    IReadOnlyList<SqlRow> Query(string batch);
}
