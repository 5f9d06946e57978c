using Microsoft.Data.SqlClient;
using RuleGen.Model;

namespace RuleGen.SqlServer.Tests.Deploying;

/// <summary>What a server says to those whom it does not let in is told in RuleGen's words, without the password.</summary>
public sealed class RefusedConnectionTests
{
    private const string Password = "S3ntinel-password";

    [Test]
    public void A_wrong_password_is_a_refused_login()
    {
        var builder = new SqlConnectionStringBuilder(LiveServer.Connection) { Password = Password };
        if (builder.IntegratedSecurity)
        {
            Assert.Ignore("The connection has no password.");
        }

        var problem = Refuse(builder);

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.LoginRefused));
        Assert.That(problem.ToString(), Does.Not.Contain(Password));
    }

    [Test]
    public void A_database_that_is_not_there_is_refused_and_named()
    {
        var problem = Refuse(
            new SqlConnectionStringBuilder(LiveServer.Connection) { InitialCatalog = "rulegen_no_such_database" }
        );

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.LoginRefused));
        Assert.That(problem.Message, Does.Contain("rulegen_no_such_database"));
    }

    [Test]
    public void A_certificate_that_nobody_trusts_is_refused_unless_the_user_trusts_it()
    {
        var builder = new SqlConnectionStringBuilder(LiveServer.Connection)
        {
            Encrypt = SqlConnectionEncryptOption.Mandatory,
            TrustServerCertificate = false,
        };
        try
        {
            ConnectionText.Parse(builder.ConnectionString).Open().Dispose();
        }
        catch (RuleGenException exception)
        {
            Assert.That(exception.Problems[0].Code, Is.EqualTo(ErrorCodes.Unreachable));
            Assert.That(exception.Problems[0].Remedy, Does.Contain("TrustServerCertificate=True"));
            return;
        }

        Assert.Ignore("The server's certificate is trusted here.");
    }

    [Test]
    public void A_login_without_permissions_is_told_which_it_lacks_and_leaves_the_previous_state()
    {
        using var administrator = LiveServer.Open();
        var login = $"rgt_{Guid.NewGuid():N}"[..20];
        try
        {
            administrator.Execute($"CREATE LOGIN {login} WITH PASSWORD = N'{Password}-1';");
        }
        catch (RuleGenException exception)
        {
            Assert.Ignore($"The tests' login may not make logins: {exception.Message}");
        }

        using var place = new Servers.Place();
        try
        {
            place.Deploy(place.Published(isOld: true));
            administrator.Execute($"CREATE USER {login} FOR LOGIN {login};");
            var builder = new SqlConnectionStringBuilder(LiveServer.Connection)
            {
                UserID = login,
                Password = $"{Password}-1",
            };
            using var session = ConnectionText.Parse(builder.ConnectionString).Open();

            var problems = Refused.Problems(() => new Deployer(session, place.Request(), _ => { }).Run());

            Assert.That(
                problems.Where(problem => problem.Code == ErrorCodes.MissingPermission).Select(each => each.Message),
                Has.Some.Contains("CREATE VIEW").And.Some.Contains("CREATE FUNCTION").And.Some.Contains("SELECT")
            );
            Assert.That(place.Conditions(), Is.All.EqualTo(ObjectCondition.Older));
        }
        finally
        {
            administrator.Execute($"DROP USER IF EXISTS {login};");
            administrator.Execute($"DROP LOGIN {login};");
        }
    }

    private static Problem Refuse(SqlConnectionStringBuilder builder) =>
        Refused.Problem(() => ConnectionText.Parse(builder.ConnectionString).Open().Dispose());
}
