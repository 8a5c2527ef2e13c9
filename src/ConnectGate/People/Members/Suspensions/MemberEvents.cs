namespace ConnectGate.People.Members.Suspensions;

/// <summary>A moderator suspended a member. Published before the save, in its transaction.</summary>
internal sealed record MemberSuspended(Suspension Suspension) : INotification;
