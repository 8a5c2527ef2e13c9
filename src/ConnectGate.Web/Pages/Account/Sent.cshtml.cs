using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account;

/// <summary>"Look into your mail", after registering.</summary>
[AllowAnonymous]
public sealed class RegisterSentModel : PageModel;

/// <summary>"Look into your mail", after asking for a new password.</summary>
[AllowAnonymous]
public sealed class ForgotSentModel : PageModel;
