using System.Globalization;
using ConnectGate.Foundation.Text;
using ConnectGate.People.Members.Profiles;
using ConnectGate.Web.Hosting;
using ConnectGate.Web.Identity;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;

namespace ConnectGate.Web.Pages;

/// <summary>
/// The reader chooses the language of the pages. The member's account keeps it, and a cookie keeps it for the pages
/// before sign-in.
/// </summary>
[AllowAnonymous]
public sealed class LanguageModel(
    IMediator mediator,
    CurrentMember currentMember,
    Words words,
    TimeProvider clock,
    IStringLocalizer<SharedTexts> texts
) : PageModel
{
    private const string Address = "/language";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The address to open afterwards. Other sites are ignored.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    /// <summary>The community's languages, the default first.</summary>
    public IReadOnlyList<CultureInfo> Languages => words.Languages;

    public static bool IsCurrent(CultureInfo language) => language.Equals(CultureInfo.CurrentUICulture);

    /// <summary>The address of this page, which leads back to the page of that request.</summary>
    public static string LinkFrom(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var back =
            request.Path == Address
                ? request.Query[ConnectGateIdentity.ReturnUrl].ToString()
                : $"{request.Path}{request.QueryString}";
        return Address + QueryString.Create(ConnectGateIdentity.ReturnUrl, back);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!words.Languages.Any(language => language.Name == Language))
        {
            return this.ShowRefusal("language", texts["language-unknown"]);
        }

        if (currentMember.IsSignedIn)
        {
            await mediator.Send(new ChooseLanguage.Command(Language), cancellationToken);
        }

        Response.Cookies.Append(
            Hosting.Languages.Cookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(Language!)),
            new CookieOptions
            {
                Expires = clock.GetUtcNow() + Kept,
                HttpOnly = true,
                IsEssential = true,
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = true,
            }
        );
        return this.GoOn(ReturnUrl, "/");
    }
}
