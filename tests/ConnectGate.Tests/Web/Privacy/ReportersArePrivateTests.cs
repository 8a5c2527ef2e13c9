using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Reports;
using ConnectGate.People.Accounts;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Web.Authorization;

namespace ConnectGate.Tests.Web.Privacy;

/// <summary>
/// Nobody learns who reported. The accused looks at every page about themself and at their mail, before a report, after
/// it, and after its decision. No page names the reporter or differs by who it was.
/// </summary>
public sealed class ReportersArePrivateTests
{
    [Fact]
    public async Task A_report_changes_nothing_that_the_accused_sees()
    {
        await using var site = await Site.StartAsync();
        var (accused, reporter) = await TwoAsync(site);
        var visitor = await site.VisitAsync(accused);
        var before = await LookAsync(visitor);

        await ReportAsync(site, accused, reporter);

        Assert.Equal(before, await LookAsync(visitor));
        Assert.Empty(Directory.GetFiles(site.MailFolder));
    }

    [Fact]
    public async Task A_decision_reads_the_same_whoever_reported()
    {
        var seen = new List<string>();
        foreach (var by in new[] { "the-reporter", "another-reporter" })
        {
            await using var site = await Site.StartAsync();
            var (accused, _) = await TwoAsync(site);
            var reporter = await site.Community.InsertAsync(new NewMember($"{by}-2", "The Reporter Herself"));
            await ReportAsync(site, accused, reporter);
            var moderator = await site.Community.InsertAsync(
                new NewMember("the-moderator", "The Moderator") { Role = Role.Moderator }
            );
            var file = (await site.Community.QueryAsync(moderator, new ListCases.Query()))!.Items.Single();
            await site.Community.MustAsync(
                moderator,
                await site.Community.SuspensionAsync(file.Id, 7, "Your profile sells something.")
            );

            var pages = await LookAsync(await site.VisitAsync(accused));
            Assert.DoesNotContain("Reporter Herself", pages, StringComparison.Ordinal);
            Assert.DoesNotContain("The Moderator", pages, StringComparison.Ordinal);
            Assert.DoesNotContain("reporter", string.Join('\n', site.Log.Lines), StringComparison.OrdinalIgnoreCase);
            seen.Add(pages);
        }

        Assert.Equal(seen[0], seen[1]);
    }

    private static async Task<(Person Accused, Person Reporter)> TwoAsync(Site site) =>
        (
            await site.Community.InsertAsync(new NewMember("the-accused", "The Accused")),
            await site.Community.InsertAsync(new NewMember("the-reporter", "The Reporter"))
        );

    private static Task ReportAsync(Site site, Person accused, Person reporter) =>
        site.Community.MustAsync(
            reporter,
            new ReportText.Command(ReportedKind.Profile, accused.Handle, ReportCategory.Sales, "They sell.")
        );

    // Every page of a member's own, and their own profile.
    private static async Task<string> LookAsync(Visitor visitor)
    {
        var pages = new List<string>();
        foreach (
            var address in AuthorizationTable
                .Rows.Where(row =>
                    row.Key.StartsWith("GET /", StringComparison.Ordinal)
                    && !row.Key.StartsWith("GET /api/", StringComparison.Ordinal)
                    && row.Value is Opens.ToMembers or Opens.ToMembersAndSuspended
                )
                .Select(row => row.Key["GET ".Length..])
                .Where(address => !address.Contains('{', StringComparison.Ordinal))
                .Append("/m/the-accused")
        )
        {
            var page = await visitor.GetAsync(address);
            pages.Add($"{address} {(int)page.Status} {page.Location}\n{Varying.Masked(page.Body)}");
            foreach (
                var decision in page
                    .Document.QuerySelectorAll("a.row-title[href^='/decisions/']")
                    .Select(link => link.GetAttribute("href")!)
            )
            {
                var body = (await visitor.SeeAsync(decision)).Body;
                pages.Add(Varying.Masked(body.Replace(decision, "/decisions/ID", StringComparison.Ordinal)));
                pages[^2] = pages[^2].Replace(decision, "/decisions/ID", StringComparison.Ordinal);
            }
        }

        return string.Join('\n', pages);
    }
}
