using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Letters.Attempts.Kept;

/// <summary>
/// How long a former member may not ask somebody. It is kept without the letter that began it, and applies to the next
/// member with the same address.
/// </summary>
internal sealed class KeptWait
{
    public required long SenderId { get; init; }
    public required long RecipientId { get; init; }

    /// <summary>Null where the recipient declined for good.</summary>
    public required DateTime? Until { get; set; }
}

internal sealed class KeptWaitMapping : IEntityTypeConfiguration<KeptWait>
{
    public void Configure(EntityTypeBuilder<KeptWait> builder)
    {
        builder.ToTable("KeptWaits");
        builder.HasKey(wait => new { wait.SenderId, wait.RecipientId });
        builder.HasOne<Member>().WithMany().HasForeignKey(wait => wait.SenderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(wait => wait.RecipientId).OnDelete(DeleteBehavior.Restrict);
    }
}
