namespace ConnectGate.Web.Pages;

/// <summary>Drafts are kept in the browser alone; the server only says when one was sent.</summary>
public static class Drafts
{
    /// <summary>Where the layout reads which draft to forget.</summary>
    public const string Sent = "DraftSent";

    /// <summary>Lets the next page that is shown forget the draft of that name (a form's <c>data-draft</c>).</summary>
    public static void ForgetDraft(this PageModel page, string draft)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Sent] = draft;
    }
}
