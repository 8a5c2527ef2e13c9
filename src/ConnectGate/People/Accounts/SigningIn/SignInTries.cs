namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// A bare count of attempts within a window of time, by a hashed key (an account, an address, a device): who guesses
/// passwords must wait.
/// </summary>
internal sealed class SignInTries
{
    public required string Key { get; init; }
    public required DateTime Since { get; set; }
    public required int Count { get; set; }
}
