using ConnectGate.Web.Commands;
using ConnectGate.Web.Hosting;

try
{
    var commandLine = CommandLine.Parse(args);
    var builder = WebApplication.CreateBuilder(commandLine.Settings);
    builder.AddLog(quiet: commandLine.IsCommand);
    DatabaseSettings.Read(builder.Configuration, builder.Environment.ContentRootPath).AddTo(builder.Services, builder.Configuration);
    builder.AddHouse();

    await using var app = builder.Build();
    app.CheckSettings();
    if (commandLine.IsCommand)
    {
        return await commandLine.RunAsync(app, CancellationToken.None);
    }

    await app.MigrateAsync();
    app.UseHouse();
    app.MapHouse();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (Start.OneLine(exception) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}
