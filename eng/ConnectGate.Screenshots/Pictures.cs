using Microsoft.Playwright;

namespace ConnectGate.Screenshots;

/// <summary>Defines the screenshots.</summary>
internal static class Pictures
{
    private const string Member = "member@example.org",
        Recipient = "recipient@example.org",
        Moderator = "moderator@example.org";

    private const string RightToLeft = "عبد الرحمن بن محمد بن عبد اللطيف الأندلسي القرطبي المعروف بابن البحر";

    private static readonly string[] Public =
    [
        "/",
        "/account/sign-in",
        "/account/sign-in?returnUrl=%2Finbox%2Fa-letter",
        "/account/register",
        "/account/forgot",
        "/no-such-page",
    ];

    private static readonly (string Account, string[] Pages)[] SignedIn =
    [
        (
            Recipient,
            [
                "/inbox",
                "/inbox?folder=decided",
                "/inbox/read",
                "/inbox/read?over=true",
                "/notifications",
                "/connections",
                "/conversations",
                "/settings",
                "/settings/policy",
                "/settings/profile",
                "/settings/photo",
                "/m/noor-haddad",
                "/settings/digest",
                "/settings/privacy",
                "/settings/security",
                "/settings/address-book",
                "/settings/export",
                "/settings/delete",
                "/language",
                "/reports",
                "/decisions",
                "/references",
            ]
        ),
        (
            Member,
            [
                "/sent",
                "/members",
                "/members?may=true",
                "/ask/chen-yaqing",
                "/first-steps",
                "/ask/tariq-aziz",
                "/ask/kwame-boateng",
                "/ask/yusuf-demir",
                "/m/priya-nair",
                "/m/ines-carvalho", // has a photo and is a connection, as in the next two
                "/connections/ines-carvalho",
                "/conversations/ines-carvalho",
                "/members?q=museum",
                "/m/chen-yaqing",
                "/introductions",
                "/introductions?folder=Offered",
                "/introductions?folder=Mine",
                "/ask/yusuf-demir/introduction",
                "/ask/yusuf-demir/introduction?through=ines-carvalho",
                "/connections/ines-carvalho/introduce",
                "/groups",
                "/gatherings",
                "/gatherings?past=true",
                "/groups/new?kind=Gathering",
                "/groups/join",
                "/met",
                "/met/mode",
            ]
        ),
        (
            Moderator,
            [
                "/moderation",
                "/moderation?state=Taken",
                "/moderation?state=Closed",
                "/moderation/appeals",
                "/moderation/audit",
                "/moderation/figures",
                "/moderation/groups",
                "/moderation/try",
                "/admin/members", // as an administrator, from here on
                "/admin/members/ines-carvalho",
                "/admin/members/ines-carvalho/remove",
                "/admin/members/import",
                "/admin/tree",
                "/admin/admission",
                "/admin/admission/invitations",
                "/admin/mail",
                "/admin/rules",
            ]
        ),
    ];

    private const string Marked =
        "Your lesson on counting fish in [CITY] kept my class busy for a week. Could you send me the worksheet?";

    // Notes for the moderator's trial: a refused one, a passed one, and one that is too short to read.
    private static readonly (string Name, string Note)[] Tried =
    [
        (
            "refused",
            "Hi Yaqing, I came across your impressive profile and would love to add you to my professional "
                + "network. We help companies like yours grow their revenue, so book a free demo at "
                + "https://example.com/demo?campaign=autumn-outreach-to-people-who-restore-clocks."
        ),
        (
            "passed",
            "Your talk in Emden about the tide gauges sent me to the harbour archive, where I found the 1904 "
                + "charts you said were lost. May I show you the scans?"
        ),
        ("short", "Hello"),
    ];

