using System.Reflection;
using ConnectGate.Letters.Attempts;
using ConnectGate.Tests.Conventions;
using ConnectGate.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Mono.Cecil;

namespace ConnectGate.Tests.Web.Authorization;

/// <summary>
/// What each endpoint's code can send: every message that a page's model or an API's handler makes, or what they call
/// in the same assembly.
/// </summary>
internal static class Sends
{
    private static readonly Dictionary<string, Senders> Declared = typeof(IAsk)
        .Assembly.GetTypes()
        .Select(type => (type, Declared: type.GetCustomAttribute<SentByAttribute>()))
        .Where(one => one.Declared is not null)
        .ToDictionary(
            one => one.type.FullName!.Replace('+', '/'),
            one => one.Declared!.Senders,
            StringComparer.Ordinal
        );

    /// <summary>By the endpoint's address as in the table, without the method of HTTP.</summary>
    public static async Task<ILookup<string, Message>> OfAsync(Site site)
    {
        var loader = site.Services.GetRequiredService<PageLoader>();
        var sent = new List<(string Address, Message Message)>();
        foreach (
            var endpoint in site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        )
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                continue;
            }

            var address = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            IEnumerable<MethodDefinition> begins =
                endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                    ? OfModel((await loader.LoadAsync(page, endpoint.Metadata)).ModelTypeInfo)
                : endpoint.Metadata.GetMetadata<MethodInfo>() is { } handler
                && handler.Module.Assembly == typeof(CurrentMember).Assembly
                    ? [(MethodDefinition)Assemblies.Web.LookupToken(handler.MetadataToken)]
                : [];
            sent.AddRange(MadeIn(begins).Select(message => (address, message)));
        }

        return sent.Distinct().ToLookup(one => one.Address, one => one.Message, StringComparer.Ordinal);
    }

    private static IEnumerable<MethodDefinition> OfModel(Type? model)
    {
        for (; model?.Assembly == typeof(CurrentMember).Assembly; model = model.BaseType)
        {
            foreach (var method in ((TypeDefinition)Assemblies.Web.LookupToken(model.MetadataToken)).Methods)
            {
                yield return method;
            }
        }
    }

    private static IEnumerable<Message> MadeIn(IEnumerable<MethodDefinition> begins)
    {
        var (seen, waiting) = (new HashSet<MethodDefinition>(), new Queue<MethodDefinition>(begins));
        while (waiting.TryDequeue(out var method))
        {
            if (!method.HasBody || !seen.Add(method))
            {
                continue;
            }

            foreach (var called in method.Body.Instructions.Select(each => each.Operand).OfType<MethodReference>())
            {
                var name = called.DeclaringType.FullName;
                if (called.Name == ".ctor" && Declared.TryGetValue(name, out var senders))
                {
                    yield return new Message(name, senders);
                }
                else if (called.DeclaringType.Scope == Assemblies.Web && called.Resolve() is { } own)
                {
                    waiting.Enqueue(own);
                }
            }

            // An asynchronous or iterating method's code is in a type that the compiler made for it.
            foreach (
                var machine in method
                    .CustomAttributes.Where(each =>
                        each.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal)
                    )
                    .Select(each => ((TypeReference)each.ConstructorArguments[0].Value).Resolve())
            )
            {
                machine.Methods.ToList().ForEach(waiting.Enqueue);
            }
        }
    }

    /// <summary>A message, and who may send it.</summary>
    internal sealed record Message(string Name, Senders Senders);
}
