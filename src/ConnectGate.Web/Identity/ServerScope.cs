namespace ConnectGate.Web.Identity;

/// <summary>A scope whose messages the server itself sends: its console's commands and its workers.</summary>
public static class ServerScope
{
    /// <exception cref="InvalidOperationException">A request is being answered.</exception>
    public static AsyncServiceScope CreateServerScope(this IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentMember>().SentByServer();
        return scope;
    }

    /// <inheritdoc cref="CreateServerScope(IServiceScopeFactory)"/>
    public static AsyncServiceScope CreateServerScope(this IServiceProvider services) =>
        services.GetRequiredService<IServiceScopeFactory>().CreateServerScope();
}
