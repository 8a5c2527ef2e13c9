using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.SameNotes;
using ConnectGate.Care.Moderation.Templates;
using ConnectGate.Desk.Inbox;
using ConnectGate.Foundation.Audit;
using ConnectGate.Gate.Copies;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Copies;
using ConnectGate.Letters.Sent;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Letters.Copies;

public abstract class CopiedNoteTests(Database database) : CommunityTests(database)
{
    private static readonly string[] Greetings = ["Hello", "Dear", "Good morning", "Hi there", "Hey"];

    private Person _sender = null!;
    private int _written;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _sender = await Community.InsertAsync(new NewMember("ola-ness", "Ola Ness"));
    }

    [Fact]
    public async Task The_same_note_to_somebody_else_is_refused_and_leaves_nothing()
    {
        await SendAsync(_sender, await NewAsync("Greta Olin", "Glass artist, Fjord Foods"), "Fjord Foods");

        var other = await NewAsync("Tomás Gil", "Baker, Lehem Tov");
        await Community.RefusedAsync(_sender, Asks(other, "Lehem Tov"), "copied-note", "note");

        Assert.Equal(1, await Community.CountAsync<SentNote>());
        await Community.MustAsync(_sender, new SendRequest.Command(other.Handle, A.AnotherLetter()));
    }

    [Fact]
    public async Task A_refused_note_does_not_make_the_next_one_a_copy()
    {
        var recipient = await NewAsync("Greta Olin", "Glass artist");
        await Community.RefusedAsync(
            _sender,
            Asks(recipient, "glass") with
            {
                Letter = Letter(recipient, "glass") with { ReasonDetail = null },
            },
            "reason-detail-missing",
            "reasonDetail"
        );
        await Community.RefusedAsync(_sender, Asks(_sender, "glass"), "oneself", "recipient");

        await SendAsync(_sender, recipient, "glass");
    }

    [Fact]
    public async Task Every_other_refusal_comes_before_that_of_a_copy()
    {
        var recipient = await NewAsync("Greta Olin", "Glass artist");
        await SendAsync(_sender, recipient, "glass");

        var outcome = await Community.SendAsync(_sender, Asks(recipient, "glass"));

        Assert.Equal(["already-asked"], outcome.Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task To_the_same_person_it_may_be_written_again()
    {
        var recipient = await NewAsync("Greta Olin", "Glass artist");
        await Community.MustAsync(_sender, new WithdrawRequest.Command(await SendDeliveredAsync(recipient, "glass")));
        Community.Advance(TimeSpan.FromDays(120));

        await SendAsync(_sender, recipient, "glass");
    }

    [Fact]
    public async Task Somebody_else_may_have_the_same_idea()
    {
        await SendAsync(_sender, await NewAsync("Greta Olin", ""), "glass");

        await SendAsync(await Community.InsertAsync(), await NewAsync("Tomás Gil", ""), "bread");
    }

    [Fact]
    public async Task After_180_days_it_is_forgotten()
    {
        var first = await NewAsync("Greta Olin", "Glass artist");
        await SendAsync(_sender, first, "glass");
        var other = await NewAsync("Tomás Gil", "Baker");
        Community.Advance(TimeSpan.FromDays(180) - TimeSpan.FromMinutes(1));
        await Community.RefusedAsync(_sender, Asks(other, "bread"), "copied-note", "note");

        Community.Advance(TimeSpan.FromMinutes(1));
        await SendAsync(_sender, other, "bread");

        Assert.Equal(1, await Community.CountAsync<SentNote>()); // the old one is gone
        Assert.InRange(await Community.CountAsync<SentNoteKey>(), 1, NotePrint.MostKeys);
    }

    [Fact]
    public async Task A_note_taken_back_was_never_sent()
    {
        var receipt = await SendAsync(_sender, await NewAsync("Greta Olin", ""), "glass");
        await Community.MustAsync(_sender, new WithdrawRequest.Command(receipt.Id));

        Assert.Equal((0, 0), (await Community.CountAsync<SentNote>(), await Community.CountAsync<SentNoteKey>()));
        await SendAsync(_sender, await NewAsync("Tomás Gil", ""), "bread");
    }

    [Fact]
    public async Task A_correction_is_judged_too_and_replaces_what_is_remembered()
    {
        await SendAsync(_sender, await NewAsync("Greta Olin", ""), "glass");
        var other = await NewAsync("Tomás Gil", "");
        var own = (await Community.MustAsync(_sender, new SendRequest.Command(other.Handle, A.Letter()))).Id;

        await Community.RefusedAsync(
            _sender,
            new CorrectRequest.Command(own, Letter(other, "bread")),
            "copied-note",
            "note"
        );
        await Community.MustAsync(
            _sender,
            new CorrectRequest.Command(own, A.Letter() with { Note = A.Letter().Note + " In Bergen, perhaps?" })
        );
        await Community.MustAsync(_sender, new CorrectRequest.Command(own, A.AnotherLetter()));

        Assert.Equal(2, await Community.CountAsync<SentNote>());
        await Community.MustAsync(_sender, new SendRequest.Command((await NewAsync("Li Wen", "")).Handle, A.Letter()));
    }

    [Fact]
    public async Task A_template_of_the_community_is_refused_whoever_sends_it()
    {
        var recipient = await NewAsync("Greta Olin", "Glass artist");
        var added = await Community.MustAsync(
            null,
            new AddTemplate.Command("Dear {first name}, " + Stock("[FIELD OF WORK]"))
        );
        Assert.False(added.WasThere);
        Assert.True(
            (await Community.MustAsync(null, new AddTemplate.Command("Dear {name}, " + Stock("[FIELD]")))).WasThere
        );

        await Community.RefusedAsync(_sender, Asks(recipient, "glass"), "known-template", "note");

        Assert.Equal(added.Id, Assert.Single(await Community.QueryAsync(null, new ListTemplates.Query())).Id);
        await Community.MustAsync(null, new RemoveTemplate.Command(added.Id));
        Assert.True((await Community.SendAsync(null, new RemoveTemplate.Command(added.Id))).IsNotFound);
        Assert.Equal(0, await Community.CountAsync<NoteTemplateKey>());
        Assert.Equal(2, await Community.CountAsync<AuditEntry>());
        await SendAsync(_sender, recipient, "glass");
    }

    [Theory]
    [InlineData(" \u200B\n", "template-missing")]
    [InlineData("Hello there", "template-too-short")]
    [InlineData("Hello {name}! Kind regards, {me}", "template-says-nothing")]
    public async Task A_template_must_say_something(string text, string code) =>
        await Community.RefusedAsync(null, new AddTemplate.Command(text), code, "text");

    [Fact]
    public async Task A_note_is_not_compared_while_it_is_written()
    {
        await SendAsync(_sender, await NewAsync("Greta Olin", ""), "glass");
        var other = await NewAsync("Tomás Gil", "");

        var sql = Community.Sql.Listen();
        var view = await Community.QueryAsync(_sender, new CheckRequest.Query(other.Handle, Letter(other, "bread")));

        Assert.DoesNotContain(view!.Refusals, refusal => refusal.Code == "copied-note");
        Assert.DoesNotContain(sql, text =>
            text.Contains("SentNote", StringComparison.Ordinal)
            || text.Contains("NoteTemplate", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_letter_that_has_much_in_common_with_another_says_so_to_its_recipient()
    {
        const string Common = "The harbour choir in Gent has lost the sheet with the blue stamp since March";
        var (first, second, third) = (
            await NewAsync("Greta Olin", ""),
            await NewAsync("Tomás Gil", ""),
            await NewAsync("Li Wen", "")
        );
        var one = await DeliverAsync(
            first,
            $"Your father repaired my bicycle in Sevilla the summer before you were born. {Common}"
        );
        Assert.Null((await ReadAsync(first, one)).LikeNotesToOthers);

        var other = await DeliverAsync(
            second,
            $"Which glue holds the keel of the small boat in your film about the harbour cats? {Common}"
        );
        var own = await DeliverAsync(third, A.Letter().Note!);

        var alike = (await ReadAsync(second, other)).LikeNotesToOthers!;
        Assert.InRange(alike.Share, NotePrint.Alike, NotePrint.Copy);
        Assert.Contains("words are the same", alike.Words, StringComparison.Ordinal);
        Assert.Equal(alike, (await ReadAsync(first, one)).LikeNotesToOthers);
        Assert.Null((await ReadAsync(third, own)).LikeNotesToOthers);

        Community.Advance(TimeSpan.FromDays(31));
        var later = await DeliverAsync(
            await NewAsync("Ada Flores", ""),
            "Who rings the bell of the night ferry on Sundays now that Jon has left the pier?"
        );
        Assert.NotEmpty(later);
        Assert.NotNull((await ReadAsync(second, other)).LikeNotesToOthers);
    }

    [Fact]
    public async Task The_same_note_of_five_senders_in_a_week_is_put_before_the_moderators_once()
    {
        var moderator = await Community.InsertAsync(
            A.Member() with
            {
                Role = ConnectGate.People.Accounts.Role.Moderator,
            }
        );
        var senders = new List<Person>();
        for (var number = 0; number < 5; number++)
        {
            Assert.Empty((await Community.QueryAsync(moderator, new ListCases.Query()))!.Items);
            senders.Add(await Community.InsertAsync());
            await SendAsync(senders[^1], await NewAsync($"Recipient {number}", ""), "glass");
        }

        var cases = (await Community.QueryAsync(moderator, new ListCases.Query()))!.Items;
        Assert.Equal(
            senders.Select(sender => sender.Handle).Order(StringComparer.Ordinal),
            cases.Select(file => file.AuthorHandle).Order(StringComparer.Ordinal)
        );
        Assert.All(cases, file => Assert.Equal((0, 1), (file.Reports, file.SameNotes)));
        var view = await Community.MustAsync(moderator, new ViewCase.Command(cases[0].Id));
        var same = Assert.Single(view.SameNotes);
        Assert.Contains("the sheet with the blue stamp", same.Evidence.Note, StringComparison.Ordinal);
        Assert.Equal(4, same.Others.Count);
        Assert.All(same.Others, other =>
            Assert.Contains("the sheet with the blue stamp", other.Note, StringComparison.Ordinal)
        );

        var sixth = await Community.InsertAsync();
        await SendAsync(sixth, await NewAsync("Recipient 6", ""), "glass");
        Assert.Equal(6, (await Community.QueryAsync(moderator, new ListCases.Query()))!.Items.Count);
        Assert.Equal(6, await Community.CountAsync<SameNote>());
    }

    [Fact]
    public async Task Neither_four_senders_nor_five_in_more_than_a_week_nor_one_taken_back_are_a_case()
    {
        for (var number = 0; number < 4; number++)
        {
            await SendAsync(await Community.InsertAsync(), await NewAsync($"Recipient {number}", ""), "glass");
        }

        var fifth = await Community.InsertAsync();
        var receipt = await SendAsync(fifth, await NewAsync("Recipient 5", ""), "glass");
        await Community.MustAsync(fifth, new WithdrawRequest.Command(receipt.Id));
        Assert.Equal(4, await Community.CountAsync<SameNote>());

        Community.Advance(TimeSpan.FromDays(7));
        await SendAsync(await Community.InsertAsync(), await NewAsync("Recipient 7", ""), "glass");
        Assert.Equal(4, await Community.CountAsync<SameNote>());
    }

    private static string Stock(string subject) =>
        $"the old song about {subject} lacks its second verse since the fire at the Gent archive. Did your "
        + "grandmother keep the sheet with the blue stamp?";

    private Task<Person> NewAsync(string name, string headline) => NewAsync(Community, name, headline);

    private static async Task<Person> NewAsync(Community community, string name, string headline)
    {
        var person = await community.InsertAsync(A.Member() with { DisplayName = name });
        await community.MustAsync(person, new EditProfile.Command(name, headline, "", [], [], []));
        return person;
    }

    private Task<SendRequest.Receipt> SendAsync(Person sender, Person recipient, string field) =>
        Community.MustAsync(sender, Asks(recipient, field));

    private async Task<string> SendDeliveredAsync(Person recipient, string field)
    {
        var receipt = await SendAsync(_sender, recipient, field);
        Community.Advance(TimeSpan.FromMinutes(5));
        return receipt.Id;
    }

    private Task<string> DeliverAsync(Person recipient, string note) =>
        Community.DeliverAsync(_sender, recipient, A.Letter() with { Note = note });

    private Task<LetterView> ReadAsync(Person recipient, string id) =>
        Community.MustAsync(recipient, new OpenRequest.Command(id));

    private SendRequest.Command Asks(Person recipient, string field) => new(recipient.Handle, Letter(recipient, field));

    private Letter Letter(Person recipient, string field) =>
        A.Letter() with
        {
            Note =
                $"{Greetings[_written++ % Greetings.Length]} {recipient.DisplayName.Split(' ')[0]}, "
                + $"{Stock(field)} All the best from rainy Bergen, Ola",
        };
}

public sealed class CopiedNoteTestsOnSqlite() : CopiedNoteTests(Database.Sqlite);

public sealed class CopiedNoteTestsOnPostgres() : CopiedNoteTests(Database.Postgres);
