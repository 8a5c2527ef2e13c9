using ConnectGate.Foundation;
using ConnectGate.Ties.Groups;
using Microsoft.Extensions.Options;

namespace ConnectGate.Web.Pages.Groups;

/// <summary>A gathering as a file for a calendar, for those who belong to it.</summary>
public sealed class CalendarModel(IMediator mediator, IOptions<SiteOptions> site, TimeProvider clock)
    : OneGroupModel(mediator)
{
    protected override IActionResult Opened() =>
        Seen.Group.Kind == GroupKind.Gathering
            ? File(
                CalendarFile.Of(Seen.Group, site.Value, clock.GetUtcNow().UtcDateTime),
                "text/calendar; charset=utf-8",
                CalendarFile.NameOf(Seen.Group)
            )
            : NotFound();
}
