using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ConnectGate.Accounts;

/// <summary>What a command does with an answer of Identity's.</summary>
internal static class IdentityResults
{
    /// <summary>Identity answers a lost race with a result; here it runs the command again, like any other. Anything else it refuses is a bug.</summary>
    public static void OrRunAgain(this IdentityResult result)
    {
        if (result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)))
        {
            throw new DbUpdateConcurrencyException("The account changed meanwhile.");
        }

        if (!result.Succeeded)
        {
            throw new InvalidOperationException("Identity refused: " + string.Join(", ", result.Errors.Select(error => error.Code)));
        }
    }
}
