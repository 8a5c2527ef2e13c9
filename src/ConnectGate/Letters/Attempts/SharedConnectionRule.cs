using ConnectGate.Gate;
using ConnectGate.People.Policy;

namespace ConnectGate.Letters.Attempts;

/// <summary>
/// Refuses a sender without a shared connection where the recipient's policy asks for one, or without a shared
/// connection or group where the policy asks for either. Only connections and groups that the ask page names to the
/// sender count: the answer would reveal any other.
/// </summary>
internal sealed class SharedConnectionRule(FactsReader facts) : IGateRule
{
    public const string Code = "needs-shared-connection",
        OrGroup = "needs-shared-context";

    public async Task<IReadOnlyList<Finding>> JudgeAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var common = (await facts.OfAsync(attempt, cancellationToken)).Common;
        var connected = common.Mutual.Members.Count > 0;
        var grouped = common.Groups.Any(group => group.Confirmed);
        var code = attempt.Recipient.Policy.Kind switch
        {
            PolicyKind.SharedConnection when !connected => Code,
            PolicyKind.SharedContext when !connected && !grouped => OrGroup,
            _ => null,
        };
        return code is null || attempt.Grounds.AreSaid ? [] : [Finding.AboutRecipient(code, FindingKind.Policy)];
    }
}
