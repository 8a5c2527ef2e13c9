namespace ConnectGate.Web.Identity;

/// <summary>A scope whose messages the server itself sends: its console's commands and its workers.</summary>
public static class ServerScope
{
    /// <exception cref="InvalidOperationException">A request is being answered.</exception>
    public static AsyncServiceScope CreateServerScope(this IServiceScopeFactory scopes)
    {
        var scope = scopes.CreateAsyncScope();

        // A host without requests, such as a test's community, says by itself that the server sends.
        if (scope.ServiceProvider.GetRequiredService<ICurrentMember>() is CurrentMember member)
        {
            member.SentByServer();
        }

        return scope;
    }

    /// <inheritdoc cref="CreateServerScope(IServiceScopeFactory)"/>
    public static AsyncServiceScope CreateServerScope(this IServiceProvider services) =>
        services.GetRequiredService<IServiceScopeFactory>().CreateServerScope();
}
