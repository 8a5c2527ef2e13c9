using ConnectGate.Tests.Support.Databases;
using Microsoft.Data.Sqlite;

namespace ConnectGate.Tests.Web.Hosting;

public sealed class StartTests
{
    private const string Certificate = "<a certificate>";

    [Theory]
    [InlineData("Database:Provider", "--Database:Provider=Oracle")]
    [InlineData("ConnectionStrings:ConnectGate", "--ConnectionStrings:ConnectGate=")]
    [InlineData("ConnectionStrings:ConnectGate", "--ConnectionStrings:ConnectGate=Bananas=3")]
    [InlineData(
        "ConnectionStrings:ConnectGate",
        "--ConnectionStrings:ConnectGate=Data Source=/proc/not-there/connectgate.db"
    )]
    [InlineData("ConnectionStrings:ConnectGate", "--Database:Provider=Postgres")]
    [InlineData(
        "ConnectionStrings:ConnectGate",
        "--Database:Provider=Postgres",
        "--DataProtection:CertificateFile=" + Certificate,
        "--ConnectionStrings:ConnectGate=Host=127.0.0.1;Port=1;Database=x"
    )]
    [InlineData(
        "DataProtection:CertificateFile",
        "--Database:Provider=Postgres",
        "--ConnectionStrings:ConnectGate=Host=127.0.0.1;Database=x"
    )]
    [InlineData("DataProtection:CertificateFile", "--DataProtection:CertificateFile=/not-there.pfx")]
    [InlineData("DataProtection:CertificateFile", "--DataProtection:CertificateFile=/etc/hostname")]
    [InlineData("DataProtection:KeyFile", "--DataProtection:KeyFile=/etc/connectgate/data-protection.key")]
    [InlineData("Gate:MinimumNote", "--Gate:MinimumNote=5")]
    [InlineData("Gate:Grace", "--Gate:Grace=-1:00:00")]
    [InlineData("Gate:PerDay", "--Gate:PerDay=many")]
    [InlineData("Admission:By", "--Admission:By=Chance")]
    [InlineData("Admission:Domains", "--Admission:By=EmailDomain")]
    [InlineData("Community:Address", "--Community:Address=nowhere")]
    [InlineData("Community:Address", "--Community:Address=")]
    [InlineData("Community:Address", "--Community:Address=https://society.example/members/")]
    [InlineData("Community:Accent", "--Community:Accent=teal")]
    [InlineData("Community:Accent", "--Community:Accent=#ffcc00")]
    [InlineData("Community:Logo", "--Community:Logo=/not-there.svg")]
    [InlineData("Community:Fields:0:Name", "--Community:Fields:0:Label=Year")]
    [InlineData("Community:Fields:0:Name", "--Community:Fields:0:Name=role", "--Community:Fields:0:Label=Role")]
    [InlineData("Community:Fields:0:Label", "--Community:Fields:0:Name=year")]
    [InlineData("Community:Fields:0:Kind", "--Community:Fields:0:Name=year", "--Community:Fields:0:Kind=number")]
    [InlineData(
        "Community:Fields:0:Options",
        "--Community:Fields:0:Name=section",
        "--Community:Fields:0:Label=Section",
        "--Community:Fields:0:Kind=Choice",
        "--Community:Fields:0:Options:0=North"
    )]
    [InlineData("AllowedHosts", "--Community:Address=http://members.society.example/")]
    [InlineData("KnownProxies", "--Community:Address=https://localhost/")]
    [InlineData("Mail:Smtp:Host", "--Mail:Smtp:Host=")]
    [InlineData("Mail:Smtp:Port", "--Mail:Smtp:Host=mail.example.org", "--Mail:Smtp:Port=many")]
    [InlineData("Mail:Smtp:Host", "--Mail:Smtp:Host=mail.example.org:587")]
    [InlineData("Mail:Smtp:Tls", "--Mail:Smtp:Host=mail.example.org", "--Mail:Smtp:Tls=false")]
    [InlineData(
        "Mail:Smtp:Tls",
        "--Mail:Smtp:Host=mail.example.org",
        "--Mail:Smtp:Port=587",
        "--Mail:Smtp:Tls=Implicit"
    )]
    [InlineData(
        "Mail:Smtp:Tls",
        "--Mail:Smtp:Host=mail.example.org",
        "--Mail:Smtp:Port=25",
        "--Mail:Smtp:Tls=Implicit"
    )]
    [InlineData(
        "Mail:Smtp:Tls",
        "--Mail:Smtp:Host=mail.example.org",
        "--Mail:Smtp:Port=465",
        "--Mail:Smtp:Tls=StartTls"
    )]
    [InlineData("Mail:Smtp:Tls", "--Mail:Smtp:Host=mail.example.org", "--Mail:Smtp:Port=465", "--Mail:Smtp:Tls=None")]
    [InlineData(
        "Mail:Smtp:Tls",
        "--Mail:Smtp:Host=mail.example.org",
        "--Mail:Smtp:Tls=None",
        "--Mail:Smtp:User=community",
        "--Mail:Smtp:Password=secret"
    )]
    [InlineData("Mail:Smtp:Password", "--Mail:Smtp:Host=mail.example.org", "--Mail:Smtp:User=community")]
    [InlineData("Mail:Smtp:User", "--Mail:Smtp:Host=mail.example.org", "--Mail:Smtp:Password=secret")]
    [InlineData("Mail:From", "--Mail:From=nobody")]
    [InlineData("KnownProxies", "--KnownProxies=bananas")]
    [InlineData("Serilog", "--Serilog:MinimumLevel:Default=Loud")]
    [InlineData("Log:File", "--Log:File=/proc/not-there/connectgate.log")]
    public async Task A_wrong_setting_ends_the_start_with_one_line_that_names_it(string setting, params string[] args)
    {
        args = [.. args.Select(arg => arg.Replace(Certificate, SqliteFiles.Certificate(), StringComparison.Ordinal))];

        var ended = await Executable.RunAsync(args);

        Assert.Equal(1, ended.Code);
        var line = Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(setting, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_nobody_knows_is_answered_with_those_there_are()
    {
        var ended = await Executable.RunAsync("dance");

        Assert.Equal(2, ended.Code);
        Assert.Contains("admin grant", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("backup", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_is_copied_to_a_file_that_is_not_there_yet()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        var (database, copy) = (
            $"--ConnectionStrings:ConnectGate=Data Source={folder}/a.db",
            Path.Combine(folder, "b.db")
        );

        var before = await Executable.RunAsync("backup", copy, database);
        var migrated = await Executable.RunAsync("migrate", database);
        var copied = await Executable.RunAsync("backup", copy, database);
        var again = await Executable.RunAsync("backup", copy, database);

        Assert.Equal(1, before.Code);
        Assert.Equal(0, migrated.Code);
        Assert.Equal(0, copied.Code);
        Assert.True(File.Exists(copy));
        Assert.Equal(1, again.Code);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_copy_that_cannot_be_written_ends_with_one_line_and_leaves_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        var database = $"--ConnectionStrings:ConnectGate=Data Source={folder}/a.db";
        await Executable.RunAsync("migrate", database);
        var before = Directory.GetFileSystemEntries(folder);

        var ended = await Executable.RunAsync("backup", Path.Combine(folder, "not", "there.db"), database);

        Assert.Equal((1, 1), (ended.Code, ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains("was not written", ended.Errors, StringComparison.Ordinal);
        Assert.Equal(before.Order(), Directory.GetFileSystemEntries(folder).Order());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_first_administrator_is_admitted_before_the_first_start()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        var database = $"--ConnectionStrings:ConnectGate=Data Source={folder}/new/a.db";

        var admitted = await Executable.RunAsync("admin", "admit", "ada@society.example", database);
        var unknown = await Executable.RunAsync("admin", "grant", "ada@society.example", database);

        Assert.Equal((0, ""), (admitted.Code, admitted.Errors));
        Assert.Equal((1, "There is no account for ada@society.example.\n"), (unknown.Code, unknown.Errors));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("admin", "admit", "ada@society.example")]
    [InlineData("gate", "template", "list")]
    [InlineData("migrate")]
    public async Task A_command_without_its_database_ends_with_one_line(params string[] words)
    {
        string[] database =
        [
            "--Database:Provider=Postgres",
            "--DataProtection:CertificateFile=" + SqliteFiles.Certificate(),
            "--ConnectionStrings:ConnectGate=Host=127.0.0.1;Port=1;Database=x",
        ];

        var ended = await Executable.RunAsync([.. words, .. database]);

        Assert.Equal((1, ""), (ended.Code, ended.Output));
        Assert.StartsWith(
            "ConnectionStrings:ConnectGate",
            Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused_with_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        var database = $"--ConnectionStrings:ConnectGate=Data Source={folder}/a.db";
        await Executable.RunAsync("migrate", database);
        await using (var connection = new SqliteConnection($"Data Source={folder}/a.db;Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO \"__EFMigrationsHistory\" VALUES ('99991231235959_Later', '99.0')";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var ended = await Executable.RunAsync(database);

        Assert.Equal(1, ended.Code);
        Assert.Contains(
            "newer version of ConnectGate has migrated the database (to 99991231235959_Later)",
            Assert.Single(ended.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_on_a_file_that_is_not_there_both_come_up()
    {
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        var database = $"--ConnectionStrings:ConnectGate=Data Source={folder}/new/a.db";

        var ended = await Task.WhenAll(
            Executable.RunAsync("migrate", database),
            Executable.RunAsync("migrate", database)
        );

        Assert.All(ended, one => Assert.Equal((0, ""), (one.Code, one.Errors)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task It_stops_when_it_is_asked_to()
    {
        await using var running = await Executable.ServeAsync();

        Assert.Equal(0, await running.StopAsync());
    }
}
