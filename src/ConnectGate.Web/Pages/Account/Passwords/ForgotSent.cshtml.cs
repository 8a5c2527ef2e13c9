using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account.Passwords;

/// <summary>"Check your email", after asking for a new password.</summary>
[AllowAnonymous]
public sealed class ForgotSentModel : PageModel;
