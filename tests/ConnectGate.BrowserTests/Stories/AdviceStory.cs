using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>What becomes of a letter that could have been written to anyone, and of one with a certain fault.</summary>
public sealed class AdviceStory(Sites sites) : Story(sites)
{
    private const string Marked = "I came across your profile while I was waiting for the tram";

    private const string ToAnyone = "I came across your profile while I was waiting for the tram.";
    private const string Unfilled = "Your film about the tide gauge in [CITY] kept my class awake for a week.";

    // Not the note of the other stories: five senders of the same note in a week become a case for the moderators.
    private const string Written =
        "Your column on harbour cats made my daughter count ours, and she has a question about the grey one.";
    private const string Below = "Could have been written to anyone";

    public static TheoryData<bool> WithAndWithoutJavaScript => [true, false];

    [Theory]
    [MemberData(nameof(WithAndWithoutJavaScript))]
    public async Task The_sender_sees_advice_and_sends_it_as_it_is(bool javaScript)
    {
        var device = javaScript ? Phone : PlainPhone;
        await using var rosa = await Visitor.RegisteredAsync(Site, device, "Rosa Reader");
        await using var stan = await Visitor.RegisteredAsync(Site, device, "Stan Sender");
        await stan.GoAsync($"/ask/{rosa.Handle}");
        await WriteAsync(stan, ToAnyone);
        var gate = stan.Page.Locator("#gate-view");
        if (javaScript)
        {
            // The page has shown the advice before anything is sent, so Send sends.
            await Assertions.Expect(gate).ToContainTextAsync("could have been written to anyone");
            await Assertions.Expect(stan.Page.Locator(".marks mark")).ToHaveTextAsync([Marked]);
            await stan.LookAsync();
            await stan.PressAsync("Send");
        }
        else
        {
            await stan.PressAsync("Send");
            await Assertions.Expect(gate).ToContainTextAsync("Your letter is not sent yet.");
            await Assertions.Expect(gate).ToContainTextAsync(Below);
            await Assertions.Expect(stan.Page.Locator(".gate-side mark")).ToHaveTextAsync([Marked]);
            await stan.PressAsync("Send it as it is");
        }

        await stan.SeesAsync("You can correct it or take it back for");
        await using var nina = await Visitor.RegisteredAsync(Site, device, "Nina Neighbour");
        await AskAsync(nina, rosa, Written);

        await rosa.GoAsync("/inbox");

        await rosa.SeesAsync(Below);
        await Assertions
            .Expect(rosa.Page.Locator("main .row-title"))
            .ToHaveTextAsync(["Nina Neighbour", "Stan Sender"]);
        await Assertions.Expect(rosa.Page.Locator(".below .row-title")).ToHaveTextAsync(["Stan Sender"]);
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutJavaScript))]
    public async Task The_gate_marks_the_words_that_it_refuses_and_the_sender_corrects_them(bool javaScript)
    {
        var device = javaScript ? Desk : PlainPhone;
        await using var rita = await Visitor.RegisteredAsync(Site, device, "Rita Reader");
        await using var sven = await Visitor.RegisteredAsync(Site, device, "Sven Sender");
        await sven.GoAsync($"/ask/{rita.Handle}");
        await WriteAsync(sven, Unfilled);
        await sven.PressAsync("Send");

        await sven.SeesAsync("This blank was not filled in: “[CITY]”");
        await Assertions
            .Expect(sven.Page.Locator(javaScript ? ".marks mark" : ".gate-side mark"))
            .ToHaveTextAsync(["[CITY]"]);
        Assert.Equal(Unfilled, await sven.ValueAsync("note"));
        if (javaScript)
        {
            await Assertions.Expect(sven.Page.Locator(".marks mark")).ToHaveAttributeAsync("data-number", "1");
            await sven.Page.Locator("#gate-view li[data-quote] a").ClickAsync();
            Assert.Equal(
                "[CITY]",
                await sven.Page.EvaluateAsync<string>(
                    "() => { const note = document.activeElement; "
                        + "return note.value.slice(note.selectionStart, note.selectionEnd); }"
                )
            );
        }

        await sven.FillAsync("note", Unfilled.Replace("[CITY]", "Brest", StringComparison.Ordinal));
        if (javaScript)
        {
            // Nothing is red any more beside "You can send it".
            await Assertions.Expect(sven.Page.Locator("#gate-view")).ToContainTextAsync("You can send it.");
            await Assertions.Expect(sven.Page.Locator(".error-summary, .field-error, .is-invalid")).ToHaveCountAsync(0);
            await Assertions.Expect(sven.Page).ToHaveTitleAsync(new Regex("^Ask to connect"));
            await Assertions.Expect(sven.Page.Locator("#gate-ticks li")).ToHaveTextAsync(["Corrected: “[CITY]”"]);
            await sven.LookAsync();
        }

        await sven.PressAsync("Send");
        await sven.SeesAsync("You can correct it or take it back for");
    }

    [Theory]
    [MemberData(nameof(WithAndWithoutJavaScript))]
    public async Task A_recipient_wants_only_letters_written_for_them(bool javaScript)
    {
        var device = javaScript ? Desk : PlainPhone;
        await using var rolf = await Visitor.RegisteredAsync(Site, device, "Rolf Reader");
        await rolf.GoAsync("/settings/policy");
        await rolf.Page.GetByLabel("Only letters written for me").CheckAsync();
        await rolf.PressAsync("Save");
        await using var sara = await Visitor.RegisteredAsync(Site, device, "Sara Sender");
        await sara.GoAsync($"/ask/{rolf.Handle}");
        await sara.SeesAsync("Takes only letters written for them.");

        await WriteAsync(sara, ToAnyone);
        await sara.PressAsync("Send");

        await Assertions
            .Expect(sara.Page.Locator("#note-error"))
            .ToContainTextAsync("could have been written to anyone");
        Assert.Equal(ToAnyone, await sara.ValueAsync("note"));

        await sara.FillAsync("note", Written);
        await sara.PressAsync("Send");
        await sara.SeesAsync("You can correct it or take it back for");
    }
}
