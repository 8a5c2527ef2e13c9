using ConnectGate.Web.Api.Administration;
using ConnectGate.Web.Api.Moderation;
using ConnectGate.Web.Api.Portability;
using ConnectGate.Web.Identity;

namespace ConnectGate.Web.Api;

/// <summary>The JSON API: the same commands as the pages, for programs that sign in with a bearer token.</summary>
internal static class ApiV1
{
    /// <summary>The name of the API's description, at <c>/openapi/v1.json</c>.</summary>
    public const string Document = "v1";

    public static IServiceCollection AddApiV1(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(KebabCase.Converter));
        services.AddOpenApi(Document);
        return services;
    }

    /// <summary>
    /// Maps everything under <c>/api/v1</c>. The API accepts no cookie, so a forged form can do nothing.
    /// </summary>
    public static void MapApiV1(this WebApplication app)
    {
        // The fallback policy asks for a member who is not suspended, unless an endpoint names another policy.
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        api.MapSignIn();
        api.MapRequests();
        api.MapInbox();
        api.MapAdminMembers();
        api.MapAdminMail();
        api.MapAdminImport();
        api.MapReferences();
        api.MapTalks();
        api.MapConnections();
        api.MapConversations();
        api.MapMembers();
        api.MapProfile();
        api.MapExport();
        api.MapDeletion();
        api.MapReports();
        api.MapDecisions();
        var moderation = api.MapGroup("/moderation")
            .RequireAuthorization(ConnectGateIdentity.Moderator)
            .WithTags("Moderation");
        moderation.MapCases();
        moderation.MapAppeals();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
    }
}
