namespace ConnectGate.Web.Hosting;

/// <summary>
/// A setting with which the site cannot run. The message is one line that begins with the setting's name. It ends the
/// start.
/// </summary>
public sealed class ConfigurationException : Exception
{
    public ConfigurationException(string setting, string problem)
        : base($"{setting}: {problem}") { }

    /// <inheritdoc cref="ConfigurationException(string, string)"/>
    public ConfigurationException(string message)
        : base(message) { }

    /// <inheritdoc cref="ConfigurationException(string, string)"/>
    public ConfigurationException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>Has no message; prefer the other constructors.</summary>
    public ConfigurationException() { }
}
