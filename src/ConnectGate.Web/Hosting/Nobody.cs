using ConnectGate.Shared;

namespace ConnectGate.Web.Hosting;

/// <summary>Who acts in the administrator's commands: the server itself, as no member.</summary>
internal sealed class Nobody : ICurrentMember
{
    public bool IsSignedIn => false;

    public long Id => throw new InvalidOperationException("Nobody is signed in.");

    public bool MayModerate => false;

    public string? IdempotencyKey => null;
}
