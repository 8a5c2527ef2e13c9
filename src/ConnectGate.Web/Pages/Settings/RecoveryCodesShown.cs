using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ConnectGate.Web.Pages.Settings;

/// <summary>
/// Shows new recovery codes in the answer to their form. Only hashes are stored, so no later page can show them.
/// </summary>
internal static class RecoveryCodesShown
{
    public static IActionResult ShowCodes(this PageModel page, IReadOnlyList<string> codes) =>
        new ViewResult
        {
            ViewName = "/Pages/Settings/Security/_Codes.cshtml",
            ViewData = new ViewDataDictionary<IReadOnlyList<string>>(
                page.MetadataProvider,
                new Microsoft.AspNetCore.Mvc.ModelBinding.ModelStateDictionary()
            )
            {
                Model = codes,
            },
            TempData = page.TempData,
        };
}
