using ConnectGate.People.Accounts.Keys;
using ConnectGate.Web.Api;
using ConnectGate.Web.Commands;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Hosting.Demo;
using ConnectGate.Web.Hosting.Logging;
using ConnectGate.Web.Hosting.Workers;
using ConnectGate.Web.Identity;

try
{
    var commandLine = CommandLine.Parse(args);
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = commandLine.Settings, ContentRootPath = Start.ContentRoot }
    );
    builder.AddSafeDefaults();
    builder.AddLog(quiet: commandLine.IsCommand);
    var database = DatabaseSettings.Read(builder.Configuration, builder.Environment.ContentRootPath);
    database.AddTo(builder.Services, builder.Configuration);
    builder.AddKeyRing(database, serves: !commandLine.IsCommand);
    builder.Services.AddConnectGateIdentity();
    builder.Services.AddApiV1();
    builder.AddSite();
    builder.AddBackground(database);

    await using var app = builder.Build();
    app.CheckSettings();
    if (commandLine.IsCommand)
    {
        return await commandLine.RunAsync(app, CancellationToken.None);
    }

    app.CheckAddresses();
    app.CheckMail();
    await app.MigrateAsync();
    await app.AnnounceAsync();
    app.Services.PrepareKeyRing();
    await app.MakeDemoAsync();
    app.UseSite();
    app.UseSessions();
    app.UseRequestLocalization(); // by the language of the session's member
    app.UseNotFound();
    app.UseAuthorization();
    app.MapSite();
    app.MapApiV1();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (Start.OneLine(exception) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}
