using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectGate.Web.Api;

/// <summary>The form of enumeration names in the API and in addresses: <c>met-in-person</c>.</summary>
internal static class KebabCase
{
    /// <summary>Refuses numbers in place of names.</summary>
    public static JsonStringEnumConverter Converter { get; } =
        new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    /// <summary>The name of the value in that form.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>
    /// Reads one name; null for anything else. The gate then refuses the missing value together with everything else
    /// that is missing.
    /// </summary>
    public static T? Parse<T>(string? text)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == text)
            {
                return value;
            }
        }

        return null;
    }
}
