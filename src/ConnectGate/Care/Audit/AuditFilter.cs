using System.Globalization;
using ConnectGate.Foundation.Audit;

namespace ConnectGate.Care.Audit;

/// <summary>Which entries of the audit log to show. Each part that is null leaves none out.</summary>
/// <param name="Words">Part of the actor's words; small and capital letters of ASCII count as the same.</param>
/// <param name="Actor">The handle of the member who acted.</param>
/// <param name="Subject">The handle of the member whom the act concerns.</param>
/// <param name="From">The first day, in the reader's time zone.</param>
/// <param name="To">The last day, in the reader's time zone.</param>
public sealed record AuditFilter(
    string? Words = null,
    AuditAct? Act = null,
    string? Actor = null,
    string? Subject = null,
    DateOnly? From = null,
    DateOnly? To = null
)
{
    /// <summary>The parts that leave entries out: <c>act=ViewedCase from=2026-03-02</c>. Empty for the whole
    /// log.</summary>
    public override string ToString() =>
        string.Join(
            ' ',
            new[]
            {
                Part("words", Words),
                Part("act", Act?.ToString()),
                Part("actor", Actor),
                Part("subject", Subject),
                Part("from", From?.ToString("O", CultureInfo.InvariantCulture)),
                Part("to", To?.ToString("O", CultureInfo.InvariantCulture)),
            }.Where(part => part is not null)
        );

    private static string? Part(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : $"{name}={value.Trim()}";
}
