using System.Net;
using ConnectGate.Tests.Slices;
using ConnectGate.Tests.Slices.People.Members;
using ConnectGate.Ties.Connections.Blocks;
using SkiaSharp;

namespace ConnectGate.Tests.Web.Pages.People;

public sealed class PhotoPageTests : IAsyncLifetime
{
    private Site _site = null!;
    private Person _me = null!,
        _other = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.StartAsync();
        (_me, _other) = await _site.Community.InsertTwoAsync();
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_photo_is_uploaded_shown_beside_the_name_and_removed()
    {
        var browser = await _site.VisitAsync(_me);

        // The name of the file says nothing.
        var used = await UploadAsync(browser, "holiday.svg", PhotoFiles.RedAndBlue(SKEncodedImageFormat.Png));
        Assert.Equal("/settings/photo", used.Location);
        var page = await browser.FollowAsync(used);
        Assert.Contains("Your photo is beside your name now.", page.Texts(".notice"));
        var reader = await _site.VisitAsync(_other);
        var small = (await reader.SeeAsync("/members")).Document.QuerySelector(
            $".rows img.face[src^='/m/{_me.Handle}/']"
        )!;
        Assert.Equal(("", "lazy"), (small.GetAttribute("alt"), small.GetAttribute("loading")));
        Assert.NotNull((await reader.SeeAsync($"/m/{_me.Handle}")).Document.QuerySelector("h1 img.face-large"));

        await browser.SubmitAsync(page, "form[action*=Remove]");
        Assert.Null((await reader.SeeAsync($"/m/{_me.Handle}")).Document.QuerySelector("img.face"));
    }

    [Fact]
    public async Task A_refused_file_is_refused_at_its_field()
    {
        var browser = await _site.VisitAsync(_me);

        var refused = await UploadAsync(browser, "photo.jpg", new byte[6 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(refused.Document.QuerySelector(".error-summary a[href='#file']"));
        Assert.Contains("at most 5 MB", refused.Texts(".field-error p").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_opens_to_whoever_can_open_the_profile_and_to_nobody_else()
    {
        var version = await _site.Community.UsePhotoAsync(_me);
        var address = $"/m/{_me.Handle}/photo/{version}";
        var (reader, blocked) = ((await _site.VisitAsync(_other)).Client, await _site.Community.InsertAsync());
        await _site.Community.MustAsync(_me, new BlockMember.Command(blocked.Handle));

        using var seen = await reader.GetAsync(address, Token);
        using var seenByBlocked = await (await _site.VisitAsync(blocked)).Client.GetAsync(address, Token);
        using var signedOut = await _site.NewVisitor().Client.GetAsync(address, Token);
        using var another = await reader.GetAsync($"/m/{_me.Handle}/photo/{version[..^1]}", Token);
        using var ofAnother = await reader.GetAsync($"/m/{_other.Handle}/photo/{version}", Token);

        Assert.Equal(
            [
                (HttpStatusCode.OK, "image/webp", "max-age=86400, private"),
                (HttpStatusCode.OK, "image/webp", "max-age=86400, private"),
                (HttpStatusCode.Redirect, null, "no-store"),
                (HttpStatusCode.NotFound, "text/html", "no-store"),
                (HttpStatusCode.NotFound, "text/html", "no-store"),
            ],
            new[] { seen, seenByBlocked, signedOut, another, ofAnother }.Select(answer =>
                (
                    answer.StatusCode,
                    answer.Content.Headers.ContentType?.MediaType,
                    answer.Headers.CacheControl?.ToString()
                )
            )
        );
        Assert.Equal("nosniff", Assert.Single(seen.Headers.GetValues("X-Content-Type-Options")));
        Assert.Empty(await signedOut.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task The_inbox_asks_the_database_no_more_for_photos()
    {
        var browser = await _site.VisitAsync(_me);
        await _site.Community.DeliverAsync(_other, _me);
        await browser.SeeAsync("/inbox");

        var without = await StatementsAsync();
        await _site.Community.UsePhotoAsync(_other);

        Assert.Equal(without, await StatementsAsync());

        async Task<int> StatementsAsync()
        {
            var statements = _site.Sql.Listen();
            await browser.SeeAsync("/inbox");
            return statements.Count;
        }
    }

    private static async Task<WebPage> UploadAsync(Visitor browser, string name, byte[] file)
    {
        var page = await browser.SeeAsync("/settings/photo");
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!
                ),
                "__RequestVerificationToken"
            },
            { new StringContent("Middle"), "crop" },
            { new ByteArrayContent(file), "file", name },
        };
        return await browser.PostAsync("/settings/photo", form);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
