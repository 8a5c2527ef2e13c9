using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConnectGate.Foundation.Audit;

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>
{
    /// <summary>Rows of this table are added, never changed or deleted.</summary>
    public const string Table = "Audit";

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable(Table);
        builder.HasIndex(entry => new { entry.At, entry.Id });
    }
}
