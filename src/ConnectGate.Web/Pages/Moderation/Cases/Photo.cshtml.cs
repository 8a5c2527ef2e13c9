using ConnectGate.Care.Moderation;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Moderation.Cases;

/// <summary>The picture of a reported photo as it was.</summary>
[Authorize(Policy = ConnectGateIdentity.Moderator)]
public sealed class PhotoModel(IMediator mediator) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string id, string version, CancellationToken cancellationToken) =>
        await mediator.Send(new ViewReportedPhoto.Query(id, version), cancellationToken) is { } picture
            ? File(picture, "image/webp")
            : NotFound();
}
