using ConnectGate.Ties.AddressBook;
using ConnectGate.Web.Markup.Fields;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace ConnectGate.Web.Hosting;

/// <summary>Pages, what they may be sent, and the cookies they set.</summary>
internal static class Forms
{
    /// <summary>The most a request's body may have: a letter with three answers is a tenth of it.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>The same for a file to be imported, and what a form adds around it.</summary>
    public const int LargestUpload = ReadAddressFile.LargestFile + LargestBody;

    public static void AddForms(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });

        builder
            .Services.AddRazorPages(options =>
            {
                // A gathering is a group by another name, and a join code comes in a link or is typed.
                options.Conventions.AddPageRouteModelConvention("/Groups/Group", model =>
                    model.Selectors.Add(Also("gatherings/{id}"))
                );
                options.Conventions.AddPageRouteModelConvention("/Groups/Joining/Join", model =>
                    model.Selectors.Add(Also("groups/join/{code}"))
                );
            })
            .AddViewOptions(options =>
            {
                // It would write inline styles, which the content security policy refuses; and the server's words are
                // the better ones.
                options.HtmlHelperOptions.ClientValidationEnabled = false;
            });
        builder.Services.Configure<MvcOptions>(options =>
        {
            // What is missing is the validators' to say, in words that say how to mend it.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.MaxModelValidationErrors = 50;
        });
        builder.Services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = 200;
            options.ValueLengthLimit = LargestBody;
            options.MultipartBodyLengthLimit = LargestBody;
        });

        // Antiforgery refuses to write a Secure cookie over http with a 500, so Secure comes from the policy, for every
        // cookie alike. Browsers take it from http://localhost too; from anywhere else the sign-in page says that HTTPS
        // is needed.
        builder.Services.Configure<CookiePolicyOptions>(options =>
        {
            options.Secure = CookieSecurePolicy.Always;
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-antiforgery";
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
            options.FormFieldName = "__RequestVerificationToken";
            // It would keep framing headers of its own; the content security policy refuses frames.
            options.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = Refusals.NoticeCookie;
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
        });
        builder.Services.AddScoped<ReaderTime>();
        builder.Services.AddScoped<UnreadCounts>();
    }

    // Another address of a page; links are made of its first.
    private static SelectorModel Also(string template) =>
        new()
        {
            AttributeRouteModel = new AttributeRouteModel { Template = template, SuppressLinkGeneration = true },
        };

    /// <summary>
    /// Refuses what is too large before anything reads it; what may be larger says so on its page. Where no length is
    /// announced, Kestrel counts.
    /// </summary>
    public static void UseBodyLimit(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var largest = context
                    .GetEndpoint()
                    ?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()
                    ?.MaxRequestBodySize
                    ?? LargestBody;
                if (
                    context.Request.ContentLength is not { } length
                    || length <= largest
                    || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                )
                {
                    return next(context);
                }

                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            }
        );
}
