using ConnectGate.Care.Moderation;
using ConnectGate.Care.Moderation.Measures;
using ConnectGate.People.Accounts;

namespace ConnectGate.Desk.Notifications.Notices;

/// <summary>
/// Notifies a member of a measure against them and of the answer to their appeal, the reporters when their case is
/// closed, and the moderators of a new case, except the member whom it is about. Nobody learns who reported or who
/// decided.
/// </summary>
internal sealed class TellOfModeration(ConnectGateContext context, Actor actor)
    : INotificationHandler<MeasureTaken>,
        INotificationHandler<AppealAnswered>,
        INotificationHandler<CaseClosed>,
        INotificationHandler<CaseOpened>
{
    public Task Handle(MeasureTaken notification, CancellationToken cancellationToken) =>
        Tell(NotificationKind.Decided, notification.Measure.PublicId, notification.Measure.MemberId);

    public Task Handle(AppealAnswered notification, CancellationToken cancellationToken) =>
        Tell(NotificationKind.AppealAnswered, notification.Measure.PublicId, notification.Measure.MemberId);

    public async Task Handle(CaseClosed notification, CancellationToken cancellationToken)
    {
        var reports = await context
            .Reports.Where(report => report.CaseId == notification.File.Id && report.WithdrawnAt == null)
            .Select(report => new { report.PublicId, report.ReporterId })
            .ToListAsync(cancellationToken);
        foreach (var report in reports.DistinctBy(report => report.ReporterId))
        {
            await Tell(NotificationKind.ReportAnswered, report.PublicId, report.ReporterId);
        }
    }

    public async Task Handle(CaseOpened notification, CancellationToken cancellationToken)
    {
        var moderators = await context
            .Users.WhoAreIn()
            .Where(account =>
                (account.Role == Role.Moderator || account.Role == Role.Administrator)
                && account.Id != notification.File.AuthorId
            )
            .Select(account => account.Id)
            .ToListAsync(cancellationToken);
        foreach (var moderator in moderators)
        {
            await Tell(NotificationKind.CaseWaits, notification.File.PublicId, moderator);
        }
    }

    private Task Tell(NotificationKind kind, string subject, long to) =>
        context.Notifications.Tell(kind, subject, to, by: null, actor.Now);
}
