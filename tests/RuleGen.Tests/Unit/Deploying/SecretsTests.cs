using System.Text.Json.Nodes;
using RuleGen.Cli;
using RuleGen.Model;
using RuleGen.SqlServer;
using RuleGen.Tests.Cli;

namespace RuleGen.Tests.Unit.Deploying;

/// <summary>No password and no connection string leaves the program, whatever goes wrong.</summary>
public sealed class SecretsTests
{
    private const string Password = "S3ntinel!pässword";

    // Nothing listens at this port.
    private const string Connection =
        "Server=tcp:127.0.0.1,9;Database=Warehouse;User ID=somebody;Password=" + Password + ";Connect Timeout=2";

    private static readonly string[] Commands = ["deploy", "status", "undeploy"];

    [TestCaseSource(nameof(Commands))]
    public void A_server_that_is_not_there_is_named_without_the_password(string command)
    {
        var result = RuleGenProcess.Run(command, "--connection", Connection);

        Assert.That(result.ExitCode, Is.EqualTo(5));
        Assert.That(result.Error, Does.StartWith("RG0701: 'tcp:127.0.0.1,9' cannot be reached: "));
        AssertClean(result);
    }

    [Test]
    public void Json_has_no_password_either()
    {
        var result = RuleGenProcess.Run("status", "--format", "json", "--connection", Connection);

        Assert.That(JsonNode.Parse(result.Output)!["errors"]![0]!["code"]!.GetValue<string>(), Is.EqualTo("RG0701"));
        AssertClean(result);
    }

    [TestCase("--conection")]
    [TestCase("-c")]
    [TestCase("2Y_back_pain_fusion")]
    public void A_misplaced_connection_string_is_not_repeated(string argument)
    {
        var result = RuleGenProcess.Run("deploy", argument, Connection);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        AssertClean(result);
    }

    [TestCase("Server=x;Password=" + Password + ";;=")]
    [TestCase("Server=x;Pasword=" + Password)]
    [TestCase("Server=x;Password=\"" + Password)]
    [TestCase("Server=x;Encrypt=" + Password)]
    [TestCase("Server=x;Connect Timeout=" + Password)]
    [TestCase("Password=" + Password)]
    [TestCase(Password)]
    public void What_is_wrong_in_a_connection_string_is_not_repeated(string text)
    {
        var problem = Refused.Problem(() => ConnectionText.Parse(text));

        Assert.That(problem.Code, Is.EqualTo(ErrorCodes.ConnectionString));
        Assert.That(problem.ToString(), Does.Not.Contain(Password));
    }

    [Test]
    public void An_exception_of_the_driver_comes_out_as_words_without_the_password()
    {
        var text = ConnectionText.Parse(Connection);
        var thrown = new InvalidOperationException(
            $"It is {Password}.\nAnd more",
            new InvalidOperationException($"Password={Password}")
        );

        foreach (var said in new[] { SqlFailure.OnOpen(thrown, text), SqlFailure.OnBatch(thrown, text) })
        {
            Assert.That(said.ToString(), Does.Contain("It is ***. And more").And.Not.Contain(Password));
            Assert.That(said.InnerException, Is.Null);
        }
    }

    [TestCase("env:RULEGEN_NO_SUCH_VARIABLE", "The environment variable of 'env:RULEGEN_NO_SUCH_VARIABLE' is not set")]
    [TestCase("", "--connection is empty")]
    public void A_connection_string_that_is_missing_is_a_mistake_of_usage(string value, string message)
    {
        var result = RuleGenProcess.Run("status", "--connection", value);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith($"RG0605: {message}"));
    }

    [Test]
    public void A_command_for_a_server_says_that_it_needs_one() =>
        Assert.That(
            RuleGenProcess.Run("deploy").Error,
            Does.StartWith("RG0605: The command needs a server, and there is no --connection.")
        );

    [Test]
    public void The_connection_is_encrypted_and_the_certificate_checked_unless_the_user_says_otherwise()
    {
        Assert.That(ConnectionText.Parse("Server=x").Notes, Is.Empty);
        Assert.That(ConnectionText.Parse("Server=x;Encrypt=False").Notes.Single(), Does.Contain("not encrypted"));
        Assert.That(
            ConnectionText.Parse("Server=x;TrustServerCertificate=True").Notes.Single(),
            Does.Contain("certificate is not checked")
        );
    }

    [Test]
    public void A_connection_string_does_not_show_itself() =>
        Assert.That(ConnectionText.Parse(Connection).ToString(), Does.Not.Contain(Password));

    [Test]
    public void Passwords_in_quotes_are_known_bare_too()
    {
        var redaction = new Redaction(["Server=x;Pwd=\"a;b\";Database=y"]);

        Assert.That(redaction.Apply("a;b and PASSWORD = c;d"), Is.EqualTo("*** and PASSWORD = ***;d"));
    }

    [TestCase("Server=x;Password='it''s;so'", "so it is: it's;so.", "so it is: ***.")]
    [TestCase("Server=x;Password=\"a\"\"b\"", "a\"b and \"a\"\"b\"", "*** and ***")]
    [TestCase(
        "Server=x;Password=secret",
        "'Server=x;Password=secret' is no id. Name one.",
        "'Server=x;Password=***' is no id. Name one."
    )]
    [TestCase("Server=x;Password=secret", "Password=secret' and Password=other;x", "Password=***' and Password=***;x")]
    public void A_message_keeps_everything_but_the_passwords(string argument, string message, string shown) =>
        Assert.That(new Redaction([argument]).Apply(message), Is.EqualTo(shown));

    [TestCase("Password='S3ntinel''s;x'")]
    [TestCase("Password=\"S3ntinel;\"\"x\"\"\"")]
    [TestCase("PWD = S3ntinel")]
    public void A_password_in_quotes_is_in_no_output(string password)
    {
        foreach (var format in new[] { "text", "json" })
        {
            var result = RuleGenProcess.RunWith(
                [("RULEGEN_TEST_SECRET", $"Server=tcp:127.0.0.1,9;User ID=x;{password};Connect Timeout=2")],
                "",
                "status",
                "--connection",
                "env:RULEGEN_TEST_SECRET",
                "--format",
                format
            );

            Assert.That(result.ExitCode, Is.EqualTo(5), result.Error);
            AssertClean(result);
        }
    }

    [Test]
    public void A_misspelt_option_is_named_and_its_value_is_not_repeated()
    {
        var result = RuleGenProcess.Run("deploy", "--conection", Connection);

        Assert.That(
            result.Error,
            Is.EqualTo("RG0601: There is no option '--conection'. Did you mean '--connection'?\n")
        );
    }

    private static void AssertClean(ProcessResult result) =>
        Assert.That(result.Output + result.Error, Does.Not.Contain("S3ntinel"));
}
