using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace ConnectGate.BrowserTests.Stories;

/// <summary>A member imports an address book, reads a letter with it and removes it.</summary>
public sealed class AddressBookStory(Sites sites) : Story(sites)
{
    private const string Header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

    [Fact]
    public async Task A_large_book_shows_how_far_it_is_and_what_became_of_it()
    {
        await using var olga = await Visitor.RegisteredAsync(Site, Phone, "Olga Owner");
        await olga.GoAsync("/settings");
        await olga.FollowAsync("Address book");
        await olga.SeesAsync("Nobody learns that you have one");
        await olga.PressAsync("Import");
        await olga.SeesAsync("Choose a file.");

        await ChooseAsync(
            olga,
            Header
                + string.Concat(
                    Enumerable
                        .Range(0, 20_000)
                        .Select(number =>
                            $"Given{number},Family{number},linkedin.com/in/g-{number},,Acme,,08 Feb 2021\n"
                        )
                )
        );
        await olga.PressAsync("Import");
        var progress = olga.Page.GetByRole(AriaRole.Progressbar, new() { Name = "People saved" });
        await Assertions.Expect(progress).ToBeVisibleAsync();
        await Assertions.Expect(olga.Page.GetByRole(AriaRole.Button, new() { Name = "Import" })).ToHaveCountAsync(0);

        // The page notices the end by itself, and announces it once.
        await Assertions
            .Expect(olga.Page.GetByRole(AriaRole.Main))
            .ToContainTextAsync("20,000 people added", new() { Timeout = 120_000 });
        await Assertions
            .Expect(olga.Page.Locator("#progress-voice"))
            .ToHaveTextAsync("Import finished: 20,000 people added.");
        await olga.LookAsync();
        await olga.FollowAsync("More people");
    }

    [Fact]
    public async Task Without_JavaScript_a_book_is_imported_met_in_a_letter_searched_and_removed()
    {
        await using var rosa = await Visitor.RegisteredAsync(Site, PlainPhone, "Rosa Recipient");
        await using var sam = await Visitor.RegisteredAsync(Site, Desk, "Sam Sender");
        await rosa.GoAsync("/settings/address-book");
        await ChooseAsync(
            rosa,
            $"{Header}Samuel,\"Sender, PhD\",,{sam.Email},Tidewater,,08 Feb 2021\nBad,Row,,,,,yesterday\n"
        );
        await rosa.PressAsync("Import");
        await Eventually.TrueAsync(
            async () =>
            {
                await rosa.GoAsync("/settings/address-book");
                return await rosa.Page.GetByText("Import finished: 2 people added.").CountAsync() == 1;
            },
            "the import is through",
            TestContext.Current.CancellationToken
        );
        await rosa.SeesAsync("Connections.csv, row 3: Its date cannot be read.");
        await rosa.FillAsync("q", "tidewater");
        await rosa.PressAsync("Search");
        await rosa.SeesAsync("Samuel Sender, PhD");

        await sam.GoAsync($"/ask/{rosa.Handle}");
        await sam.ChooseAsync("We met in person");
        await sam.FillAsync("reasonDetail", "At the grid workshop in Utrecht");
        await sam.FillAsync(
            "note",
            "We shared a table at the Utrecht grid workshop and talked about tide tables. I would like to go "
                + "on with that."
        );
        await sam.PressAsync("Send");
        Site.Clock.Advance(TimeSpan.FromMinutes(6));
        await rosa.GoAsync("/inbox");
        await rosa.FollowAsync("Sam Sender");
        await rosa.SeesAsync("In your address book: Samuel Sender, PhD, Tidewater, connected 8 February 2021");

        await rosa.GoAsync("/settings/address-book");
        await rosa.FollowAsync("Remove address book");
        await rosa.PressAsync("Remove address book");
        await rosa.SeesAsync("Your address book is empty. Nobody was told.");
    }

    [Fact]
    public async Task Every_state_of_the_page_is_accessible()
    {
        await using var anna = await Visitor.RegisteredAsync(Site, Desk, "Anna Owner");
        await using var bert = await Visitor.RegisteredAsync(Site, Desk, "Bert Writer");
        await anna.GoAsync("/settings/address-book");
        await ChooseAsync(anna, $"{Header}Bert,Writer,,,,,08 Feb 2021\nBad,Row,,,,,yesterday\n,,,,,,01 Jan 2020\n");
        await anna.PressAsync("Import");
        await Assertions.Expect(anna.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("2 people added");
        await anna.LookAsync();
        await anna.GoAsync("/settings/address-book?q=nobody");
        await anna.GoAsync("/settings/address-book/remove");

        await bert.GoAsync($"/ask/{anna.Handle}");
        await bert.ChooseAsync("We met in person");
        await bert.FillAsync("reasonDetail", "At the lock in Gent");
        await bert.FillAsync(
            "note",
            "We waited for the same lock in Gent and you told me about the tide tables of your harbour."
        );
        await bert.PressAsync("Send");
        Site.Clock.Advance(TimeSpan.FromMinutes(6));
        await anna.GoAsync("/inbox");
        await anna.FollowAsync("Bert Writer");
        await anna.SeesAsync("Perhaps, from your address book: Bert Writer");
    }

    private static Task ChooseAsync(Visitor visitor, string text) =>
        visitor
            .Page.Locator("main [name='file']")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "Connections.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(text),
                }
            );
}
