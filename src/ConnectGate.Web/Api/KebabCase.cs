using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectGate.Web.Api;

/// <summary>How the API writes the names of enumerations: <c>met-in-person</c>.</summary>
internal static class KebabCase
{
    /// <summary>Writes and reads enumerations so; a number is not accepted in their place.</summary>
    public static JsonStringEnumConverter Converter { get; } =
        new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    /// <summary>
    /// Reads one name. Null for anything else: the gate then says that there is none, at its field, together with
    /// whatever else is missing.
    /// </summary>
    public static T? Parse<T>(string? text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (
                string.Equals(
                    JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()),
                    text,
                    StringComparison.Ordinal
                )
            )
            {
                return value;
            }
        }

        return null;
    }
}