    /// <summary>Takes the picture of a letter for the README.</summary>
    public static async Task ForReadmeAsync(Demo demo, string folder)
    {
        Directory.CreateDirectory(folder);
        var page = await demo.SignInAsync(Recipient, Looks[2]);
        await page.GotoAsync("/inbox");
        await page.Locator("main .rows a[href^='/inbox/']").First.ClickAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "letter.png"), FullPage = true });
    }

    // Forced colours, and then a long name from right to left for everybody, who keep it.
    private static readonly Look[] Looks =
    [
        new("390-light", 390, ColorScheme.Light),
        new("390-dark", 390, ColorScheme.Dark),
        new("1280-light", 1280, ColorScheme.Light),
        new("1280-dark", 1280, ColorScheme.Dark),
        new("390-forced", 390, ColorScheme.Dark, ForcedColors.Active),
        new("1280-forced", 1280, ColorScheme.Light, ForcedColors.Active),
        new("390-name", 390, ColorScheme.Light, LongName: true),
        new("1280-name", 1280, ColorScheme.Dark, LongName: true),
    ];

    /// <summary>
    /// Takes a picture of every page with a fixed address, and of one page of each kind that only a link reaches.
    /// </summary>
    /// <param name="folder">The folder for the pictures.</param>
    /// <param name="which">The beginning of an account name: only the pages of that account are taken. Two letters are
    /// a language, for all pages. If empty, all pages are taken in English, including those without sign-in.</param>
    public static async Task OfEveryPageAsync(Demo demo, string folder, string which = "")
    {
        Directory.CreateDirectory(folder);
        var (language, only) = which.Length == 2 ? (which, "") : ("en", which);
        await demo.SpeakAsync(language);
        await demo.MakeAdministratorAsync(Moderator);
        foreach (var look in language == "en" ? Looks : [Looks[0], Looks[3]])
        {
            async Task Take(IPage page, string name) =>
                await page.ScreenshotAsync(
                    new() { Path = Path.Combine(folder, $"{name}-{look.Name}-{language}.png"), FullPage = true }
                );

            if (look.LongName)
            {
                await demo.RenameEverybodyAsync(RightToLeft);
            }

            var stranger = await demo.ArriveAsync(look);
            foreach (var address in only.Length > 0 ? [] : Public)
            {
                await stranger.GotoAsync(address);
                await Take(stranger, Name(address));
            }

            foreach (
                var (account, pages) in SignedIn.Where(one => one.Account.StartsWith(only, StringComparison.Ordinal))
            )
            {
                var page = await demo.SignInAsync(account, look);
                foreach (var address in pages)
                {
                    await page.GotoAsync(address);
                    await Take(page, Name(address));
                }

                await page.GotoAsync("/settings");
                await page.Locator(".nav-menu summary").ClickAsync();
                await Take(page, $"menu-{account[..account.IndexOf('@', StringComparison.Ordinal)]}");

                foreach (var (from, link, name) in Behind.Where(behind => pages.Contains(behind.From)))
                {
                    await page.GotoAsync(from);
                    var target = page.Locator($"main a[href^='{link}']:not([href='/inbox/read'])");
                    if (await target.CountAsync() > 0)
                    {
                        await target.First.ClickAsync();
                        await Take(page, name);
                    }
                }

                if (account == Member)
                {
                    await AskAsync(page, Take);
                }

                foreach (var (name, note) in account == Moderator ? Tried : [])
                {
                    await page.GotoAsync("/moderation/try");
                    await page.Locator("#note").FillAsync(note);
                    await page.Locator("main form button[type=submit]").ClickAsync();
                    await Take(page, $"try-{name}");
                }

                await page.Context.CloseAsync();
            }

            await stranger.Context.CloseAsync();
        }
    }

    // What the gate marks in a note, and the letter as its recipient will see it.
    private static async Task AskAsync(IPage page, Func<IPage, string, Task> take)
    {
        await page.GotoAsync("/ask/kwame-boateng");
        await page.Locator("[name=reason][value=YourWork]").CheckAsync();
        await page.Locator("#reasonDetail").FillAsync("Your lesson on counting fish");
        await page.Locator("#note").FillAsync(Marked);
        await page.Locator("[data-check]").ClickAsync();
        await page.Locator(".marks mark").First.WaitForAsync();
        await take(page, "ask-marked");
        await page.Locator("#note").FillAsync(Marked.Replace("[CITY]", "Tema", StringComparison.Ordinal));
        await page.Locator("[data-preview]").ClickAsync();
        await take(page, "ask-preview");
    }

    private static readonly (string From, string Link, string Name)[] Behind =
    [
        ("/inbox", "/inbox/", "letter"),
        ("/connections", "/connections/", "connection"),
        ("/conversations", "/conversations/", "conversation"),
        ("/members", "/m/", "profile"),
        ("/members?may=true", "/ask/", "ask"),
        ("/groups", "/groups/", "group"),
        ("/gatherings", "/groups/", "invitation"),
        ("/gatherings", "/gatherings/", "gathering"),
        ("/moderation", "/moderation/cases/", "case"),
        ("/moderation/groups", "/moderation/groups/", "group-to-recognise"),
    ];

    private static string Name(string address) =>
        address == "/" ? "welcome" : address.Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-');
}
