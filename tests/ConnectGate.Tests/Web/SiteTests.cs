using System.Net;

namespace ConnectGate.Tests.Web;

public sealed class SiteTests
{
    [Fact]
    public async Task A_member_sees_their_inbox_and_nobody_else_does()
    {
        await using var site = await Site.StartAsync();
        var member = await site.Community.InsertAsync();

        var mine = await (await site.VisitAsync(member)).GetAsync("/inbox");
        var nobodys = await site.NewVisitor().GetAsync("/inbox");

        Assert.Equal(HttpStatusCode.OK, mine.Status);
        Assert.Equal(HttpStatusCode.Redirect, nobodys.Status);
        Assert.StartsWith("/account/sign-in", nobodys.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_with_a_token_reads_the_inbox_and_one_without_does_not()
    {
        await using var site = await Site.StartAsync();
        var member = await site.Community.InsertAsync();

        var mine = await (await site.ProgramAsync(member)).GetAsync(
            "/api/v1/inbox",
            TestContext.Current.CancellationToken
        );
        var nobodys = await site.NewProgram().GetAsync("/api/v1/inbox", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, nobodys.StatusCode);
    }
}
