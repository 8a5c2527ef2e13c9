using ConnectGate.Web.Markup.Fields;

namespace ConnectGate.Web.Pages.Account;

/// <summary>The answers of the account pages to refusals.</summary>
internal static class Answers
{
    /// <summary>Like <see cref="Refusals.ShowRefusals"/>, but with status 429 after too many tries.</summary>
    public static PageResult ShowAccountRefusals(this PageModel page, IReadOnlyList<Refusal> refusals)
    {
        var result = page.ShowRefusals(refusals);
        if (refusals.Any(refusal => refusal.Code == "too-many-tries"))
        {
            result.StatusCode = StatusCodes.Status429TooManyRequests;
        }

        return result;
    }
}
