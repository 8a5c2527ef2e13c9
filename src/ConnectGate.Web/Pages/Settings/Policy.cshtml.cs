using System.Globalization;
using ConnectGate.Gate.Policy;
using ConnectGate.People.Policy;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>The page where a member publishes their policy.</summary>
public sealed class PolicyModel(
    IMediator mediator,
    IStringLocalizer<SettingsTexts> texts,
    IStringLocalizer<SharedTexts> shared
) : PageModel
{
    // Stands for an unreadable number, so that the validator refuses it as out of range.
    private const int NoNumber = -1;

    [BindProperty]
    public PolicyKind Kind { get; set; }

    /// <summary>The typed day.</summary>
    [BindProperty]
    public string? AwayUntil { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IList<string?> Questions { get; set; } = [];

    /// <summary>The typed number.</summary>
    [BindProperty]
    public string? MinimumNote { get; set; }

    /// <summary>The typed number.</summary>
    [BindProperty]
    public string? LettersAWeek { get; set; }

    [BindProperty]
    public bool TalkedCountsAsMet { get; set; }

    [BindProperty]
    public bool OnlyWrittenForMe { get; set; }

    [BindProperty]
    public bool WelcomesPitches { get; set; }

    [BindProperty]
    public bool WelcomesJobEnquiries { get; set; }

    /// <summary>The current policy, with the questions to choose from.</summary>
    public EditPolicy.View Shown { get; private set; } = null!;

    public IEnumerable<Choice> Kinds =>
        Enum.GetValues<PolicyKind>()
            .Select(kind => new Choice(kind.ToString(), texts.NameOf(kind), texts.HintOf(kind)));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Shown = await mediator.Send(new EditPolicy.Query(), cancellationToken);
        (Kind, Text, WelcomesPitches, WelcomesJobEnquiries) = (
            Shown.Kind,
            Shown.Text,
            Shown.WelcomesPitches,
            Shown.WelcomesJobEnquiries
        );
        (OnlyWrittenForMe, TalkedCountsAsMet) = (Shown.OnlyWrittenForMe, Shown.TalkedCountsAsMet);
        AwayUntil = DateField.Format(Shown.AwayUntil);
        MinimumNote = Shown.MinimumNote?.ToString(CultureInfo.InvariantCulture);
        LettersAWeek = Shown.LettersAWeek?.ToString(CultureInfo.InvariantCulture);
        Questions = [.. Shown.Questions];
        MakeRoom();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(
            new EditPolicy.Command(Kind, Text, [.. Questions])
            {
                AwayUntil = DateField.Parse(AwayUntil),
                MinimumNote = Number(MinimumNote),
                LettersAWeek = Number(LettersAWeek),
                TalkedCountsAsMet = TalkedCountsAsMet,
                OnlyWrittenForMe = OnlyWrittenForMe,
                WelcomesPitches = WelcomesPitches,
                WelcomesJobEnquiries = WelcomesJobEnquiries,
            },
            cancellationToken
        );
        if (outcome.Succeeded)
        {
            this.Say(shared["saved"]);
            return RedirectToPage("/Settings/Policy");
        }

        Shown = await mediator.Send(new EditPolicy.Query(), cancellationToken);
        MakeRoom();
        return this.ShowRefusals(outcome.Refusals);
    }

    private static int? Number(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? null
        : int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : NoNumber;

    private void MakeRoom()
    {
        while (Questions.Count < EditPolicy.MostQuestions)
        {
            Questions.Add("");
        }
    }
}
