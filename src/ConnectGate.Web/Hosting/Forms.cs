using ConnectGate.Ties.AddressBook;
using ConnectGate.Web.Markup.Fields;
using ConnectGate.Web.Pages;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using MediaTypeHeaderValue = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace ConnectGate.Web.Hosting;

/// <summary>The pages, the limits of their forms, and their cookies.</summary>
internal static class Forms
{
    /// <summary>In bytes. A letter with three answers needs a tenth of this.</summary>
    public const int LargestBody = 64 * 1024;

    /// <summary>In bytes: the largest imported file and the form around it.</summary>
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
                options.Conventions.ConfigureFilter(new RequireHandler());
                options.Conventions.ConfigureFilter(new TypeFilterAttribute(typeof(Drafts)));
                // Gatherings share the page of groups. A join code comes in the address or from a form.
                options.Conventions.AddPageRouteModelConvention("/Groups/Group", model =>
                    model.Selectors.Add(Also("gatherings/{id}"))
                );
                options.Conventions.AddPageRouteModelConvention("/Groups/Joining/Join", model =>
                    model.Selectors.Add(Also("groups/join/{code}"))
                );
            })
            .AddViewOptions(options =>
            {
                // Client validation writes inline styles, which the content security policy refuses. The server's
                // messages are also better.
                options.HtmlHelperOptions.ClientValidationEnabled = false;
            });
        builder.Services.Configure<MvcOptions>(options =>
        {
            // The validators report missing values, in words that say what to do.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.MaxModelValidationErrors = 50;
            options.ModelBinderProviders.Insert(0, new NamedEnums());
        });
        builder.Services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = 200;
            options.ValueLengthLimit = LargestBody;
            options.MultipartBodyLengthLimit = LargestBody;
        });

        // Antiforgery answers 500 if it must write a Secure cookie over http. The cookie policy therefore adds Secure,
        // for every cookie alike. Browsers accept Secure cookies from http://localhost too. Elsewhere the sign-in page
        // says that it needs HTTPS.
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
            // The content security policy already refuses frames.
            options.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = Notice.Cookie;
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.Path = "/";
        });
        builder.Services.AddScoped<ReaderTime>();
        builder.Services.AddScoped<UnreadCounts>();
        builder.Services.AddScoped<ChangedLetter.Finder>();
    }

    // Adds an address to a page. Generated links use the page's first address.
    private static SelectorModel Also(string template) =>
        new()
        {
            AttributeRouteModel = new AttributeRouteModel { Template = template, SuppressLinkGeneration = true },
        };

    /// <summary>
    /// Refuses a request that the framework's readers would answer with an exception: a host that is no name, and a
    /// body in an encoding that .NET does not know or does not support, such as UTF-7.
    /// </summary>
    public static void UseReadable(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (HasHost(context.Request) && HasCharset(context.Request.ContentType))
                {
                    return next(context);
                }

                // Without a page, which would read the host again.
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return context.Response.CompleteAsync();
            }
        );

    private static bool HasHost(HttpRequest request)
    {
        try
        {
            _ = request.Host.ToUriComponent();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool HasCharset(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue)
        {
            return true;
        }

        try
        {
            return type.Encoding is not null;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>
    /// Refuses a body that is too large before anything reads it. A page can allow more with an attribute. Kestrel
    /// counts a body without a declared length.
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
