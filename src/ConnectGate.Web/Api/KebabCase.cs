using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectGate.Web.Api;

/// <summary>The form of enumeration names in the API: <c>met-in-person</c>.</summary>
internal static class KebabCase
{
    /// <summary>Refuses numbers in place of names.</summary>
    public static JsonStringEnumConverter Converter { get; } =
        new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    /// <summary>
    /// Reads one name; null for anything else. The gate then refuses the missing value together with everything else
    /// that is missing.
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
