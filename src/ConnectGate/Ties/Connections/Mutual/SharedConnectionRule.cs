using ConnectGate.Gate;
using ConnectGate.People.Policy;
using ConnectGate.Ties.Groups.Roster;

namespace ConnectGate.Ties.Connections.Mutual;

/// <summary>
/// Refuses a sender without a shared connection where the recipient's policy asks for one, or without a shared
/// connection or group where the policy asks for either. Only connections and groups that the ask page names to the
/// sender count: the answer would reveal any other.
/// </summary>
internal sealed class SharedConnectionRule(ConnectGateContext context) : IGateRule
{
    public const string Code = "needs-shared-connection",
        OrGroup = "needs-shared-context";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var (sender, recipient, now) = (attempt.Sender.Id, attempt.Recipient.Id, attempt.Now);
        var connected =
            (await MutualConnections.OfAsync(context, sender, recipient, now, cancellationToken)).Members.Count > 0;
        var grouped = (await SharedContext.OfAsync(context, sender, recipient, now, cancellationToken)).Any(group =>
            group.Confirmed
        );
        var code = attempt.Recipient.Policy.Kind switch
        {
            PolicyKind.SharedConnection when !connected => Code,
            PolicyKind.SharedContext when !connected && !grouped => OrGroup,
            _ => null,
        };
        return code is null || attempt.Grounds.AreSaid ? [] : [Finding.AboutRecipient(code, FindingKind.Policy)];
    }
}
