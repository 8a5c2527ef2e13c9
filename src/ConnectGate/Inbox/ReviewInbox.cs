using ConnectGate.Connections;
using ConnectGate.Gate;
using ConnectGate.Shared;
using MediatR;

namespace ConnectGate.Inbox;

/// <summary>The letters to the current member, newest first.</summary>
public static class ReviewInbox
{
    /// <summary>How many visible characters of the note a row shows at most.</summary>
    public const int FirstLinesLength = 160;

    /// <summary>A page of a folder.</summary>
    /// <param name="Reason">Only letters with this reason; null for all.</param>
    /// <param name="Cursor">Where to go on; null for the beginning.</param>
    /// <param name="Folder">Which letters.</param>
    public sealed record Query(Reason? Reason = null, string? Cursor = null, InboxFolder Folder = InboxFolder.Waiting) : IQuery<View>;

    /// <summary>The page, and atop of it what was just accepted.</summary>
    /// <param name="Letters">The folder's letters, newest first.</param>
    /// <param name="InGrace">Letters whose acceptance can still be undone, whatever the folder and the page.</param>
    public sealed record View(Page<Row> Letters, IReadOnlyList<GraceRow> InGrace);

    /// <summary>One letter.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="SenderHandle">The sender's handle.</param>
    /// <param name="SenderName">The sender's name as it is now.</param>
    /// <param name="SenderHeadline">The sender's headline; may be empty.</param>
    /// <param name="Reason">Why they ask.</param>
    /// <param name="ReasonDetail">What completes it.</param>
    /// <param name="FirstLines">The beginning of the note, at most <see cref="FirstLinesLength"/> visible characters, line breaks made blanks.</param>
    /// <param name="SentAt">When it was sent.</param>
    /// <param name="DeliveredAt">When it was delivered; the list's order.</param>
    /// <param name="ExpiresAt">Until when it can be decided.</param>
    /// <param name="Opened">Whether the recipient has opened it.</param>
    /// <param name="State">How it stands; always waiting in that folder.</param>
    /// <param name="MutualConnections">Whom the two both know and may know it of each other.</param>
    public sealed record Row(
        string Id, string SenderHandle, string SenderName, string SenderHeadline, Reason Reason, string ReasonDetail, string FirstLines,
        DateTime SentAt, DateTime DeliveredAt, DateTime ExpiresAt, bool Opened, LetterState State, MutualConnections.View MutualConnections);

    /// <summary>A letter whose acceptance can still be undone.</summary>
    /// <param name="Id">Its public id.</param>
    /// <param name="SenderHandle">The sender's handle.</param>
    /// <param name="SenderName">The sender's name.</param>
    /// <param name="UndoUntil">Until when; then the two are connected, and the sender is told.</param>
    public sealed record GraceRow(string Id, string SenderHandle, string SenderName, DateTime UndoUntil);

    internal sealed class Handler : IRequestHandler<Query, View>
    {
        public Task<View> Handle(Query request, CancellationToken cancellationToken) => throw new NotImplementedException();
    }
}

/// <summary>A part of the inbox.</summary>
public enum InboxFolder
{
    /// <summary>Letters that wait for a decision.</summary>
    Waiting,

    /// <summary>Letters that no longer wait: decided, expired, or withdrawn after they were opened.</summary>
    Decided,
}
