namespace ConnectGate.Web.Pages.Settings;

/// <summary>The way to all settings.</summary>
public sealed class IndexModel : PageModel;
