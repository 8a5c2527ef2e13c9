using System.Net;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.Ties.AddressBook;
using ConnectGate.Ties.AddressBook;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Web.Pages.Settings;

public sealed class AddressBookPageTests : IAsyncLifetime
{
    private Site _site = null!;
    private Person _owner = null!;
    private Visitor _visitor = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        _owner = await _site.Community.InsertAsync();
        _visitor = await _site.VisitAsync(_owner);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Before_anything_is_imported_the_page_says_what_is_kept_and_for_what()
    {
        var page = await _visitor.SeeAsync("/settings/address-book");

        Assert.Contains("Nobody learns that you have one or who is in it", page.Body, StringComparison.Ordinal);
        Assert.Contains(
            "It does not keep messages, telephone numbers, notes, pictures or the file",
            page.Body,
            StringComparison.Ordinal
        );
        Assert.Single(page.Texts(".empty-state"));
        Assert.Null(page.Document.QuerySelector("#import, [href='/settings/address-book/remove']"));
    }

    [Fact]
    public async Task A_file_is_handed_in_and_the_page_tells_what_became_of_it()
    {
        var posted = await PostAsync(
            "export.zip",
            Given.Zip(
                ("Basic/Connections.csv", Given.File("Connections-bad-rows.csv")),
                ("Basic/Invitations.csv", Given.Text("This,was,changed\n")),
                ("Basic/Profile.csv", Given.Text("Headline\nSecret\n")),
                ("__MACOSX/Basic/._Connections.csv", [0, 5, 22, 7])
            )
        );
        Assert.Equal((HttpStatusCode.Redirect, "/settings/address-book"), (posted.Status, posted.Location));
        await _site.Community.SaveSlicesAsync();

        var page = await _visitor.FollowAsync(posted);

        Assert.StartsWith("Import finished: 3 people added.", page.Texts("#import p")[0], StringComparison.Ordinal);
        Assert.Contains(
            "Connections.csv, row 3: Its date cannot be read. The person was imported without it.",
            page.Texts(".import-problems li")
        );
        Assert.Equal(["Basic/Invitations.csv", "Basic/Profile.csv"], page.Texts(".import-skipped li"));
        Assert.Equal(["Ada Ferreira", "Bogdan Smith", "Emeka Obi"], page.Texts("#book h3"));
    }

    [Fact]
    public async Task A_file_that_is_none_comes_back_with_what_to_do_at_its_field()
    {
        var page = await PostAsync("x.csv", Given.Text("Hello,World\n"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("#file", page.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Contains(
            "cannot be read here",
            page.Document.QuerySelector("#file-error")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "file-hint file-error",
            page.Document.QuerySelector("input[type=file]")!.GetAttribute("aria-describedby")
        );
    }

    [Fact]
    public async Task No_file_at_all_is_told_likewise()
    {
        var page = await _visitor.SubmitAsync(
            await _visitor.SeeAsync("/settings/address-book"),
            "main form[method=post]"
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(
            "Choose a file.",
            page.Document.QuerySelector("#file-error")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_of_some_megabytes_is_taken_and_one_beyond_the_limit_is_not()
    {
        var large = Given.Connections(AddressBookEntry.Most, new string('x', 100));
        Assert.True(large.Length > 4 * 1024 * 1024);

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync("Connections.csv", large)).Status);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await PostAsync("Connections.csv", new byte[ReadAddressFile.LargestFile + 100_000])).Status
        );
    }

    [Fact]
    public async Task Nothing_else_takes_more_than_a_letter_needs()
    {
        var loader = _site.Services.GetRequiredService<PageLoader>();
        var larger = new List<string>();
        foreach (
            var endpoint in _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        )
        {
            var ofThePage = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? (await loader.LoadAsync(page, endpoint.Metadata)).HandlerTypeInfo.GetCustomAttributes(inherit: true)
                : [];
            if (ofThePage.Concat(endpoint.Metadata).OfType<IRequestSizeLimitMetadata>().Any())
            {
                larger.Add(endpoint.RoutePattern.RawText!);
            }
        }

        Assert.Equal(
            ["admin/members/import", "api/v1/admin/members/import", "settings/address-book", "settings/photo"],
            larger.Select(each => each.Trim('/')).Order()
        );
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await PostAsync("x", new byte[70_000], "/settings/address-book/remove")).Status
        );
    }

    [Fact]
    public async Task Formulas_and_markup_are_shown_as_text()
    {
        await PostAsync(
            "Connections.csv",
            Given.Text(
                Given.Header + "=HYPERLINK(1),<script>alert(1)</script>,javascript:alert(1),,@SUM,-1,08 Feb 2026\n"
            )
        );
        await _site.Community.SaveSlicesAsync();

        var page = await _visitor.SeeAsync("/settings/address-book");

        Assert.Equal(["=HYPERLINK(1) <script>alert(1)</script>"], page.Texts("#book h3"));
        Assert.Empty(page.Document.QuerySelectorAll("#book script, #book a[href^=javascript]"));
    }

    [Fact]
    public async Task The_list_is_searched_and_the_whole_book_removed_after_asking()
    {
        await PostAsync("Connections.csv", Given.File("Connections.csv"));
        await _site.Community.SaveSlicesAsync();
        Assert.Equal(
            ["Zoë Ångström"],
            (await _visitor.SeeAsync("/settings/address-book?q=angstrom")).Texts("#book h3")
        );
        Assert.Empty((await _visitor.SeeAsync("/settings/address-book?q=nobody")).Texts("#book h3"));

        var asks = await _visitor.SeeAsync("/settings/address-book/remove");
        Assert.Contains("5 people.", asks.Texts("main li"));
        var removed = await _visitor.FollowAsync(await _visitor.SubmitAsync(asks, "main form"));

        Assert.Contains("Your address book is empty. Nobody was told.", removed.Texts(".notice"));
        Assert.Equal(0, (await _site.Community.BookAsync(_owner)).People);
    }

    [Fact]
    public async Task The_letter_says_who_of_the_book_its_sender_may_be()
    {
        var sender = await _site.Community.InsertAsync(A.Member() with { DisplayName = "Ada Ferreira" });
        await _site.Community.ImportAsync(
            _owner,
            Given.Text(
                $"{Given.Header}Ada,\"Ferreira, PhD\",,{sender.Email},Tidewater,,08 Feb 2021\nAda,Ferreira,,,,"
                    + ",01 Mar 2022\n"
            )
        );
        var id = await _site.Community.DeliverAsync(sender, _owner);

        var page = await _visitor.SeeAsync($"/inbox/{id}");

        Assert.Equal(
            [
                "In your address book: Ada Ferreira, PhD, Tidewater, connected 8 February 2021",
                "Perhaps, from your address book: Ada Ferreira, connected 1 March 2022",
            ],
            page.Texts(".address-matches li > p:first-child")
                .Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        );
    }

    private async Task<WebPage> PostAsync(string name, byte[] file, string path = "/settings/address-book")
    {
        var page = await _visitor.SeeAsync("/settings");
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!
                ),
                "__RequestVerificationToken"
            },
            { new ByteArrayContent(file), "file", name },
        };
        return await _visitor.PostAsync(path, form);
    }
}
