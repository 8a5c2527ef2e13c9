using System.Net;
using System.Net.Http.Json;
using ConnectGate.Foundation.Pipeline.Writing;
using ConnectGate.Letters.Requests;
using ConnectGate.Tests.Support.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Web.Hosting;

/// <summary>Others change the same rows again and again while a member sends.</summary>
public abstract class ContentionTests(Database database) : IAsyncLifetime
{
    private readonly LostSaves<ConnectionRequest> _lost = new(database);
    private Site _site = null!;
    private Person _sender = null!,
        _recipient = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync(database, configure: services =>
            services.ConfigureDbContext<ConnectGateContext>(options => options.AddInterceptors(_lost))
        );
        (_sender, _recipient) = await _site.Community.InsertTwoAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_letter_is_sent_at_the_last_run()
    {
        _lost.Remaining = BackOff.Runs - 1;

        using var answer = await SendAsync(await _site.ProgramAsync(_sender));

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(1, await _site.Community.CountAsync<ConnectionRequest>());
    }

    [Fact]
    public async Task After_the_last_run_a_program_reads_when_to_try_again()
    {
        _lost.Remaining = int.MaxValue;

        using var answer = await SendAsync(await _site.ProgramAsync(_sender));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.Equal(int.MaxValue - BackOff.Runs, _lost.Remaining);
        Assert.Equal(0, await _site.Community.CountAsync<ConnectionRequest>());
    }

    [Fact]
    public async Task After_the_last_run_a_person_sees_what_they_wrote_and_sends_it_again()
    {
        var browser = await _site.VisitAsync(_sender);
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin"); // as browsers do
        var (form, letter) = (await browser.SeeAsync($"/ask/{_recipient.Handle}"), A.Letter());
        _lost.Remaining = int.MaxValue;

        var failed = await browser.SubmitAsync(
            form,
            "form[action^='/ask/']",
            ("note", letter.Note),
            ("reason", "YourWork"),
            ("reasonDetail", letter.ReasonDetail)
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Equal([letter.Note!, letter.ReasonDetail!], failed.Texts("blockquote"));
        _lost.Remaining = 0;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(failed, "main form")).Status);
        Assert.Equal(1, await _site.Community.CountAsync<ConnectionRequest>());
    }

    [Fact]
    public void Pauses_grow_differ_by_chance_and_end_soon()
    {
        var (shortest, longest) = (
            new BackOff(TimeProvider.System, () => 0),
            new BackOff(TimeProvider.System, () => 1)
        );
        var pauses = Enumerable.Range(1, BackOff.Runs - 1).ToList();

        Assert.Equal([10, 20, 40, 80, 160, 320, 400], pauses.Select(runs => longest.After(runs).TotalMilliseconds));
        Assert.Equal([5, 10, 20, 40, 80, 160, 200], pauses.Select(runs => shortest.After(runs).TotalMilliseconds));
    }

    private Task<HttpResponseMessage> SendAsync(HttpClient program)
    {
        var letter = A.Letter();
        return program.PostAsJsonAsync(
            "/api/v1/requests",
            new
            {
                recipient = _recipient.Handle,
                note = letter.Note,
                reason = "your-work",
                reasonDetail = letter.ReasonDetail,
            },
            TestContext.Current.CancellationToken
        );
    }
}

public sealed class ContentionTestsOnSqlite() : ContentionTests(Database.Sqlite);

public sealed class ContentionTestsOnPostgres() : ContentionTests(Database.Postgres);
