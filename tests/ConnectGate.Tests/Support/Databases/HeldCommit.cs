using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ConnectGate.Tests.Support.Databases;

/// <summary>Holds one commit back, so that another command meets a transaction that has done everything else.</summary>
internal sealed class HeldCommit : DbTransactionInterceptor
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously),
        _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _holds;

    /// <summary>Completes when the held commit is all that is left to do.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Holds the next commit, until <see cref="Release"/>.</summary>
    public void HoldNext() => _holds = 1;

    public void Release() => _released.SetResult();

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        if (Interlocked.Exchange(ref _holds, 0) == 1)
        {
            _reached.SetResult();
            await _released.Task;
        }

        return result;
    }
}
