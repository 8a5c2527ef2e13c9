using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectGate.Tests.Slices.Foundation.Paging;

/// <summary>A list of the product: how it fills, and how its reader reads a page.</summary>
internal abstract class PagedList
{
    /// <summary>The message that reads a page.</summary>
    public abstract Type Query { get; }

    /// <summary>The use case.</summary>
    public string Name => Query.DeclaringType!.Name;

    /// <summary>Makes one row for each of the others.</summary>
    /// <returns>The id or handle that the query needs; empty where it needs none.</returns>
    public abstract Task<string> FillAsync(Stage stage);

    /// <summary>A page with each row in JSON.</summary>
    public abstract Task<Page<string>> PageAsync(Stage stage, string subject, string? cursor);

    /// <summary>The position that a cursor of this list means to that member.</summary>
    public abstract Task<Cursor?> ReadAsync(Community community, Person reader, string cursor);

    /// <summary>A cursor of this list for that member.</summary>
    public abstract Task<string> WriteAsync(Community community, Person reader, Cursor position);

    /// <summary>A page with each row in JSON.</summary>
    public static Page<string> Shown<T>(Page<T> page) =>
        new([.. page.Items.Select(row => JsonSerializer.Serialize(row))], page.Next);
}

/// <inheritdoc/>
internal sealed class PagedList<TQuery>(
    Func<Stage, Task<string>> fill,
    Func<Stage, string, string?, Task<Page<string>>> page
) : PagedList
    where TQuery : IBaseRequest
{
    public PagedList(Func<Stage, Task> fill, Func<Stage, string?, Task<Page<string>>> page)
        : this(
            async stage =>
            {
                await fill(stage);
                return "";
            },
            (stage, _, cursor) => page(stage, cursor)
        ) { }

    public override Type Query => typeof(TQuery);

    public override Task<string> FillAsync(Stage stage) => fill(stage);

    public override Task<Page<string>> PageAsync(Stage stage, string subject, string? cursor) =>
        page(stage, subject, cursor);

    public override Task<Cursor?> ReadAsync(Community community, Person reader, string cursor) =>
        community.InScopeAsync(reader, null, services => Task.FromResult(Of(services).Read(cursor)));

    public override Task<string> WriteAsync(Community community, Person reader, Cursor position) =>
        community.InScopeAsync(reader, null, services => Task.FromResult(Of(services).Write(position)));

    private static Cursors<TQuery> Of(IServiceProvider services) => services.GetRequiredService<Cursors<TQuery>>();
}
