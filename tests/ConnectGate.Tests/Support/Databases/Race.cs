namespace ConnectGate.Tests.Support.Databases;

/// <summary>Acts that begin at the same moment.</summary>
internal static class Race
{
    /// <summary>Gives the results in the order of the acts.</summary>
    public static async Task<T[]> TogetherAsync<T>(params IEnumerable<Func<Task<T>>> acts)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var racing = acts.Select(act =>
                Task.Run(async () =>
                {
                    await start.Task;
                    return await act();
                })
            )
            .ToList();
        start.SetResult();
        return await Task.WhenAll(racing);
    }
}
