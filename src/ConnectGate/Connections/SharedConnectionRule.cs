using ConnectGate.Data;
using ConnectGate.Gate;
using ConnectGate.Members;

namespace ConnectGate.Connections;

/// <summary>
/// Refuses who shares no connection with a recipient who asks for one. Only those count that the sender may be told of, which the ask page names: a link that counted in
/// silence would tell that there is one.
/// </summary>
internal sealed class SharedConnectionRule(ConnectGateContext context) : IGateRule
{
    public const string Code = "needs-shared-connection";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var shared = await MutualConnections.OfAsync(context, attempt.Sender.Id, attempt.Recipient.Id, attempt.Now, cancellationToken);
        return attempt.Recipient.Policy.Kind == PolicyKind.SharedConnection && !attempt.Grounds.AreSaid && shared.Members.Count == 0
            ? [Finding.AboutRecipient(Code, FindingKind.Policy)]
            : [];
    }
}
