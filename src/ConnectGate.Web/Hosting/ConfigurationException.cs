namespace ConnectGate.Web.Hosting;

/// <summary>
/// A setting that this cannot run with. Its message is one line that begins with the setting's name; the start ends
/// with it.
/// </summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>Names the setting and what is wrong with it.</summary>
    public ConfigurationException(string setting, string problem)
        : base($"{setting}: {problem}") { }

    /// <inheritdoc cref="ConfigurationException(string, string)"/>
    public ConfigurationException(string message)
        : base(message) { }

    /// <inheritdoc cref="ConfigurationException(string, string)"/>
    public ConfigurationException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Without a message; prefer the others.</summary>
    public ConfigurationException() { }
}
