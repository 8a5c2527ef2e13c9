using ConnectGate.Desk.Notifications;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Requests;
using ConnectGate.Letters.Sent;
using ConnectGate.Tests.Support.Databases;

namespace ConnectGate.Tests.Slices.Letters.Asking;

/// <summary>A letter that is not delivered yet shows nowhere, and two crossing letters meet.</summary>
public abstract class CrossingTests(Database database) : TwoMembersTests(database)
{
    [Fact]
    public async Task Nothing_shows_a_letter_before_its_delivery()
    {
        var before = await SeenAsync();
        var id = await Community.AskAsync(Sender, Recipient);

        Assert.Equal(before, await SeenAsync());
        await Community.MustAsync(Sender, new WithdrawRequest.Command(id));
        Assert.Equal(before, await SeenAsync());

        await Community.DeliverAsync(Sender, Recipient);
        Assert.Equal((false, "asked-first", "asked-first", false), await SeenAsync());
    }

    [Fact]
    public async Task When_two_letters_cross_the_earlier_is_delivered_at_once_and_the_later_is_not_sent()
    {
        var earlier = await Community.AskAsync(Sender, Recipient);
        Assert.Empty(await Community.WaitingAsync(Recipient));

        var later = await Community.SendAsync(Recipient, new SendRequest.Command(Sender.Handle, A.AnotherLetter()));

        Assert.Equal(("asked-first", "recipient"), (later.Refusals.Single().Code, later.Refusals.Single().Field));
        Assert.Equal(earlier, Assert.Single(await Community.WaitingAsync(Recipient)).Id);
        Assert.Equal(
            (NotificationKind.LetterArrived, earlier),
            (
                from told in (await Community.QueryAsync(Recipient, new ListNotifications.Query())).Notifications.Items
                select (told.Kind, told.Subject)
            ).Single()
        );
        Assert.Equal(SenderState.Sent, (await Community.SentAsync(Sender)).State);
        Assert.Empty((await Community.QueryAsync(Recipient, new SentRequests.Query())).Items);
        await Community.IllegalAsync(Sender, new CorrectRequest.Command(earlier, A.AnotherLetter()));
        Assert.False((await Community.MustAsync(Sender, new WithdrawRequest.Command(earlier))).TakenBack);
    }

    [Fact]
    public async Task A_letter_that_the_gate_refuses_delivers_nothing()
    {
        await Community.AskAsync(Sender, Recipient);

        await Community.RefusedAsync(
            Recipient,
            new SendRequest.Command(Sender.Handle, A.Letter() with { Note = "Hello" }),
            "note-too-short",
            "note"
        );

        Assert.Empty(await Community.WaitingAsync(Recipient));
    }

    private async Task<(bool MayAsk, string Standing, string Check, bool Found)> SeenAsync()
    {
        var profile = (await Community.QueryAsync(Recipient, new ViewProfile.Query(Sender.Handle)))!;
        var asked = (await Community.QueryAsync(Recipient, new ComposeLetter.Query(Sender.Handle)))!;
        var check = (await Community.QueryAsync(Recipient, new CheckRequest.Query(Sender.Handle, A.Letter())))!;
        var found = await Community.QueryAsync(Recipient, new FindMembers.Query(OnlyWhomIMayAsk: true));
        return (
            profile.MayAsk,
            string.Join(' ', asked.Standing.Select(refusal => refusal.Code)),
            string.Join(' ', check.Refusals.Select(refusal => refusal.Code)),
            found.Items.Any(row => row.Handle == Sender.Handle)
        );
    }
}

public sealed class CrossingTestsOnSqlite() : CrossingTests(Database.Sqlite);

public sealed class CrossingTestsOnPostgres() : CrossingTests(Database.Postgres);
