namespace ConnectGate.Web.Pages.Account.Registering;

/// <summary>What a member can do who waits for a mail, as the partial <c>_MailedTo</c> shows it.</summary>
/// <param name="Email">Null where the browser no longer knows it: then nothing can be sent again.</param>
/// <param name="Again">The address that sends the mail again.</param>
/// <param name="Other">The page that takes another address.</param>
public sealed record MailedToForm(string? Email, string Again, string Other);
