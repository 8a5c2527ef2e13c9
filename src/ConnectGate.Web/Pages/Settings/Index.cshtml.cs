namespace ConnectGate.Web.Pages.Settings;

public sealed class IndexModel : PageModel;
