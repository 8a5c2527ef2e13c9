using ConnectGate.People.Members.Absences;

namespace ConnectGate.Care.Administration.Imports;

/// <summary>
/// Deletes the dry run, or the result of an import, with every address in it. It stops an import that runs. What was
/// applied stays.
/// </summary>
public static class DiscardMemberImport
{
    /// <summary>Does nothing where there is none.</summary>
    [SentBy(Senders.Administrators)]
    public sealed record Command : ICommand<Done>;

    internal sealed class Handler(ConnectGateContext context, LastAdministrator lastAdministrator)
        : IRequestHandler<Command, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(Command command, CancellationToken cancellationToken)
        {
            await lastAdministrator.LockAsync(cancellationToken);
            await context.MemberImports.ExecuteDeleteAsync(cancellationToken);
            return default(Done);
        }
    }
}
