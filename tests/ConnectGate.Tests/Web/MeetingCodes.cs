namespace ConnectGate.Tests.Web;

internal static class MeetingCodes
{
    /// <summary>
    /// The member shows a code on the site, whose keys seal it: the keys of <c>Site.Community</c> are others.
    /// </summary>
    /// <returns>The code without its space, as in the address of its page.</returns>
    public static async Task<string> ShowCodeAsync(this Site site, Person owner)
    {
        var browser = await site.VisitAsync(owner);
        var shown = await browser.FollowAsync(
            await browser.SubmitAsync(await browser.SeeAsync("/met"), "form.actions button")
        );
        return Assert.Single(shown.Texts(".meeting-code .code")).Replace(" ", "", StringComparison.Ordinal);
    }
}
