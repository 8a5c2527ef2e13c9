using ConnectGate.People.Members.Photos;

namespace ConnectGate.Web.Pages.Members;

/// <summary>
/// The picture of a member's photo. The browser keeps it for a day: another photo has another address.
/// </summary>
[ResponseCache(Location = ResponseCacheLocation.Client, Duration = 24 * 60 * 60)]
public sealed class PhotoModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(
        string handle,
        string version,
        bool large,
        CancellationToken cancellationToken
    ) =>
        await mediator.Send(new ViewPhoto.Query(handle, version, large), cancellationToken) is { } picture
            ? File(picture, "image/webp")
            : NotFound();
}
