using System.Globalization;
using ConnectGate.Desk.Portability;

namespace ConnectGate.Web.Hosting;

/// <summary>A member's export as a file. It is sent while it is read.</summary>
internal sealed class ExportDownload(OpenExport.View export) : IActionResult, IResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ExecuteAsync(context.HttpContext);
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.ContentType = "application/zip";
        response.ContentLength = export.Size;
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"connectgate-{export.AskedAt:yyyy-MM-dd}.zip\""
        );
        await foreach (var piece in export.Pieces.WithCancellation(httpContext.RequestAborted))
        {
            await response.Body.WriteAsync(piece, httpContext.RequestAborted);
        }
    }
}
