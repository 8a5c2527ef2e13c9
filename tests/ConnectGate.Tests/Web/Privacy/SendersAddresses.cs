using ConnectGate.Care.Noticeboards;
using ConnectGate.Letters.Introductions.Offers;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Letters.Introductions;
using ConnectGate.Tests.Slices.People.Members;
using ConnectGate.Tests.Slices.Ties.Groups;
using ConnectGate.Tests.Support.Databases;
using ConnectGate.Tests.Web.Authorization;
using ConnectGate.Ties.Agendas;
using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Web.Privacy;

/// <summary>
/// Every address that a sender can open, filled in with what concerns the recipient. The addresses come from the
/// authorization table, so a new page is among them.
/// </summary>
internal sealed class SendersAddresses
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private SendersAddresses(
        string request,
        string? group,
        string? post,
        string? offer,
        string code,
        string photo,
        IReadOnlyList<string> others,
        bool all
    )
    {
        Name("REQUEST", request);
        Name("GROUP", group);
        Name("POST", post);
        Name("OFFER", offer);
        Name("PHOTO", photo);
        Name("CODE", code);
        Name("CODE", $"{code[..4]} {code[4..]}");
        foreach (var other in others)
        {
            Name("OTHER", other);
        }

        string[] pages =
        [
            .. AuthorizationTable
                .Rows.Where(row =>
                    row.Key.StartsWith("GET /", StringComparison.Ordinal)
                    && !row.Key.StartsWith("GET /api/", StringComparison.Ordinal)
                    && row.Value is < Opens.ToModerators and not (Opens.ToAll or Opens.ByToken)
                )
                .Select(row => row.Key["GET ".Length..]),
        ];
        Pages =
        [
            .. pages
                .Where(page => all || page.Contains('{'))
                .Select(Fill)
                .Union([
                    "/",
                    "/sent",
                    "/members?query=recipient",
                    "/introductions?folder=Mine",
                    "/m/the-mutual",
                    "/report/profile/the-recipient",
                    $"/report/agenda-entry/{group}.the-recipient",
                ]),
        ];

        string Fill(string path) =>
            path.Replace("{handle}", "the-recipient", StringComparison.Ordinal)
                .Replace("{kind}", "post", StringComparison.Ordinal)
                .Replace("{code}", code, StringComparison.Ordinal)
                .Replace("{version}", photo, StringComparison.Ordinal)
                .Replace(
                    "{id}",
                    path.StartsWith("/groups/", StringComparison.Ordinal) ? group ?? request
                        : path.StartsWith("/gatherings/", StringComparison.Ordinal) ? group ?? request
                        : path.StartsWith("/posts/", StringComparison.Ordinal) ? post ?? request
                        : path.StartsWith("/report/", StringComparison.Ordinal) ? post ?? request
                        : path.StartsWith("/introductions/offers/", StringComparison.Ordinal) ? offer ?? request
                        : request,
                    StringComparison.Ordinal
                );
    }

    /// <summary>
    /// On SQLite all pages. On PostgreSQL the pages about the recipient, the request, the group, the post, the offer
    /// and the code.
    /// </summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>
    /// The two belong to a group, in which the recipient wrote a post, and a common connection offered to introduce
    /// them.
    /// </summary>
    public static async Task PrepareAsync(Site site, Person mutual, Person sender, Person recipient)
    {
        var today = DateOnly.FromDateTime(site.Clock.Now);
        var group = await site.Community.MakeAsync(
            recipient,
            GroupKind.Gathering,
            GroupStories.GatheringDetails() with
            {
                BeginsOn = today,
                EndsOn = today,
            }
        );
        await site.Community.RecogniseAsync(group);
        await site.Community.JoinAsync(sender, group);
        await site.Community.MustAsync(recipient, new WriteAgendaEntry.Command(group, "The old gauge", "A lamp"));
        await site.Community.MustAsync(recipient, new WritePost.Command(group, "The lamp of the pier is out again."));
        await site.Community.MustAsync(
            mutual,
            new OfferIntroduction.Command(
                sender.Handle,
                recipient.Handle,
                IntroductionStories.Words,
                IntroductionStories.Words
            )
        );
    }

    /// <summary>The addresses at this moment, in which the recipient shows a code.</summary>
    public static async Task<SendersAddresses> OfAsync(Site site, string request)
    {
        var (recipient, group, post, offer, others) = await site.Community.InDatabaseAsync(async context =>
        {
            var unnamed = context.Members.Where(member => !member.Handle.StartsWith("the-"));
            return (
                await context
                    .Members.Where(member => member.Handle == "the-recipient")
                    .Select(member => new Person(member.Id, member.Handle, member.DisplayName, ""))
                    .SingleAsync(),
                await context.Groups.Select(one => one.PublicId).SingleOrDefaultAsync(),
                await context.Posts.Select(one => one.PublicId).SingleOrDefaultAsync(),
                await context.Offers.Select(one => one.PublicId).SingleOrDefaultAsync(),
                await context
                    .Sessions.Select(session => session.PublicId)
                    .Concat(context.Groups.Select(one => one.Name))
                    .Concat(unnamed.Select(member => member.Handle))
                    .Concat(unnamed.Select(member => member.DisplayName))
                    .ToListAsync()
            );
        });
        return new(
            request,
            group,
            post,
            offer,
            await site.ShowCodeAsync(recipient),
            await site.Community.UsePhotoAsync(recipient),
            others,
            all: site.Database == Database.Sqlite
        );
    }

    /// <summary>The text with a name in the place of each id, because ids differ each time.</summary>
    public string Masked(string text) => _names.Aggregate(text, (masked, id) => Masked(masked, id.Key, id.Value));

    /// <summary>The text with the name in the place of the id. CSV quotes an id that begins with a sign.</summary>
    public static string Masked(string text, string id, string name) =>
        text.Replace($"\"'{id}\"", name, StringComparison.Ordinal).Replace(id, name, StringComparison.Ordinal);

    private void Name(string name, string? id)
    {
        if (id is not null)
        {
            _names[id] = name;
            _names[Uri.EscapeDataString(id)] = name;
        }
    }
}
