using Microsoft.AspNetCore.Identity;

namespace ConnectGate.People.Accounts;

/// <summary>Turns Identity's results into the pipeline's exceptions.</summary>
internal static class IdentityResults
{
    /// <summary>
    /// Throws a conflict where Identity reports a lost race, so that the command runs again. Any other refusal by
    /// Identity is a bug.
    /// </summary>
    public static void OrRunAgain(this IdentityResult result)
    {
        // The commands check for a taken address or handle themselves. Identity finds one only where another command
        // was faster.
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
