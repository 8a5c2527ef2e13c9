using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Foundation.Data;

/// <summary>Stores a short list as one column of JSON. Such a list is read and written only with its row.</summary>
internal static class Json
{
    public static ComplexTypePropertyBuilder<IReadOnlyList<T>> AsJson<T>(
        this ComplexTypePropertyBuilder<IReadOnlyList<T>> property
    ) => property.HasConversion(list => Write(list), text => Read<T>(text), Comparer<T>());

    public static PropertyBuilder<IReadOnlyList<T>> AsJson<T>(this PropertyBuilder<IReadOnlyList<T>> property) =>
        property.HasConversion(list => Write(list), text => Read<T>(text), Comparer<T>());

    private static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list);

    private static List<T> Read<T>(string text) => JsonSerializer.Deserialize<List<T>>(text) ?? [];

    // A list contains records. It is replaced as a whole, never changed.
    private static ValueComparer<IReadOnlyList<T>> Comparer<T>() =>
        new(
            (one, other) => one!.SequenceEqual(other!),
            list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
            list => list
        );
}
