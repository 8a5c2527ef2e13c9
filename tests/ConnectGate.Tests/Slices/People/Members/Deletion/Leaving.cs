using ConnectGate.Care.Administration;
using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Care.Noticeboards;
using ConnectGate.Desk.Conversations;
using ConnectGate.Desk.Inbox;
using ConnectGate.Desk.Inbox.Decisions;
using ConnectGate.Desk.Portability;
using ConnectGate.Letters.Asking;
using ConnectGate.Letters.Directory;
using ConnectGate.Letters.Introductions;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Letters.References;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Accounts;
using ConnectGate.People.Accounts.Sessions;
using ConnectGate.People.Members.Deletion;
using ConnectGate.People.Members.Photos;
using ConnectGate.People.Members.PrivateNotes;
using ConnectGate.People.Policy;
using ConnectGate.Tests.Slices.Desk.Portability;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Tests.Slices.People.Accounts;
using ConnectGate.Tests.Slices.Ties.AddressBook;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Ties.Agendas;
using ConnectGate.Ties.Connections.Blocks;
using ConnectGate.Ties.Groups;
using ConnectGate.Ties.Groups.Invitations;
using ConnectGate.Ties.Meetings;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Slices.People.Members.Deletion;

/// <summary>Members who delete their account, by real commands, and how others see them meanwhile.</summary>
internal static class Leaving
{
    /// <summary>
    /// In the name, the handle and the address of <see cref="InsertQuillonAsync"/>, and in everything that they write.
    /// </summary>
    public const string Mark = "Quillon";

    public static async Task<DateTime> DeleteAsync(this Community community, Person member) =>
        (await community.MustAsync(member, new DeleteAccount.Command(await community.ProofAsync(member)))).LeavesAt;

    /// <summary>Deletes the account, and lets the time to change one's mind and the worker's round pass.</summary>
    public static async Task EraseAsync(this Community community, Person member)
    {
        await community.DeleteAsync(member);
        community.Advance(Account.MayStayFor);
        Assert.True((await community.MustAsync(null, new EraseMember.Command())).Any);
    }

    /// <summary>Whether another member finds them in the search, by the profile, to ask, and as a connection.</summary>
    /// <param name="through">A connection of the member, whose profile the other opens.</param>
    public static async Task<(bool Search, bool Profile, bool Ask, bool Mutual)> SeenAsync(
        this Community community,
        Person member,
        Person by,
        Person through
    )
    {
        var profile = await community.QueryAsync(by, new ViewProfile.Query(through.Handle));
        var search = await community.QueryAsync(by, new FindMembers.Query(member.DisplayName));
        var ask = await community.SendAsync(by, new SendRequest.Command(member.Handle, A.Letter()));
        return (
            search.Items.Any(row => row.Handle == member.Handle),
            await community.QueryAsync(by, new ViewProfile.Query(member.Handle)) is not null,
            !ask.IsNotFound,
            profile!.MutualConnections.Any(one => one.Handle == member.Handle)
        );
    }

    /// <summary>A letter whose note bears the mark.</summary>
    public static Letter Marked()
    {
        var letter = A.AnotherLetter();
        return letter with { Note = $"{letter.Note} {Mark} asks." };
    }

    /// <summary>A member who has written everything that a member can write.</summary>
    public static async Task<Person> InsertQuillonAsync(this Community community)
    {
        var me = await community.InsertAsync(
            new NewMember("quillon", $"{Mark} Marsh")
            {
                CanSignIn = true,
                Policy = PolicyKind.Open,
                PolicyText = $"{Mark} reads letters on Sundays.",
                Questions = [$"What does {Mark} owe you?"],
            }
        );
        await community.InDatabaseAsync(async context =>
        {
            var member = await context.Members.SingleAsync(member => member.Id == me.Id);
            member.Describe(
                me.DisplayName,
                $"{Mark} reads tides",
                $"{Mark} was born at sea.",
                ["en"],
                [$"{Mark} the Elder"],
                [new BetterWay($"Ring the bell for {Mark}", Audience.All)],
                [],
                community.Clock.Now
            );
            context.Add(
                new Photo
                {
                    MemberId = me.Id,
                    Large = [1],
                    Small = [1],
                }
            );
            await context.SaveChangesAsync();
        });
        await community.MustAsync(null, new AdmitAddress.Command("quillon@example.org"));
        await community.SignInAsync(me.Email, A.Password);
        await community.WriteLettersAsync(me);
        await community.WriteElsewhereAsync(me);
        await community.ExportAsync(me);
        return me;
    }

