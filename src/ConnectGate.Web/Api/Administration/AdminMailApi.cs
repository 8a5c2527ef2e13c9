using ConnectGate.Care.Administration.Outgoing;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Api.Administration;

/// <summary>What <c>/admin/mail</c> does, for an administrator's program with a second factor.</summary>
internal static class AdminMailApi
{
    public static void MapAdminMail(this RouteGroupBuilder api)
    {
        var mail = api.MapGroup("/admin/mail")
            .WithTags("Administration")
            .RequireAuthorization(ConnectGateIdentity.Administrator);
        mail.MapGet("", async (string? only, string? cursor, IMediator mediator, CancellationToken cancelled) =>
                (
                    await mediator.Send(
                        new ListMail.Command(NamedEnums.Parse<ListMail.Only>(only) ?? default, cursor),
                        cancelled
                    )
                ).ToResult(view => Results.Ok(view))
            )
            .WithSummary("Mail that waits, failed or was given up, without its text. The audit log records the view")
            .WithDescription("`only`: everything, given-up, failed or waiting.")
            .Produces<ListMail.View>();
        mail.MapPost("/send-again", async (SendAgainBody body, IMediator mediator, CancellationToken cancelled) =>
                (await mediator.Send(new SendMailAgain.Command(body.Id), cancelled)).ToResult(again =>
                    Results.Ok(again)
                )
            )
            .WithSummary("Try a mail again that failed or was given up; without an id all of them")
            .Produces<SendMailAgain.Again>();
        mail.MapPost("/test", (TestMailBody body, IMediator mediator, CancellationToken cancelled) =>
                mediator.DoAsync(new SendTestMail.Command(body.Email), cancelled)
            )
            .WithSummary("Send a test mail")
            .ProducesNothing();
    }
}

internal sealed record SendAgainBody(long? Id);

internal sealed record TestMailBody(string? Email);
