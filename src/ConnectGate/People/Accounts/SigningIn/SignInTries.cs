namespace ConnectGate.People.Accounts.SigningIn;

/// <summary>
/// The number of tries within a window of time, under a hashed key (an account, an address, a device). Somebody who
/// guesses passwords must wait.
/// </summary>
internal sealed class SignInTries
{
    public required string Key { get; init; }
    public required DateTime Since { get; set; }
    public required int Count { get; set; }
}
