using MediatR;

namespace ConnectGate.Connections;

/// <summary>A member blocked another. Published before the save, in its transaction.</summary>
internal sealed record MemberBlocked(Block Block) : INotification;
