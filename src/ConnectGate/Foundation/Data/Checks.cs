using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Foundation.Data;

/// <summary>The database's check constraints, the third wall. They use the limits that the types own.</summary>
internal static class Checks
{
    private const string LimitAnnotation = "ConnectGate:TextLimit";

    /// <summary>Limits the column to texts within that limit. Null stays allowed where the column allows it.</summary>
    public static PropertyBuilder<T> Within<T>(this PropertyBuilder<T> property, TextLimit limit)
    {
        property.Metadata.SetAnnotation(LimitAnnotation, $"{limit.MinimumCodePoints} {limit.MaximumCodePoints}");
        return property;
    }

    /// <summary>
    /// The bounds are in code points, because databases count those. The lower bound is the least that the shortest
    /// allowed text can have. The upper bound is the most that the longest can have. So the database refuses no text
    /// that the limit in visible characters allows.
    /// <para>
    /// Blank-looking characters do not count at both ends, as far as <see cref="Text.Characters.Invisible.Trimmed"/>
    /// lists them. Private-use characters are not in this list, although <see cref="VisibleText"/> counts a text of
    /// them alone as blank: they are 137,468. A pattern of ranges could name them. But SQLite then rebuilds every table
    /// with such a text, and the migration fails where an earlier version stored one. A trigger for each column would
    /// spare the rebuild. But every start would create it again, as it does for the audit log, and every write would
    /// pay for it. So only the first two walls refuse such a text.
    /// </para>
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

    /// <summary>An enumeration's column accepts only the enumeration's names.</summary>
    public static void AddEnumChecks(this ModelBuilder builder)
    {
        foreach (var (entity, property, column) in Columns(builder))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (type.IsEnum)
            {
                var values = string.Join(
                    ", ",
                    property.GetProviderClrType() == typeof(int)
                        ? Enum.GetValuesAsUnderlyingType(type).Cast<object>()
                        : Enum.GetNames(type).Select(name => $"'{name}'")
                );
                entity.AddCheckConstraint($"CK_{entity.GetTableName()}_{column}", $"\"{column}\" IN ({values})");
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
