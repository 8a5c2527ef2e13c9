using ConnectGate.Care.Administration;
using ConnectGate.Web.Identity;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Web.Authorization;

/// <summary>
/// The endpoints of <see cref="AuthorizationTable"/> are as strict as the messages they send declare.
/// </summary>
public sealed class DeclaredAccessTests(Cast cast) : IClassFixture<Cast>
{
    /// <summary>Pages for everybody that send a message for members only while somebody is signed in.</summary>
    private static readonly string[] WhereSignedIn = ["/account/sign-out", "/language"];

    [Fact]
    public async Task The_table_and_the_declarations_agree() =>
        Assert.Equal("", Mismatches(AuthorizationTable.Rows, await Sends.OfAsync(cast.Site)));

    [Fact]
    public async Task A_row_that_is_stricter_or_looser_than_its_messages_would_be_found()
    {
        var planted = new Dictionary<string, Opens>(AuthorizationTable.Rows, StringComparer.Ordinal)
        {
            ["GET /inbox"] = Opens.ToModerators,
            ["GET /moderation/audit"] = Opens.ToMembers,
            ["PATCH /api/v1/requests/{id}"] = Opens.ToAdministrators,
        };

        Assert.Equal(
            """
            GET /inbox opens to Moderators, its strictest message is for Members
            GET /moderation/audit opens to Members, its strictest message is for Moderators
            PATCH /api/v1/requests/{id} opens to Administrators, its strictest message is for Members
            """,
            Mismatches(planted, await Sends.OfAsync(cast.Site))
        );
    }

    [Fact]
    public async Task The_reading_of_the_code_finds_what_the_endpoints_send()
    {
        var sends = await Sends.OfAsync(cast.Site);

        Assert.Contains(sends["/moderation/cases/{id}"], message => message.Name.Contains("DecideCase/Command"));
        Assert.Contains(sends["/inbox/{id}/accept"], message => message.Name.Contains("AcceptRequest/Command"));
        Assert.Contains(sends["/api/v1/requests/{id}/talk"], message => message.Name.Contains("StopTalk/Command"));
        Assert.Contains(sends["/api/v1/sign-in"], message => message.Name.Contains("SignIn/Try"));
    }

    [Fact]
    public async Task Only_a_scope_of_the_server_sends_what_is_for_the_server_and_no_request_makes_one()
    {
        var resets = new ResetSecondFactor.Command((await cast.Site.Community.InsertAsync()).Email);

        Assert.True((await SendAsync(cast.Site.Services.CreateAsyncScope())).IsNotFound);
        var http = cast.Site.Services.GetRequiredService<IHttpContextAccessor>();
        http.HttpContext = new DefaultHttpContext();
        Assert.Throws<InvalidOperationException>(() => cast.Site.Services.CreateServerScope());
        http.HttpContext = null;
        Assert.True((await SendAsync(cast.Site.Services.CreateServerScope())).Succeeded);

        async Task<Outcome<Done>> SendAsync(AsyncServiceScope scope)
        {
            await using (scope)
            {
                return await scope
                    .ServiceProvider.GetRequiredService<IMediator>()
                    .Send(resets, TestContext.Current.CancellationToken);
            }
        }
    }

    private static string Mismatches(IReadOnlyDictionary<string, Opens> rows, ILookup<string, Sends.Message> sends) =>
        string.Join(
            '\n',
            from row in rows
            let address = row.Key.Split(' ')[1].Split('?')[0]
            let messages = sends[address].Select(message => Audience(message.Senders)).ToList()
            where messages.Count > 0
            let strictest = messages.Max()
            let opens = Audience(row.Value)
            where strictest != opens && !(WhereSignedIn.Contains(address) && strictest == Senders.Members)
            orderby row.Key
            select $"{row.Key} opens to {opens}, its strictest message is for {strictest}"
        );

    private static Senders Audience(Opens opens) =>
        opens switch
        {
            Opens.ToAll or Opens.ByCredentials or Opens.ByToken => Senders.Anybody,
            >= Opens.ToAdministrators => Senders.Administrators,
            >= Opens.ToModerators => Senders.Moderators,
            _ => Senders.Members,
        };

    // A suspended member may open every page of members.
    private static Senders Audience(Senders senders) =>
        senders == Senders.MembersNotSuspended ? Senders.Members : senders;
}
