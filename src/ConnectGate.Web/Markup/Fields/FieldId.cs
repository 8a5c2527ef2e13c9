using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ConnectGate.Web.Markup.Fields;

/// <summary>
/// How the parts of a field are called in the page, so that label, hint, error and summary find each other.
/// </summary>
internal static class FieldId
{
    /// <summary>
    /// The control's id: <c>answers[k3]</c> is <c>answers_k3_</c>. A page's property <c>Note</c> is the field
    /// <c>note</c>.
    /// </summary>
    public static string Of(string field) =>
        TagBuilder.CreateSanitizedId(JsonNamingPolicy.CamelCase.ConvertName(field), "_");

    public static string Hint(string field) => Of(field) + "-hint";

    public static string Error(string field) => Of(field) + "-error";

    public static string Count(string field) => Of(field) + "-count";
}
