using System.Text.Json;

namespace ConnectGate.Foundation.Text;

/// <summary>The name of a command's property in refusals, as in the API's JSON.</summary>
internal static class FieldName
{
    /// <summary>Each part of the path in camel case: <c>OtherNames[0].Text</c> is <c>otherNames[0].text</c>.</summary>
    public static string Of(string propertyPath) =>
        string.Join('.', propertyPath.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
