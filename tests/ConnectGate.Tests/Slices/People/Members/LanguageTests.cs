using System.Globalization;
using ConnectGate.Desk.Notifications;
using ConnectGate.Desk.Notifications.Digests;
using ConnectGate.Letters.Directory;
using ConnectGate.People.Accounts.Passwords;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Ties.Groups.Joining;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ConnectGate.Tests.Support.SecondLanguage;

namespace ConnectGate.Tests.Slices.People.Members;

public abstract class LanguageTests(Database database) : CommunityTests(database)
{
    protected override Dictionary<string, string?> Settings =>
        new(StringComparer.Ordinal)
        {
            ["Admission:By"] = "Open",
            ["Community:TimeZone"] = "Europe/Lisbon",
            ["Gate:LookUpsPerDay"] = "1",
        };

    protected override Action<IServiceCollection>? Configure => SecondLanguage.AddTo;

    [Fact]
    public async Task A_digest_goes_out_in_its_readers_language_whatever_the_thread_has()
    {
        var (reader, other) = (await ReaderAsync(German), await ReaderAsync(English));
        var sender = await Community.InsertAsync(A.Member() with { DisplayName = "Ada Byron" });
        await Community.DeliverAsync(sender, reader);
        await Community.DeliverAsync(sender, other);
        Community.Advance(TimeSpan.FromDays(1));

        Assert.Equal(2, (await Community.InAsync(English, null, new SendDigests.Command())).Value.Written);

        var mails = await Community.MailAsync();
        var mail = Assert.Single(mails, mail => mail.To == reader.Email);
        Assert.StartsWith("[de] What is new", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(
            "[de] Ada Byron asks to connect. Their reason: [de] your work.",
            mail.Body,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "[de]",
            Assert.Single(mails, mail => mail.To == other.Email).Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_told_in_the_list_is_in_the_readers_language()
    {
        var reader = await Community.InsertAsync();
        await Community.DeliverAsync(await Community.InsertAsync(), reader);

        var told = await Community.InAsync(German, reader, new ListNotifications.Query());

        Assert.StartsWith("[de] ", Assert.Single(told.Notifications.Items).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_is_in_the_language_of_who_sent_the_message_wherever_it_comes_from()
    {
        var ada = await Community.InsertAsync();
        var strangers = new[] { await Community.InsertAsync(), await Community.InsertAsync() };
        var unknown = new EditSettings.Command(DigestFrequency.Daily, 99, "UTC");

        var refused = await Community.InAsync(German, ada, unknown);
        var view = await Community.InAsync(German, ada, new JoinGroup.Query("22222222"));
        await Community.InAsync(German, ada, new ViewProfile.Query(strangers[0].Handle));
        var tooOften = await Assert.ThrowsAsync<TooOftenException>(() =>
            Community.InAsync(German, ada, new ViewProfile.Query(strangers[1].Handle))
        );

        Assert.Equal("[de] Choose an hour from 0 to 23.", Assert.Single(refused.Refusals).Message);
        Assert.StartsWith("[de] ", view.Refusal!.Message, StringComparison.Ordinal);
        Assert.StartsWith("[de] ", tooOften.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal(
            "Choose an hour from 0 to 23.",
            Assert.Single((await Community.InAsync(English, ada, unknown)).Refusals).Message
        );
    }

    [Fact]
    public async Task Mail_about_an_account_is_in_its_members_language_else_in_that_of_who_asked_for_it()
    {
        var reader = await ReaderAsync(German);

        await Community.InAsync(English, null, new ForgotPassword.Command(reader.Email, AccountStories.From()));
        await Community.InAsync(German, null, new ForgotPassword.Command("no@example.org", AccountStories.From()));
        await Community.InAsync(English, null, new ForgotPassword.Command("one@example.org", AccountStories.From()));

        Assert.Equal(
            [true, true, false],
            (await Community.MailAsync()).Select(mail => mail.Subject.StartsWith("[de] ", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("Europe/Vienna", "Europe/Vienna")]
    [InlineData("Nowhere/Land", "Europe/Lisbon")]
    [InlineData(null, "Europe/Lisbon")]
    public async Task Registration_takes_language_and_time_zone_from_the_browser(string? browsers, string chosen)
    {
        var registration = AccountStories.Registration("ada") with { TimeZone = browsers };

        Assert.True((await Community.InAsync(German, null, registration)).Succeeded);
        Assert.NotNull((await Community.ConfirmAsync()).Opened);

        var ada = await Community.InDatabaseAsync(context =>
            context.Members.SingleAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal((German.Name, chosen), (ada.PreferredLanguage, ada.TimeZone));
        Assert.StartsWith("[de] ", Assert.Single(await Community.MailAsync()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_changes_their_language_and_one_that_nobody_speaks_is_refused()
    {
        var ada = await Community.InsertAsync();
        Assert.Equal("en", (await SettingsAsync(ada)).Language);

        await ChooseAsync(ada, German);
        await Community.RefusedAsync(
            ada,
            new EditSettings.Command(DigestFrequency.Daily, 8, "UTC", "fr"),
            "preferred-language-unknown",
            "language"
        );

        var settings = await SettingsAsync(ada);
        Assert.Equal("de", settings.Language);
        Assert.Equal(["English", "Deutsch"], settings.Languages.Select(language => language.Name));
    }

    private Task<EditSettings.View> SettingsAsync(Person person) =>
        Community.QueryAsync(person, new EditSettings.Query());

    private async Task<Person> ReaderAsync(CultureInfo language)
    {
        var person = await Community.InsertAsync();
        await ChooseAsync(person, language);
        return person;
    }

    private Task ChooseAsync(Person person, CultureInfo language) =>
        Community.MustAsync(person, new EditSettings.Command(DigestFrequency.Daily, 8, "UTC", language.Name));
}

public sealed class LanguageTestsOnSqlite() : LanguageTests(Database.Sqlite);

public sealed class LanguageTestsOnPostgres() : LanguageTests(Database.Postgres);
