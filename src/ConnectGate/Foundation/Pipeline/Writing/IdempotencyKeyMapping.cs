using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Foundation.Pipeline.Writing;

internal sealed class IdempotencyKeyMapping : IEntityTypeConfiguration<IdempotencyKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyKey> builder)
    {
        builder.ToTable("IdempotencyKeys");
        builder
            .HasIndex(kept => new
            {
                kept.MemberId,
                kept.Operation,
                kept.Key,
            })
            .IsUnique();
        builder.HasIndex(kept => kept.At);
    }
}
