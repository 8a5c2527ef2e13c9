using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts;

/// <summary>What a command does with an answer of Identity's.</summary>
internal static class IdentityResults
{
    /// <summary>
    /// Identity answers a lost race with a result; here it runs the command again, like any other. Anything else it
    /// refuses is a bug.
    /// </summary>
    public static void OrRunAgain(this IdentityResult result)
    {
        // The commands look for a taken address or handle themselves: Identity meets one only where another was
        // quicker.
        if (
            result.Errors.Any(error =>
                error.Code
                    is nameof(IdentityErrorDescriber.ConcurrencyFailure)
                        or nameof(IdentityErrorDescriber.DuplicateEmail)
                        or nameof(IdentityErrorDescriber.DuplicateUserName)
            )
        )
        {
            throw new DbUpdateConcurrencyException("The account changed meanwhile.");
        }

        if (!result.Succeeded)
        {
            throw new InvalidOperationException(
                "Identity refused: " + string.Join(", ", result.Errors.Select(error => error.Code))
            );
        }
    }
}
