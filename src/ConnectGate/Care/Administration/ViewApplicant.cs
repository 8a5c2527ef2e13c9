namespace ConnectGate.Care.Administration;

public static class ViewApplicant
{
    /// <summary>Null where no applicant waits under that handle.</summary>
    [SentBy(Senders.Administrators)]
    public sealed record Query(string Handle) : IQuery<Applicant?>;

    internal sealed class Handler(Applicants applicants) : IRequestHandler<Query, Applicant?>
    {
        public async Task<Applicant?> Handle(Query query, CancellationToken cancellationToken) =>
            await applicants.FindToDecideAsync(query.Handle, cancellationToken) is var (account, member)
                ? new Applicant(
                    member.Handle,
                    member.DisplayName,
                    account.Email!,
                    account.WaitsSince!.Value,
                    account.Application ?? ""
                )
                : null;
    }
}
