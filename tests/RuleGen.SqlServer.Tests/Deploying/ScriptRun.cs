using RuleGen.Model;
using RuleGen.SqlServer.Tests.Servers;
using RuleGen.TSql;

namespace RuleGen.SqlServer.Tests.Deploying;

/// <summary>
/// Generated files run as SSMS runs them, and sqlcmd without -b: batch by batch in one session, whatever becomes of one.
/// </summary>
internal static class ScriptRun
{
    /// <summary>Runs deploy.sql of a coding; gives the errors.</summary>
    public static IReadOnlyList<string> Deploy(Place place, ISqlSession session, PublishedCoding? coding = null) =>
        Run(session, Write(place, FileNames.Deploy, coding));

    /// <summary>Runs rollback.sql of the coding; gives the errors.</summary>
    public static IReadOnlyList<string> Rollback(Place place, ISqlSession session) =>
        Run(session, Write(place, FileNames.Rollback));

    /// <summary>A file of a coding, for the server of the tests.</summary>
    public static string Write(Place place, string file, PublishedCoding? coding = null) =>
        ScriptGenerator
            .Generate(coding ?? place.Published(), place.Source, LiveServer.Target, place.Naming)
            .Single(each => each.Name == file)
            .Text;

    /// <summary>Runs a script; gives the errors, none where all is well.</summary>
    public static IReadOnlyList<string> Run(ISqlSession session, string script)
    {
        var errors = new List<string>();
        foreach (var batch in ScriptBatches.Split(script))
        {
            try
            {
                session.Execute(batch);
            }
            catch (RuleGenException exception)
            {
                errors.Add(exception.Message);
            }
        }

        return errors;
    }
}
