using ConnectGate.People.Members;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Hosting.Demo;

/// <summary>
/// Makes a demo community: in Development whenever the database is empty, elsewhere by the command <c>demo</c>.
/// </summary>
internal static class DemoCommunity
{
    private const string Wanted = "Demo",
        Note = "demo-accounts.txt";

    /// <summary>
    /// In Development, unless <c>Demo</c> is false: fills an empty database and prints how to sign in.
    /// </summary>
    public static async Task MakeDemoAsync(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue(Wanted, true))
        {
            return;
        }

        var note = NotePath(app);
        if (await IsEmptyAsync(app))
        {
            await MakeAsync(app, app.Lifetime.ApplicationStopping);
        }

        if (File.Exists(note))
        {
            var text = await File.ReadAllTextAsync(note);
            app.Lifetime.ApplicationStarted.Register(() =>
                Console.WriteLine($"\n{string.Join(' ', app.Urls)}\n{text}")
            );
        }
    }

    /// <summary>Whether the database has no members.</summary>
    public static async Task<bool> IsEmptyAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateServerScope();
        return !await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AnyMembers.Query());
    }

    /// <summary>
    /// Makes the community and returns how to sign in. An interrupted run leaves the database empty, so the next start
    /// makes the community.
    /// </summary>
    public static async Task<string> MakeAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var database = app.Services.GetRequiredService<DatabaseSettings>();
        await using var stage = new DemoStage(database);
        var text = "";
        await stage.AllOrNoneAsync(
            async () =>
            {
                var script = new DemoScript(
                    stage,
                    DemoContent.Read(),
                    app.Services.GetRequiredService<TimeProvider>().GetUtcNow()
                );
                text = HowToSignIn(await script.PlayAsync(cancellationToken));
                Directory.CreateDirectory(database.Folder);
                await File.WriteAllTextAsync(NotePath(app), text, cancellationToken);
            },
            cancellationToken
        );
        return text;
    }

    private static string HowToSignIn(string authenticatorKey) =>
        $"""
            A demo community to sign in to; everybody's password is: {DemoScript.Password}
              {DemoScript.Member}     may ask whom they like
              {DemoScript.Recipient}  has a full inbox
              {DemoScript.Moderator}  sees the reports; authenticator key {authenticatorKey}

            """;

    private static string NotePath(WebApplication app) =>
        Path.Combine(app.Services.GetRequiredService<DatabaseSettings>().Folder, Note);
}
