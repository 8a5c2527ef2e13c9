using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using ConnectGate.Letters.Attempts;
using Mono.Cecil;

namespace ConnectGate.Tests.Conventions.Texts;

/// <summary>Every text that the domain names is there, and every text that is there is named.</summary>
public sealed class WordsConventionTests
{
    private static readonly HashSet<string> Present =
    [
        .. new ResourceManager("ConnectGate.Foundation.Text.Words", typeof(IAsk).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>()
            .Select(entry => (string)entry.Key),
    ];

    /// <summary>Every constant text in the domain's code.</summary>
    private static readonly HashSet<string> Constants =
    [
        .. from type in Assemblies.Domain.TypesWithNested()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        let text = instruction.Operand as string
        where text is not null
        select text,
    ];

    [Fact]
    public void Every_text_named_is_there() =>
        Empty(Named().Concat(OfLimits()).Where(name => !Present.Contains(name)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_text_there_is_named() =>
        Empty(
            Present
                .Where(name =>
                    !Constants.Contains(name)
                    && !BeginsLikeOne(name)
                    && !OfLimits().Contains(name, StringComparer.Ordinal)
                )
                .Order(StringComparer.Ordinal)
        );

    // A name that is put together: "changed-" and what was changed.
    private static bool BeginsLikeOne(string name) =>
        Constants.Any(constant =>
            constant.Length > 3 && constant.EndsWith('-') && name.StartsWith(constant, StringComparison.Ordinal)
        );

    // The constant that goes into the call; names that are put together are the limits'.
    private static IEnumerable<string> Named() =>
        from type in Assemblies.Domain.TypesWithNested()
        from method in type.Methods
        where method.HasBody
        from instruction in method.Body.Instructions
        where
            instruction.Operand
                is MethodReference { DeclaringType.FullName: "ConnectGate.Foundation.Text.Words", Name: "Of" }
        let text = instruction.Previous?.Operand as string
        where text is not null
        select text;

    private static IEnumerable<string> OfLimits() =>
        from type in typeof(IAsk).Assembly.GetTypes()
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType == typeof(TextLimit) && !type.ContainsGenericParameters
        let limit = (TextLimit)field.GetValue(null)!
        from finding in new[]
        {
            limit.Minimum > 0 ? "missing" : null,
            limit.Minimum > 0 ? "too-short" : null,
            "too-long",
            limit.IsName ? "hides-characters" : null,
        }
        where finding is not null
        select $"{limit.Name}-{finding}";

    private static void Empty(IEnumerable<string> names) => Assert.True(!names.Any(), string.Join(", ", names));
}
