using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Letters.Attempts.Refused;

/// <summary>The number of refusals with one code on one day. It has no reference to a letter or a member.</summary>
internal sealed class RefusalCount
{
    /// <summary>The day in UTC.</summary>
    public required DateOnly Day { get; init; }

    public required string Code { get; init; }

    public required int Count { get; set; }
}

internal sealed class RefusalCountMapping : IEntityTypeConfiguration<RefusalCount>
{
    public void Configure(EntityTypeBuilder<RefusalCount> builder)
    {
        builder.ToTable("Refusals");
        builder.HasKey(count => new { count.Day, count.Code });
    }
}
