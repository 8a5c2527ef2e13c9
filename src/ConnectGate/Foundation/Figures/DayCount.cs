using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Foundation.Figures;

/// <summary>
/// How often something happened on a day. It has no reference to a member, a letter or a text. <see cref="DayTally"/>
/// adds to it.
/// </summary>
internal sealed class DayCount
{
    /// <summary>The day in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What is counted. The feature that counts it owns the name.</summary>
    public required string Kind { get; init; }

    /// <summary>The kind's own parts: a rule, a category, a reason.</summary>
    public required string Key { get; init; }

    public required long Count { get; init; }
}

internal sealed class DayCountMapping : IEntityTypeConfiguration<DayCount>
{
    public void Configure(EntityTypeBuilder<DayCount> builder)
    {
        builder.ToTable("DayCounts");
        builder.HasKey(count => new
        {
            count.Day,
            count.Kind,
            count.Key,
        });
        builder.Property(count => count.Kind).HasMaxLength(40);
        builder.Property(count => count.Key).HasMaxLength(80);
    }
}
