using Microsoft.AspNetCore.Authorization;

namespace ConnectGate.Web.Pages.Account;

/// <summary>"Check your email", after registering.</summary>
[AllowAnonymous]
public sealed class RegisterSentModel : PageModel;
