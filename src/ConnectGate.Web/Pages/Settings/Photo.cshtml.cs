using ConnectGate.People.Members.Photos;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>
/// The member's own photo. The page accepts files larger than a photo may be, so that it can say so at the field.
/// </summary>
[RequestSizeLimit(Forms.LargestUpload)]
[RequestFormLimits(
    MultipartBodyLengthLimit = Forms.LargestUpload,
    ValueCountLimit = 10,
    ValueLengthLimit = Forms.LargestBody
)]
public sealed class PhotoModel(IMediator mediator, IStringLocalizer<SettingsTexts> texts) : PageModel
{
    /// <summary>The chosen file. A large one is in a temporary file until the request ends.</summary>
    [BindProperty(Name = "file")]
    public IFormFile? Chosen { get; set; }

    [BindProperty]
    public PhotoCrop Crop { get; set; }

    public EditProfile.View Profile { get; private set; } = null!;

    public IEnumerable<Choice> Crops =>
        Enum.GetValues<PhotoCrop>().Select(crop => new Choice(crop.ToString(), texts.NameOf(crop)));

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Profile = await mediator.Send(new EditProfile.Query(), cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await using var file = Chosen?.OpenReadStream();
        var read = await mediator.Send(new ReadPhoto.Query(file, Crop), cancellationToken);
        return await AnsweredAsync(new ChangePhoto.Command(read), "photo-used", cancellationToken);
    }

    public Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) =>
        AnsweredAsync(new RemovePhoto.Command(), "photo-removed", cancellationToken);

    private async Task<IActionResult> AnsweredAsync(
        ICommand<Done> command,
        string words,
        CancellationToken cancellationToken
    )
    {
        var outcome = await mediator.Send(command, cancellationToken);
        if (outcome.Succeeded)
        {
            this.Say(texts[words]);
            return RedirectToPage("/Settings/Photo");
        }

        await OnGetAsync(cancellationToken);
        return this.ShowRefusals(outcome.Refusals);
    }
}
