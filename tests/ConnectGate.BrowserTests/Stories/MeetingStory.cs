using System.Text;
using Microsoft.Playwright;
using QRCoder;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>Two members confirm that they met. One shows a code, the other scans or types it.</summary>
public sealed class MeetingStory(Sites sites) : Story(sites)
{
    private const string GaugeNote =
        "We stood at the bar after the talk on tide gauges. You wanted the drawing of the float; I have found it.";

    [Fact]
    public async Task One_shows_a_code_another_scans_it_and_a_third_comes_too_late()
    {
        await using var olga = await Visitor.RegisteredAsync(Site, Phone, "Olga Owner");
        await using var tom = await Visitor.RegisteredAsync(Site, Phone, "Tom Taker");
        await using var lena = await Visitor.RegisteredAsync(Site, Phone, "Lena Late");
        var link = await ShowAsync(olga);
        await olga.PressAsync("5 more minutes");
        var before = await olga.Page.Locator(".meeting-code .code").InnerTextAsync();

        await tom.GoAsync(link);
        await tom.SeesAsync("The code of Olga Owner");
        await tom.FillAsync("talkedAbout", "The float of the gauge");
        await tom.PressAsync("Yes, we met");
        await tom.SeesAsync("both confirmed that you met");
        Assert.True(await tom.Page.Locator("[name='reason'][value='MetInPerson']").IsCheckedAsync());
        await olga.SeesAsync("You and Tom Taker have met.");
        await Assertions.Expect(olga.Page.Locator(".meeting-code .code")).Not.ToHaveTextAsync(before);
        await olga.LookAsync();
        await olga.FillAsync($"talkedAbout-{tom.Handle}", "His drawing of the float");
        await olga.PressAsync("Keep for later");
        await olga.SeesAsync("Kept. Your letter to Tom Taker will begin with it.");
        Assert.Equal("The float of the gauge", await tom.ValueAsync("note"));
        await lena.GoAsync(link);
        await lena.SeesAsync("This code does not work");

        await tom.FillAsync("reasonDetail", "At the bar of the tide gauge meeting");
        await tom.FillAsync("note", GaugeNote);
        await tom.PressAsync("Send");
        await tom.SeesAsync("Sent and delivered");
        await olga.GoAsync("/inbox");
        await olga.SeesAsync(tom.Name);
        await olga.GoAsync("/met");
        await olga.PressAsync("Ask Tom Taker to connect");
        await olga.SeesAsync("They wrote to you first");
        await olga.GoAsync($"/m/{tom.Handle}");
        await olga.SeesAsync("You met in person. Both of you confirmed it");
        await olga.GoAsync("/settings/privacy");
    }

    [Fact]
    public async Task Without_JavaScript_the_characters_are_typed_and_the_link_leads_to_sign_in_and_back()
    {
        await using var oleg = await Visitor.RegisteredAsync(Site, PlainPhone, "Oleg Owner");
        await using var tess = await Visitor.RegisteredAsync(Site, PlainPhone, "Tess Typing");
        var link = await ShowAsync(oleg);
        await tess.SignOutAsync();
        await tess.GoAsync(link);
        await tess.SeesAsync("You have scanned a member’s code");
        await tess.FillAsync("email", tess.Email);
        await tess.FillAsync("password", Visitor.Password);
        await tess.PressAsync("Sign in");
        await tess.SeesAsync("The code of Oleg Owner");

        await tess.GoAsync("/met");
        await tess.FillAsync("code", "0000");
        await tess.PressAsync("Continue");
        await tess.SeesAsync("A code has eight letters and digits");
        await tess.FillAsync(
            "code",
            string.Join(' ', link["/met/".Length..].ToLowerInvariant().Chunk(2).Select(two => new string(two)))
        );
        await tess.PressAsync("Continue");
        await tess.PressAsync("Yes, we met");
        await tess.SeesAsync("You met in person. Both of you confirmed it");
        await oleg.FollowAsync("Has it been taken?");
        await oleg.SeesAsync("No code is shown.");
        await oleg.FillAsync($"talkedAbout-{tess.Handle}", "Typing on a train");
        await oleg.PressAsync("Ask Tess Typing to connect");
        Assert.Equal("Typing on a train", await oleg.ValueAsync("note"));
    }

    // The picture must hold the link with the default address of the site, as a camera reads it.
    private static async Task<string> ShowAsync(Visitor owner)
    {
        await owner.GoAsync("/met");
        await owner.PressAsync("Show my code");
        var text = (await owner.Page.Locator(".meeting-code .code").InnerTextAsync()).Replace(
            " ",
            "",
            StringComparison.Ordinal
        );
        var source = (await owner.Page.Locator(".meeting-code img").GetAttributeAsync("src"))!;
        using var code = QRCodeGenerator.GenerateQrCode(
            $"http://localhost:5080/met/{text}",
            QRCodeGenerator.ECCLevel.M
        );
        using var picture = new SvgQRCode(code);
        Assert.Equal(
            picture.GetGraphic(5),
            Encoding.UTF8.GetString(
                Convert.FromBase64String(source[(source.IndexOf(',', StringComparison.Ordinal) + 1)..])
            )
        );
        return $"/met/{text}";
    }
}
