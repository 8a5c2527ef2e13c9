using System.Text.Json;
using ConnectGate.Foundation.Figures;
using ConnectGate.Gate.Reading;
using ConnectGate.Letters.Copies;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Hosting.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ConnectGate.Tests.Web.Hosting;

/// <summary>
/// The demo community is made by real commands: a letter of it that the gate refuses would stop the start.
/// </summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_gate_admits_every_letter_of_the_demo()
    {
        var trial = new NoteTrial(new NoteReader(PhraseBook.Load(), Lexicon.Load()), Options.Create(new GateOptions()));
        using var demo = await JsonDocument.ParseAsync(
            typeof(Program).Assembly.GetManifestResourceStream("demo-community.json")!,
            cancellationToken: TestContext.Current.CancellationToken
        );
        var members = demo
            .RootElement.GetProperty("members")
            .EnumerateArray()
            .ToDictionary(member => Text(member, "handle"), StringComparer.Ordinal);
        var sent = new List<(string Sender, NoteTrial.Note Note)>();
        foreach (
            var letter in demo
                .RootElement.GetProperty("letters")
                .EnumerateArray()
                .OrderByDescending(letter => letter.GetProperty("daysAgo").GetDouble())
        )
        {
            var (sender, recipient) = (members[Text(letter, "sender")], members[Text(letter, "recipient")]);
            sent.Add(
                (
                    Text(letter, "sender"),
                    new NoteTrial.Note(
                        Text(letter, "note"),
                        Text(sender, "displayName"),
                        Text(recipient, "displayName"),
                        Text(recipient, "headline"),
                        Enum.Parse<Reason>(Text(letter, "reason")),
                        Text(letter, "detail")
                    )
                )
            );
        }

        var refused = sent.Index()
            .SelectMany(letter =>
                trial
                    .Try(
                        letter.Item.Note,
                        [
                            .. sent.Take(letter.Index)
                                .Where(earlier => earlier.Sender == letter.Item.Sender)
                                .Select(earlier => earlier.Note),
                        ]
                    )
                    .Refusals.Select(refusal => $"{refusal.Code}: {letter.Item.Note.Text}")
            );

        Assert.Empty(refused);
    }

    [Fact]
    public async Task A_demo_that_is_not_finished_leaves_nobody_and_can_be_made_again()
    {
        var connectionString = await SqliteFiles.NewAsync();
        var folder = Directory.CreateTempSubdirectory("connectgate-").FullName;
        await using var community = Community.Over(Database.Sqlite, connectionString);

        // Its last step is to write down how to sign in: what goes wrong there comes when everything else is played.
        var inTheWay = Path.Combine(folder, "in-the-way");
        await File.WriteAllTextAsync(inTheWay, "", TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<IOException>(() => MakeAsync(Path.Combine(inTheWay, "data")));
        Assert.Equal(0, await community.CountAsync<Account>());

        Assert.Contains("member@example.org", await MakeAsync(folder), StringComparison.Ordinal);
        Assert.Equal(31, await community.CountAsync<Account>());

        // A command makes them at its very end, and these commands end within one transaction.
        Assert.NotEqual(0, await community.CountAsync<DayCount>());
        Assert.NotEqual(0, await community.CountAsync<SentNoteKey>());
        Directory.Delete(folder, recursive: true);

        async Task<string> MakeAsync(string dataFolder)
        {
            var builder = WebApplication.CreateBuilder();
            builder.Services.AddSingleton(new DatabaseSettings(IsPostgres: false, connectionString, dataFolder));
            builder.Services.AddSingleton(TimeProvider.System);
            await using var app = builder.Build();
            return await DemoCommunity.MakeAsync(app, TestContext.Current.CancellationToken);
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
