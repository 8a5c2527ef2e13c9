using System.Net;
using System.Text;
using System.Text.Json;
using ConnectGate.Letters.Requests;
using ConnectGate.People.Members;
using ConnectGate.Tests.Slices;
using ConnectGate.Ties.Groups;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Tests.Web;

/// <summary>A choice is one name of its list. Numbers and lists of names are refused like no choice at all.</summary>
public sealed class OneOfAListTests
{
    private static readonly string[] NoChoice = ["0", "1,2", "5", "MetInPerson,Advice", "999", "-1", "nonsense", ""];

    [Fact]
    public async Task The_form_of_a_letter_takes_a_reason_by_its_name_alone()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        var browser = await site.VisitAsync(sender);
        var form = await browser.SeeAsync($"/ask/{recipient.Handle}");

        foreach (var reason in NoChoice)
        {
            var page = await browser.SubmitAsync(
                form,
                "form[data-gate]",
                ("note", A.Letter().Note),
                ("reason", reason),
                ("reasonDetail", A.Letter().ReasonDetail)
            );

            Assert.Equal((reason, HttpStatusCode.UnprocessableEntity), (reason, page.Status));
            Assert.Equal(["Choose why you are asking."], page.Texts(".error-summary li").Select(text => text.Trim()));
        }

        Assert.Equal(0, await site.Community.CountAsync<ConnectionRequest>());
    }

    [Fact]
    public async Task The_API_takes_a_reason_by_its_name_alone()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        using var program = await site.ProgramAsync(sender);

        foreach (
            var reason in NoChoice
                .Select(choice => JsonSerializer.Serialize(choice))
                .Concat(["0", "1.5", "true", "[]", "[1,2]", "[\"met-in-person\"]", "{}", "null"])
        )
        {
            using var content = new StringContent(
                $$"""
                {"recipient":"{{recipient.Handle}}","note":{{JsonSerializer.Serialize(A.Letter().Note)}},
                "reasonDetail":{{JsonSerializer.Serialize(A.Letter().ReasonDetail)}},"reason":{{reason}}}
                """,
                Encoding.UTF8,
                "application/json"
            );
            using var answer = await program.PostAsync("/api/v1/requests", content, Token);

            Assert.Equal((reason, HttpStatusCode.UnprocessableEntity), (reason, answer.StatusCode));
            Assert.Contains(
                "\"reason-missing\"",
                await answer.Content.ReadAsStringAsync(Token),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(0, await site.Community.CountAsync<ConnectionRequest>());
    }

    [Fact]
    public async Task Forms_that_must_choose_store_nothing_without_a_name()
    {
        await using var site = await Site.StartAsync();
        var browser = await site.VisitAsync(await site.Community.InsertAsync());
        var (digest, policy) = (await browser.SeeAsync("/settings/digest"), await browser.SeeAsync("/settings/policy"));
        var group = await browser.SeeAsync("/groups/new?kind=Group");

        foreach (var choice in NoChoice)
        {
            foreach (
                var page in new[]
                {
                    await browser.SubmitAsync(digest, "main form", ("digest", choice)),
                    await browser.SubmitAsync(policy, "main form", ("kind", choice)),
                    await browser.SubmitAsync(group, "main form", ("kind", choice), ("name", "Lock keepers")),
                }
            )
            {
                Assert.Equal((choice, HttpStatusCode.UnprocessableEntity), (choice, page.Status));
                Assert.Single(page.Texts(".error-summary li"));
            }
        }

        Assert.Equal(0, await site.Community.CountAsync<Group>());
        Assert.Equal(
            DigestFrequency.Never,
            await site.Community.InDatabaseAsync(context =>
                context.Members.Select(member => member.Digest.Frequency).SingleAsync(Token)
            )
        );
    }

    [Fact]
    public async Task A_filter_of_no_name_filters_nothing()
    {
        await using var site = await Site.StartAsync();
        var (sender, recipient) = await site.Community.InsertTwoAsync();
        await site.Community.DeliverAsync(sender, recipient);
        var browser = await site.VisitAsync(recipient);

        foreach (var choice in NoChoice)
        {
            var page = await browser.SeeAsync(
                $"/inbox?reason={Uri.EscapeDataString(choice)}&folder={Uri.EscapeDataString(choice)}"
            );

            Assert.Contains(sender.DisplayName, page.Document.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
