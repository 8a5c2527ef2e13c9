using ConnectGate.People.Members;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>The page where a member edits their profile.</summary>
public sealed class ProfileModel(
    IMediator mediator,
    IStringLocalizer<SettingsTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    // The empty lines after the filled ones. Saving adds them again.
    private const int Spare = 2;
    private const int MostLanguages = 8;

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Headline { get; set; }

    [BindProperty]
    public string? About { get; set; }

    [BindProperty]
    public IList<string?> Languages { get; set; } = [];

    [BindProperty]
    public IList<string?> OtherNames { get; set; } = [];

    [BindProperty]
    public IList<WayForm> BetterWays { get; set; } = [];

    [BindProperty]
    public IList<DetailForm> Details { get; set; } = [];

    /// <summary>The current profile.</summary>
    public EditProfile.View Profile { get; private set; } = null!;

    public IReadOnlyList<DetailLine> Lines => DetailLine.Of(Profile.Fields, [.. Details.Select(line => line.ToLine())]);

    /// <summary>The languages to choose from, "none" first.</summary>
    public IEnumerable<Choice> AllLanguages =>
        [
            new("", texts["language-none"]),
            .. Profile.AllLanguages.Select(language => new Choice(language.Tag, language.Name)),
        ];

    public IEnumerable<Choice> Audiences =>
        Enum.GetValues<Audience>().Select(audience => new Choice(audience.ToString(), texts.NameOf(audience)));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Profile = await mediator.Send(new EditProfile.Query(), cancellationToken);
        (DisplayName, Headline, About) = (Profile.DisplayName, Profile.Headline, Profile.About);
        Languages = [.. Profile.Languages];
        OtherNames = [.. Profile.OtherNames];
        BetterWays = [.. Profile.BetterWays.Select(way => new WayForm { Text = way.Text, Audience = way.Audience })];
        Details =
        [
            .. Profile.Details.Select(line => new DetailForm
            {
                Field = line.Field,
                Text = line.Text,
                SeenBy = line.SeenBy,
            }),
        ];
        MakeRoom();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new EditProfile.Command(
                DisplayName,
                Headline,
                About,
                [.. Languages.OfType<string>().Where(tag => tag.Length > 0)],
                [.. OtherNames],
                [.. BetterWays.Select(way => new EditProfile.Way(way.Text, way.Audience))]
            )
            {
                Details = [.. Details.Select(line => line.ToLine())],
            },
            cancellationToken
        );
        if (outcome.Succeeded)
        {
            this.Say(shared["saved"]);
            return RedirectToPage("/Settings/Profile");
        }

        Profile = await mediator.Send(new EditProfile.Query(), cancellationToken);
        MakeRoom();
        return this.ShowRefusals(outcome.Refusals);
    }

    private void MakeRoom()
    {
        Fill(Languages, Math.Min(MostLanguages, Languages.Count(tag => tag is { Length: > 0 }) + Spare), () => "");
        Fill(
            OtherNames,
            Math.Min(EditProfile.MostOtherNames, OtherNames.Count(name => name is { Length: > 0 }) + Spare),
            () => ""
        );
        Fill(
            BetterWays,
            Math.Min(EditProfile.MostBetterWays, BetterWays.Count(way => way.Text is { Length: > 0 }) + Spare),
            () => new WayForm()
        );
    }

    private static void Fill<T>(IList<T> list, int count, Func<T> blank)
    {
        while (list.Count < count)
        {
            list.Add(blank());
        }
    }

    public sealed class DetailForm
    {
        public string? Field { get; set; }

        public string? Text { get; set; }

        public SeenBy SeenBy { get; set; }

        public EditProfile.Detail ToLine() => new(Field, Text, SeenBy);
    }

    public sealed class WayForm
    {
        public string? Text { get; set; }

        public Audience Audience { get; set; }
    }
}
