using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Moderation;

/// <summary>A moderator opens a case. A command, since the audit log records the view.</summary>
public static class ViewCase
{
    /// <summary>The case. Not found for who may not moderate.</summary>
    /// <param name="Id">Its public id.</param>
    public sealed record Command(string Id) : ICommand<View>;

    /// <summary>What the moderator sees.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="OpenedAt">When the first report came.</param>
    /// <param name="Author">Whom it is about, as they describe themself now.</param>
    /// <param name="Reports">The reports, oldest first, with the evidence as it was.</param>
    /// <param name="Decision">How it was decided, if it was.</param>
    /// <param name="EarlierCases">Other cases about the author, latest first.</param>
    /// <param name="Suspensions">The author's suspensions, latest first.</param>
    /// <param name="MayDecide">Whether this moderator may decide it: it is open, not about them, and not reported by them.</param>
    public sealed record View(
        string Id, CaseState State, DateTime OpenedAt, Profile Author, IReadOnlyList<Reported> Reports, Decided? Decision,
        IReadOnlyList<Earlier> EarlierCases, IReadOnlyList<Measure> Suspensions, bool MayDecide);

    /// <summary>The author.</summary>
    /// <param name="Handle">Their handle.</param>
    /// <param name="DisplayName">Their name.</param>
    /// <param name="Headline">One line; may be empty.</param>
    /// <param name="About">More; may be empty.</param>
    /// <param name="OtherNames">"You may know me as".</param>
    /// <param name="MemberSince">When they joined.</param>
    public sealed record Profile(
        string Handle, string DisplayName, string Headline, string About, IReadOnlyList<string> OtherNames, DateTime MemberSince);

    /// <summary>One report.</summary>
    /// <param name="ReporterHandle">Who reported.</param>
    /// <param name="ReporterName">Their name.</param>
    /// <param name="Category">What for.</param>
    /// <param name="Comment">What they added; may be empty.</param>
    /// <param name="At">When.</param>
    /// <param name="Evidence">The letter as it was.</param>
    public sealed record Reported(
        string ReporterHandle, string ReporterName, ReportCategory Category, string Comment, DateTime At, Evidence Evidence);

    /// <summary>How a case was decided.</summary>
    /// <param name="At">When.</param>
    /// <param name="ModeratorName">By whom.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Decided(DateTime At, string ModeratorName, string Reason);

    /// <summary>Another case about the same author.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="State">Where it stands.</param>
    /// <param name="OpenedAt">When the first report came.</param>
    /// <param name="Reason">Why it was decided as it was, if it was.</param>
    public sealed record Earlier(string Id, CaseState State, DateTime OpenedAt, string? Reason);

    /// <summary>A suspension.</summary>
    /// <param name="From">Since when.</param>
    /// <param name="Until">Null for good.</param>
    /// <param name="ModeratorName">By whom.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Measure(DateTime From, DateTime? Until, string ModeratorName, string Reason);

    internal sealed class Handler : IRequestHandler<Command, Outcome<View>>
    {
        public Task<Outcome<View>> Handle(Command request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}
