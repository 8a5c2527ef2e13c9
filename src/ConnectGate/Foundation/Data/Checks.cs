using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Foundation.Data;

/// <summary>The third wall: what the database itself refuses, read from the limits that the types own.</summary>
internal static class Checks
{
    private const string LimitAnnotation = "ConnectGate:TextLimit";

    /// <summary>The column holds a text within that limit, or nothing where it may be null.</summary>
    public static PropertyBuilder<T> Within<T>(this PropertyBuilder<T> property, TextLimit limit)
    {
        property.Metadata.SetAnnotation(LimitAnnotation, $"{limit.MinimumCodePoints} {limit.MaximumCodePoints}");
        return property;
    }

    /// <summary>
    /// Bounds in code points, since that is what databases count: at least what the shortest allowed text can have, at
    /// most what the longest can. They never disagree with the limit in visible characters, only come later.
    /// </summary>
    public static void AddTextChecks(this ModelBuilder builder, Dialect dialect)
    {
        foreach (var (entity, property, column) in Columns(builder))
        {
            if (property.FindAnnotation(LimitAnnotation)?.Value is string limit)
            {
                property.RemoveAnnotation(LimitAnnotation);
                var (least, most) = (limit.Split(' ')[0], limit.Split(' ')[1]);
                var longEnough = least == "0" ? "" : $"{dialect.VisibleLength($"\"{column}\"")} >= {least} AND ";
                entity.AddCheckConstraint(
                    $"CK_{entity.GetTableName()}_{column}_Length",
                    $"{longEnough}length(\"{column}\") <= {most}"
                );
            }
        }
    }

    /// <summary>An enumeration's column holds one of its names.</summary>
    public static void AddEnumChecks(this ModelBuilder builder)
    {
        foreach (var (entity, property, column) in Columns(builder))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
            {
                var names = string.Join(", ", Enum.GetNames(type).Select(name => $"'{name}'"));
                entity.AddCheckConstraint($"CK_{entity.GetTableName()}_{column}", $"\"{column}\" IN ({names})");
            }
        }
    }

    private static IEnumerable<(IMutableEntityType Entity, IMutableProperty Property, string Column)> Columns(
        ModelBuilder builder
    ) =>
        [
            .. from entity in builder.Model.GetEntityTypes()
            from property in entity.GetProperties()
            select (entity, property, property.GetColumnName()),
        ];
}
