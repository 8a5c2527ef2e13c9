using ConnectGate.People.Members.Photos;
using ConnectGate.Web.Hosting.Headers;

namespace ConnectGate.Web.Pages.Members;

/// <summary>
/// The picture of a member's photo. The browser keeps it for a day: another photo has another address.
/// </summary>
[Cached(CachedAttribute.ForADay)]
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