    private static async Task WriteLettersAsync(this Community community, Person me)
    {
        var (ada, ben, cy) = await community.InsertThreeAsync();
        var (dora, eve, fay) = await community.InsertThreeAsync();

        // One letter is accepted, one is opened, one is not opened, and one is with a connector.
        await community.ConnectAsync(me, ada, "With pleasure.", Marked());
        await community.MustAsync(me, new WriteMessage.Command(ada.Handle, $"{Mark} thanks you."));
        await community.MustAsync(ben, new OpenRequest.Command(await community.DeliverAsync(me, ben, Marked())));
        await community.DeliverAsync(me, cy, Marked());
        await community.MustAsync(me, new AskForIntroduction.Command(eve.Handle, ada.Handle, Marked()));

        // A letter to me is declined with words after a talk, and another becomes a connection.
        var received = await community.DeliverAsync(dora, me, Answering());
        await community.MustAsync(me, new WriteToSender.Command(received, $"Which lamp do you mean? {Mark}"));
        await community.MustAsync(
            me,
            new DeclineRequest.Command(received, ForGood: false, new DeclineReply($"{Mark} is at sea.", null))
        );
        await community.MustAsync(
            me,
            Stories.Accept(await community.DeliverAsync(fay, me, Answering())) with
            {
                HowWeKnowEachOther = $"{Mark} sold them a boat.",
            }
        );
        community.Advance(TimeSpan.FromMinutes(10));

        // I introduce, and I am asked about others.
        var through = await community.AskThroughAsync(fay, me, ben);
        await community.MustAsync(me, new PassOn.Command(through, $"{Mark} sailed with both of them for years."));
        var (gil, hal) = await community.InsertTwoAsync();
        await community.InsertConnectionAsync(me, gil);
        await community.InsertConnectionAsync(me, hal);
        await community.MustAsync(
            me,
            new OfferIntroduction.Command(
                gil.Handle,
                hal.Handle,
                $"{Mark} thinks that you would get on well together.",
                $"{Mark} thinks that you would get on well together."
            )
        );
        var toGil = await community.DeliverAsync(hal, gil);
        await community.MustAsync(gil, new AskReference.Command(toGil, me.Handle));
        var asked = Assert.Single((await community.QueryAsync(me, new ListReferences.Query())).Items);
        await community.MustAsync(
            me,
            new AnswerReference.Command(asked.Id, Acquaintance.KnowWell, $"{Mark} vouches for them.")
        );
    }

    private static async Task WriteElsewhereAsync(this Community community, Person me)
    {
        var (ada, ben, cy) = await community.InsertThreeAsync();
        await community.MustAsync(me, new WriteNoteToSelf.Command(ada.Handle, $"Owes {Mark} a lamp."));
        await community.MustAsync(me, new BlockMember.Command(cy.Handle));
        await community.MeetAsync(me, ben);
        await community.MustAsync(me, new NoteMeeting.Command(ben.Handle, $"{Mark}'s boat"));
        await community.ImportAsync(me, Given.Connections(2));
        var today = DateOnly.FromDateTime(community.Clock.Now);
        var gathering = await community.MakeAsync(
            me,
            GroupKind.Gathering,
            GroupStories.GatheringDetails() with
            {
                BeginsOn = today,
                EndsOn = today,
            }
        );
        await community.MustAsync(me, new WriteAgendaEntry.Command(gathering, $"{Mark}'s gauge", "A lamp"));
        await community.MustAsync(me, new WritePost.Command(gathering, $"{Mark} lost a lamp on the pier."));
        await community.MustAsync(me, new InviteAttendees.Command(gathering, "guest@example.org"));
        await community.MustAsync(ada, new InviteAttendees.Command(await community.MakeAsync(ada), me.Email));

        // I report, and I am reported; the case on me is decided.
        await community.MustAsync(
            me,
            new ReportRequest.Command(
                await community.DeliverAsync(ada, me, Answering()),
                ReportCategory.Other,
                $"{Mark} is not amused."
            )
        );
        await community.ReportAsync(me, ben, Marked());
        var moderator = await community.InsertAsync(A.Member() with { Role = Role.Moderator });
        var cases = (await community.QueryAsync(moderator, new ListCases.Query(CaseState.Open)))!.Items;
        foreach (var file in cases)
        {
            await community.MustAsync(moderator, Stories.Dismissal(file.Id, "Nothing is wrong with it."));
        }
    }

    private static Letter Answering() =>
        A.AnotherLetter() with
        {
            Answers = [new Answer("q1", "A long evening at the harbour, and a story about the lamp.")],
        };
}
