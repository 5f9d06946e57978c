using System.Data;
using RuleGen.Model;

namespace RuleGen.SqlServer;

/// <summary>A session that also moves rows by the million.</summary>
internal interface IDataSession : ISqlSession
{
    /// <summary>Runs a query and hands on each row while it is being read; what a value is, the record tells.</summary>
    /// <exception cref="RuleGenException">RG0701, RG0703, RG0704: it failed; the session may be at its end.</exception>
    void Read(string batch, Action<IDataRecord> handle);

    /// <summary>Sends rows to a table by the fast way.</summary>
    /// <param name="table">The table, in brackets.</param>
    /// <param name="rows">The rows; columns meet by their names.</param>
    /// <exception cref="RuleGenException">RG0701, RG0703, RG0704: it failed; the session may be at its end.</exception>
    void Load(string table, DataTable rows);
}
