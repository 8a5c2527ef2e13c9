using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Foundation.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    /// <summary>Rows of this table are added, never changed or deleted.</summary>
    public const string Table = "Audit";

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable(Table);
        builder.Property(entry => entry.Hash).HasMaxLength(AuditHead.HashLength).IsFixedLength();

        // The filters of the log, each in the order of the log.
        builder.HasIndex(entry => new { entry.At, entry.Id });
        builder.HasIndex(entry => new
        {
            entry.Act,
            entry.At,
            entry.Id,
        });
        builder.HasIndex(entry => new
        {
            entry.ActorId,
            entry.At,
            entry.Id,
        });
        builder.HasIndex(entry => new
        {
            entry.SubjectId,
            entry.At,
            entry.Id,
        });
    }
}
