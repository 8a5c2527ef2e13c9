using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ConnectGate.Web.Hosting;

/// <summary>
/// Binds an enumeration by exactly one of its names. The framework also takes numbers and lists ("0", "1,2"), which no
/// form of ours sends. Anything else counts as not chosen, so that the command refuses it with the field's usual words.
/// </summary>
internal sealed class NamedEnums : IModelBinderProvider, IModelBinder
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType.IsEnum ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var type = bindingContext.ModelMetadata.UnderlyingOrModelType;
        if (typed.Length == 1 && NameOf(type, typed.FirstValue) is { } name)
        {
            bindingContext.Result = ModelBindingResult.Success(Enum.Parse(type, name));
        }
        else if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else if (HttpMethods.IsPost(bindingContext.HttpContext.Request.Method))
        {
            // Of no name, so that the validator does not take it for the first one.
            bindingContext.Result = ModelBindingResult.Success(Enum.ToObject(type, -1));
        }

        return Task.CompletedTask;
    }

    /// <summary>The value of that name, in any case and with or without hyphens; null for anything else.</summary>
    public static T? Parse<T>(string? text)
        where T : struct, Enum
    {
        var name = NameOf(typeof(T), text?.Replace("-", "", StringComparison.Ordinal));
        return name is null ? null : Enum.Parse<T>(name);
    }

    private static string? NameOf(Type type, string? text) =>
        Array.Find(Enum.GetNames(type), name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
}
