using System.Net;
using ConnectGate.Care.Audit;
using ConnectGate.Foundation.Audit;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices.Foundation.Audit;

namespace ConnectGate.Tests.Web.Pages.Moderation;

public sealed class AuditPageTests
{
    [Fact]
    public async Task An_administrator_searches_the_log_keeps_its_head_and_exports_it()
    {
        await using var site = await Site.StartAsync();
        var community = site.Community;
        var (mona, author) = (
            await community.InsertAsync(A.Member() with { Role = Role.Administrator }),
            await community.InsertAsync(A.Member() with { DisplayName = "=Sum Person" })
        );
        var now = community.Clock.Now;
        await community.RecordAsync(
            Entry(AuditAct.DismissedCase, now.AddDays(-2), mona.Id, author.Id, "=HYPERLINK(\"x\")\nand a 50% Offer"),
            Entry(AuditAct.SuspendedMember, now.AddDays(-1), mona.Id, author.Id, "Too many sales letters."),
            Entry(AuditAct.GrantedRole, now, null, mona.Id, "Moderator")
        );
        var desk = await site.VisitAsync(mona);

        var page = await desk.SeeAsync("/moderation/audit");
        Assert.Equal(["Changed a role", "Suspended a member", "Dismissed a case"], page.Texts(".rows strong"));
        var head = AuditHead.Parse(page.Texts(".log-head").Single())!;
        Assert.Null((await community.QueryAsync(null, new VerifyAudit.Query(head))).Broken);

        var day = now.AddDays(-1).ToString("O", System.Globalization.CultureInfo.InvariantCulture)[..10];
        await FindsAsync("q=OFFER", "Dismissed a case");
        await FindsAsync("q=50%25+offer", "Dismissed a case");
        await FindsAsync("q=_sales");
        await FindsAsync("act=GrantedRole", "Changed a role");
        await FindsAsync("actor=" + mona.Handle, "Suspended a member", "Dismissed a case");
        await FindsAsync("subject=" + author.Handle + "&q=sales", "Suspended a member");
        await FindsAsync("actor=nobody-here");
        await FindsAsync($"from={day}&to={day}", "Suspended a member");
        await FindsAsync($"from={day}", "Changed a role", "Suspended a member");

        var kept = await desk.SeeAsync("/moderation/audit?q=sales&act=SuspendedMember&from=" + day);
        Assert.Equal(
            ["sales", day],
            new[] { "q", "from" }.Select(name =>
                kept.Document.QuerySelector($"form [name={name}]")!.GetAttribute("value")
            )
        );
        Assert.NotNull(kept.Document.QuerySelector("option[value=SuspendedMember][selected]"));
        var wrong = await desk.GetAsync("/moderation/audit?from=soon");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotNull(wrong.Document.QuerySelector("[name=from][aria-invalid]"));

        var file = await desk.SubmitAsync(page, "form[action$=export]");
        var lines = file.Body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("number,at,act,actor,actor name,subject,subject name,case,group,group name,words,hash", lines[0]);
        Assert.StartsWith($"1,{now.AddDays(-2):yyyy-MM-dd}", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=Sum Person\"", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\nand a 50% Offer\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(5, lines.Length);
        var last = lines[^1].Split(',');
        Assert.Equal(("4", "ExportedAudit", mona.Handle), (last[0], last[2], last[3]));
        Assert.Null((await community.QueryAsync(null, new VerifyAudit.Query(new AuditHead(4, last[^1])))).Broken);

        var found = await desk.SubmitAsync(kept, "form[action$=export]");
        Assert.Equal(["2", "5"], found.Body.Split("\r\n")[1..^1].Select(line => line.Split(',')[0]));
        Assert.Equal(
            $"words=sales act=SuspendedMember from={day}",
            (await community.QueryAsync(mona, new ReadAudit.Query()))!.Items[0].Reason
        );

        async Task FindsAsync(string query, params string[] acts) =>
            Assert.Equal(acts, (await desk.SeeAsync("/moderation/audit?" + query)).Texts(".rows strong"));
    }

    [Fact]
    public async Task Words_are_searched_in_the_last_90_days_unless_the_reader_names_a_first_day()
    {
        await using var site = await Site.StartAsync();
        var mona = await site.Community.InsertAsync(A.Member() with { Role = Role.Administrator });
        var at = site.Community.Clock.Now.AddDays(-100);
        await site.Community.RecordAsync(Entry(AuditAct.DismissedCase, at, mona.Id, mona.Id, "No offer at all."));
        var desk = await site.VisitAsync(mona);

        var page = await desk.SeeAsync("/moderation/audit?q=offer");
        Assert.Empty(page.Texts(".rows strong"));
        Assert.Equal(
            $"{at.AddDays(10):yyyy-MM-dd}",
            page.Document.QuerySelector("form [name=from]")!.GetAttribute("value")
        );

        page = await desk.SeeAsync($"/moderation/audit?q=offer&from={at:yyyy-MM-dd}");
        Assert.Equal(["Dismissed a case"], page.Texts(".rows strong"));
    }

    private static AuditEntry Entry(AuditAct act, DateTime at, long? actorId, long subjectId, string reason) =>
        new()
        {
            At = at,
            ActorId = actorId,
            Act = act,
            SubjectId = subjectId,
            Reason = reason,
        };
}
