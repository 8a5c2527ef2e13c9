using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace ConnectGate.Tests.Web.Hosting;

/// <summary>
/// What one sees of an exception: a status, a page in the same layout with a way on and a reference, and nothing of the
/// exception itself.
/// </summary>
public sealed class FailureTests
{
    private const int Full = 13;

    public static TheoryData<Exception, HttpStatusCode, string> Failures =>
        new()
        {
            {
                new InvalidOperationException("secret detail"),
                HttpStatusCode.InternalServerError,
                "Something went wrong here"
            },
            {
                new IllegalTransitionException("secret detail"),
                HttpStatusCode.Conflict,
                "Something changed in the meantime"
            },
            {
                new SqliteException("secret detail", Full),
                HttpStatusCode.ServiceUnavailable,
                "Not available at the moment"
            },
            {
                new DbUpdateException("secret detail", new SqliteException("secret detail", Full)),
                HttpStatusCode.ServiceUnavailable,
                "Not available at the moment"
            },
        };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task An_exception_becomes_a_page_that_says_what_to_do(
        Exception exception,
        HttpStatusCode status,
        string title
    )
    {
        await using var site = new Failing(exception);
        using var response = await site.Client.GetAsync("/", Token);
        var body = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(status == HttpStatusCode.ServiceUnavailable, response.Headers.RetryAfter is not null);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        var page = await new AngleSharp.Html.Parser.HtmlParser().ParseDocumentAsync(body, Token);
        Assert.Equal(title, page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(page.QuerySelector("header.site-header"));
        Assert.Equal("/", page.QuerySelector("main a.btn")?.GetAttribute("href"));
        Assert.Matches("Reference: [0-9A-Za-z:]{12,}", page.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain("secret detail", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_absent_address_reads_the_same()
    {
        await using var site = new Failing(new InvalidOperationException());
        var one = await PageAsync(site, "/not-there");
        var other = await PageAsync(site, "/m/nobody-there/not-there");

        Assert.Equal(one, other);
    }

    [Fact]
    public async Task A_program_is_told_of_it_as_a_problem()
    {
        await using var site = new Failing(new InvalidOperationException());
        using var response = await site.Client.GetAsync("/api/v1/not-there", Token);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<string> PageAsync(Failing site, string path)
    {
        using var response = await site.Client.GetAsync(path, Token);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        return System.Text.RegularExpressions.Regex.Replace(
            await response.Content.ReadAsStringAsync(Token),
            "Reference: [0-9A-Za-z:]+",
            "",
            System.Text.RegularExpressions.RegexOptions.NonBacktracking
        );
    }

    /// <summary>The application with a first page that fails.</summary>
    private sealed class Failing : WebApplicationFactory<Program>
    {
        private readonly Exception _exception;
        private readonly string _folder = Directory.CreateTempSubdirectory("connectgate-").FullName;

        public Failing(Exception exception)
        {
            _exception = exception;
            Client = CreateClient(
                new WebApplicationFactoryClientOptions
                {
                    BaseAddress = new Uri("https://localhost"),
                    AllowAutoRedirect = false,
                }
            );
        }

        public HttpClient Client { get; }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            using var connection = new SqliteConnection(Database);
            SqliteConnection.ClearPool(connection);
            Directory.Delete(_folder, recursive: true);
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("ConnectionStrings:ConnectGate", Database);
            builder.UseSetting("Mail:Folder", Path.Combine(_folder, "mail"));
            builder.UseSetting("Community:Address", "http://localhost/");
            builder.ConfigureTestServices(services =>
                services
                    .AddSerilog(Serilog.Core.Logger.None)
                    .Configure<RazorPagesOptions>(options =>
                        options.Conventions.AddPageApplicationModelConvention("/Index", page =>
                            page.Filters.Add(new Fails(_exception))
                        )
                    )
            );
        }

        private string Database => $"Data Source={Path.Combine(_folder, "connectgate.db")}";
    }

    private sealed class Fails(Exception exception) : IPageFilter
    {
        public void OnPageHandlerSelected(PageHandlerSelectedContext context) => throw exception;

        public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
        {
            // The handler is not reached.
        }

        public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
        {
            // The handler is not reached.
        }
    }
}
