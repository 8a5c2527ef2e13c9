using System.Text.Json;
using ConnectGate.Accounts;
using ConnectGate.Gate;
using ConnectGate.Gate.Reading;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Hosting.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ConnectGate.Tests.Web;

/// <summary>The demo community is made by real commands: a letter of it that the gate refuses would stop the start.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_gate_admits_every_letter_of_the_demo()
    {
        var trial = new NoteTrial(new NoteReader(PhraseBook.Load(), Lexicon.Load()), Options.Create(new GateOptions()));
        using var demo = await JsonDocument.ParseAsync(typeof(Program).Assembly.GetManifestResourceStream("demo-community.json")!, cancellationToken: TestContext.Current.CancellationToken);
        var members = demo.RootElement.GetProperty("members").EnumerateArray().ToDictionary(member => Text(member, "handle"), StringComparer.Ordinal);
        var sent = new List<(string Sender, NoteTrial.Note Note)>();
        foreach (var letter in demo.RootElement.GetProperty("letters").EnumerateArray().OrderByDescending(letter => letter.GetProperty("daysAgo").GetDouble()))
        {
            var (sender, recipient) = (members[Text(letter, "sender")], members[Text(letter, "recipient")]);
            sent.Add((Text(letter, "sender"), new NoteTrial.Note(
                Text(letter, "note"), Text(sender, "displayName"), Text(recipient, "displayName"), Text(recipient, "headline"), Enum.Parse<Reason>(Text(letter, "reason")), Text(letter, "detail"))));
        }

        var refused = sent.Index()
            .SelectMany(letter => trial.Try(letter.Item.Note, [.. sent.Take(letter.Index).Where(earlier => earlier.Sender == letter.Item.Sender).Select(earlier => earlier.Note)])
                .Refusals.Select(refusal => $"{refusal.Code}: {letter.Item.Note.Text}"));

        Assert.Empty(refused);
    }

    [Fact]
    public async Task Who_ends_the_start_while_the_demo_is_made_finds_nobody_there_and_may_start_again()
    {
        var connectionString = await SqliteFiles.NewAsync();
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton(new DatabaseSettings(IsPostgres: false, connectionString, folder));
        builder.Services.AddSingleton(TimeProvider.System);
        await using var app = builder.Build();

        // Long enough for some to register, much too short for all.
        using var ended = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DemoCommunity.MakeAsync(app, ended.Token));

        await using var community = Community.Over(Database.Sqlite, connectionString);
        Assert.Equal(0, await community.CountAsync<Account>());
        Assert.Empty(Directory.GetFiles(folder));
        Directory.Delete(folder);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
