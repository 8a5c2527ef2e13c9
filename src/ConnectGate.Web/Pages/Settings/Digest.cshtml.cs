using System.Globalization;
using ConnectGate.People.Members;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>Whether and when to be mailed what is new, and the member's time zone and language.</summary>
public sealed class DigestModel(
    IMediator mediator,
    IStringLocalizer<SettingsTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    [BindProperty]
    public DigestFrequency Digest { get; set; }

    [BindProperty]
    public int Hour { get; set; }

    [BindProperty]
    public string? TimeZone { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>The settings as they stand, and the time zones to choose from.</summary>
    public EditSettings.View Settings { get; private set; } = null!;

    public IEnumerable<Choice> Frequencies =>
        Enum.GetValues<DigestFrequency>()
            .Select(frequency => new Choice(frequency.ToString(), texts.NameOf(frequency)));

    public static IEnumerable<Choice> Hours =>
        Enumerable
            .Range(0, 24)
            .Select(hour => new Choice(
                hour.ToString(CultureInfo.InvariantCulture),
                new TimeOnly(hour, 0).ToString("HH:mm", CultureInfo.CurrentCulture)
            ));

    public IEnumerable<Choice> TimeZones => Settings.TimeZones.Select(zone => new Choice(zone, zone.Replace('_', ' ')));

    /// <summary>The community's languages, each by its own name.</summary>
    public IEnumerable<Choice> Languages =>
        Settings.Languages.Select(language => new Choice(language.Tag, language.Name));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Settings = await mediator.Send(new EditSettings.Query(), cancellationToken);
        (Digest, Hour) = (Settings.Digest, Settings.Hour);
        (TimeZone, Language) = (Settings.TimeZone, Settings.Language);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new EditSettings.Command(Digest, Hour, TimeZone, Language),
            cancellationToken
        );
        if (outcome.Succeeded)
        {
            this.Say(shared["saved"]);
            return RedirectToPage("/Settings/Digest");
        }

        Settings = await mediator.Send(new EditSettings.Query(), cancellationToken);
        return this.ShowRefusals(outcome.Refusals);
    }
}
