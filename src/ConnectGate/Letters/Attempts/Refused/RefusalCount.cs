using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Letters.Attempts.Refused;

/// <summary>
/// How often the gate refused for something on a day, and nothing else: neither whose letter it was nor what it said.
/// </summary>
internal sealed class RefusalCount
{
    /// <summary>The day, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The refusal's code.</summary>
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
