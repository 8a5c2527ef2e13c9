using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace ConnectGate.Tests.Support;

/// <summary>Keeps what the application logs as a warning or worse.</summary>
public sealed class LogCapture : ILogEventSink
{
    private readonly ConcurrentQueue<string> _lines = [];

    /// <summary>The messages so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <inheritdoc/>
    public void Emit(LogEvent logEvent)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        logEvent.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source);
        _lines.Enqueue($"{logEvent.Level} {source}: {logEvent.RenderMessage(CultureInfo.InvariantCulture)}");
    }
}
