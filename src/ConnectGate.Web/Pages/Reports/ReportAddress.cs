using ConnectGate.Care.Moderation.Reports;
using ConnectGate.Web.Api;

namespace ConnectGate.Web.Pages.Reports;

/// <summary>The address of the page on which a text is reported: <c>/report/agenda-entry/ID</c>.</summary>
internal static class ReportAddress
{
    /// <param name="kind">Not a letter, which has a page of its own.</param>
    /// <param name="id">The text's public id; a handle for a profile.</param>
    /// <param name="from">The page with the text, to which the member returns.</param>
    public static string Of(ReportedKind kind, string id, ActionContext from) =>
        $"/report/{KebabCase.Of(kind)}/{id}" + QueryString.Create("from", AddressOf(from.HttpContext.Request));

    /// <summary>Of an entry in an agenda, which has no id of its own.</summary>
    public static string OfEntry(string gatheringId, string handle, ActionContext from) =>
        Of(ReportedKind.AgendaEntry, $"{gatheringId}.{handle}", from);

    private static string AddressOf(HttpRequest request) => request.Path + request.QueryString;
}
