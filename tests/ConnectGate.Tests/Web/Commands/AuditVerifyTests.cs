namespace ConnectGate.Tests.Web.Commands;

/// <summary><c>audit verify</c>, as an administrator runs it.</summary>
public sealed class AuditVerifyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("connectgate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task It_prints_the_head_and_ends_with_1_where_a_kept_head_does_not_fit()
    {
        var empty = new string('0', 64);

        var verified = await VerifyAsync();
        Assert.Equal((0, ""), (verified.Code, verified.Errors));
        Assert.Contains("Verified: 0 entries.", verified.Output, StringComparison.Ordinal);
        Assert.Contains($"Head: 0:{empty}", verified.Output, StringComparison.Ordinal);

        var cut = await VerifyAsync("--head", $"3:{empty}");
        Assert.Equal(
            (1, "Entry 3, the last one of the kept head, is missing: the end was cut off."),
            (cut.Code, cut.Errors.Trim())
        );
    }

    private Task<Executable.Ended> VerifyAsync(params string[] arguments) =>
        Executable.RunAsync([
            "audit",
            "verify",
            .. arguments,
            "--Community:Address=https://example.org",
            "--AllowedHosts=example.org",
            $"--ConnectionStrings:ConnectGate=Data Source={Path.Combine(_folder, "log.db")}",
        ]);
}
