namespace ConnectGate.Web.Pages;

/// <summary>Only the browser keeps drafts. The server only tells the browser which draft was sent.</summary>
public static class Drafts
{
    /// <summary>The key under which the layout finds the name of the sent draft.</summary>
    public const string Sent = "DraftSent";

    /// <summary>Makes the next page delete the draft of this name, the form's <c>data-draft</c>.</summary>
    public static void ForgetDraft(this PageModel page, string draft)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Sent] = draft;
    }
}
