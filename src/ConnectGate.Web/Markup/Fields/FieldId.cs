using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>The ids of the parts of a field.</summary>
internal static class FieldId
{
    /// <summary>
    /// The control's id: <c>answers[k3]</c> becomes <c>answers_k3_</c>, and <c>Note</c> becomes <c>note</c>.
    /// </summary>
    public static string Of(string field) =>
        TagBuilder.CreateSanitizedId(JsonNamingPolicy.CamelCase.ConvertName(field), "_");

    public static string Hint(string field) => Of(field) + "-hint";

    public static string Error(string field) => Of(field) + "-error";

    public static string Count(string field) => Of(field) + "-count";
}
