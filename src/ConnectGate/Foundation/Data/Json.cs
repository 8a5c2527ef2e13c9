using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Foundation.Data;

/// <summary>Short lists that are read and written only with the row they belong to are one column of JSON.</summary>
internal static class Json
{
    /// <summary>Stores the list as a JSON array.</summary>
    public static ComplexTypePropertyBuilder<IReadOnlyList<T>> AsJson<T>(
        this ComplexTypePropertyBuilder<IReadOnlyList<T>> property
    ) => property.HasConversion(list => Write(list), text => Read<T>(text), Comparer<T>());

    /// <inheritdoc cref="AsJson{T}(ComplexTypePropertyBuilder{IReadOnlyList{T}})"/>
    public static PropertyBuilder<IReadOnlyList<T>> AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasConversion(list => Write(list), text => Read<T>(text), Comparer<T>());

    private static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list);

    private static List<T> Read<T>(string text) => JsonSerializer.Deserialize<List<T>>(text) ?? [];

    // The lists hold records and are replaced, never changed.
    private static ValueComparer<IReadOnlyList<T>> Comparer<T>() =>
        new(
            (one, other) => one!.SequenceEqual(other!),
            list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
            list => list
        );
}
