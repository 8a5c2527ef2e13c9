using MediatR;

namespace ConnectGate.Members;

/// <summary>A moderator suspended a member. Published before the save, in its transaction.</summary>
internal sealed record MemberSuspended(Suspension Suspension) : INotification;
